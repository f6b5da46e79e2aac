package backprop.exercise.shapes;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;

/** The contract: Z + b with b broadcast, entry [k, i] is Z[k, i] + b[k]. */
@Exercise
@FunctionalInterface
public interface AddColumn {
    /**
     * A column added to each column.
     *
     * @param Z a matrix (n, m)
     * @param b a column (n, 1)
     * @return Z + b (n, m), a new matrix
     */
    Matrix of(Matrix Z, Matrix b);

    /** The truth repeats b in m columns by a product with a row of ones. */
    @ExerciseTests
    final class Tests {
        @ExerciseTest(order = 1)
        void oneColumn(AddColumn f, TestCases cases) {
            cases.each(in -> require(in, f, in.between(3, 6), 1));
        }

        @ExerciseTest(order = 2)
        void batch(AddColumn f, TestCases cases) {
            cases.each(in -> {
                require(in, f, in.between(6, 8), in.between(3, 4));
                require(in, f, in.between(3, 4), in.between(6, 8));
            });
        }

        /** As many nodes as examples: both directions fit, one is right. */
        @ExerciseTest(order = 3)
        void square(AddColumn f, TestCases cases) {
            cases.each(in -> {
                int n = in.between(3, 5);
                require(in, f, n, n);
            });
        }

        @ExerciseTest(order = 4)
        void argumentsStay(AddColumn f, TestCases cases) {
            cases.untouched(in -> f.of(in.matrix(3, 4), in.matrix(3, 1)));
        }

        private static void require(InputGenerator in, AddColumn f, int n, int m) {
            Matrix Z = in.matrix(n, m);
            Matrix b = in.matrix(n, 1);
            Matrix repeated = b.mult(Matrix.ones(1, m));
            in.expect("result", Z.plus(repeated))
                    .mistake("withoutB", () -> Z)
                    .mistake("withoutZ", () -> repeated)
                    .mistake("oneNumber", () -> Z.map(z -> z + b.get(0, 0)))
                    .mistake("alongTheRow", () -> Matrix.generate(n, m, (k, i) -> Z.get(k, i) + b.get(i, 0)))
                    .mistake(
                            "firstColumn",
                            () -> Matrix.generate(n, m, (k, i) -> Z.get(k, i) + (i == 0 ? b.get(k, 0) : 0)))
                    .mistake(
                            "withoutLast",
                            () -> Matrix.generate(n, m, (k, i) -> Z.get(k, i) + (i < m - 1 ? b.get(k, 0) : 0)))
                    .mistake(
                            "unfilledColumn",
                            () -> Matrix.generate(n, m, (k, i) -> i < m - 1 ? Z.get(k, i) + b.get(k, 0) : 0))
                    .mistake(
                            "unfilledRow",
                            () -> Matrix.generate(n, m, (k, i) -> k < n - 1 ? Z.get(k, i) + b.get(k, 0) : 0))
                    .mistake("subtracted", () -> Z.minus(repeated))
                    .is(f.of(Z, b));
        }
    }
}
