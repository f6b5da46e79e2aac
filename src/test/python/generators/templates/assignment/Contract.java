package backprop.exercise.@PACKAGE@;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;

/** The contract: S[k, i] = X[k, i]². */
@Exercise
@FunctionalInterface
public interface @CONTRACT@ {
    /**
     * The square of each entry.
     *
     * @param X any numbers (n, m)
     * @return their squares (n, m), a new matrix
     */
    Matrix of(Matrix X);

    /** The truth is e^(2 ln |x|). */
    @ExerciseTests
    final class Tests {
        @ExerciseTest(order = 1, points = 2)
        void values(@CONTRACT@ f, TestCases cases) {
            cases.each(in -> {
                int n = in.between(3, 4);
                require(in, f, n, n); // first square, where a product of matrices fits too
                require(in, f, n, in.between(5, 6));
            });
        }

        @ExerciseTest(order = 2)
        void argumentsStay(@CONTRACT@ f, TestCases cases) {
            cases.untouched(in -> f.of(in.matrix(2, 3)));
        }

        static void require(InputGenerator in, @CONTRACT@ f, int n, int m) {
            Matrix X = in.matrix(n, m);
            in.expect("S", X.map(x -> Math.exp(2 * Math.log(Math.abs(x)))))
                    .mistake("itself", () -> X)
                    .mistake("doubled", () -> X.times(2))
                    .mistake("absolute", () -> X.map(Math::abs))
                    .mistake("cube", () -> X.map(x -> Math.pow(x, 3)))
                    .mistake("matrixProduct", () -> X.mult(X))
                    .is(f.of(X));
        }
    }
}
