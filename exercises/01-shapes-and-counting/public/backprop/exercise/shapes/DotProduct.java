package backprop.exercise.shapes;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.Expectation;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;

/** The contract: wᵀ x = Σ w_k x_k. */
@Exercise
@FunctionalInterface
public interface DotProduct {
    /**
     * What a node adds up from its inputs, each times its weight.
     *
     * @param w a column (n, 1)
     * @param x a column (n, 1)
     * @return wᵀ x, a number
     */
    double of(Matrix w, Matrix x);

    /** The truth is Backprop's product of a row and a column. */
    @ExerciseTests
    final class Tests {
        private static final String WHAT = "wᵀx";
        private static final double LARGE = 10;

        @ExerciseTest(order = 1)
        void oneEntry(DotProduct f, TestCases cases) {
            cases.each(in -> require(in, f, in.matrix(1, 1).times(LARGE), in.matrix(1, 1)));
        }

        @ExerciseTest(order = 2)
        void columns(DotProduct f, TestCases cases) {
            cases.each(in -> {
                int n = in.between(3, 8);
                require(in, f, in.matrix(n, 1).times(LARGE), in.matrix(n, 1));
            });
        }

        /** With w = e_k, 1 in row k and 0 elsewhere, nothing but x_k remains. */
        @ExerciseTest(order = 3)
        void picksEachEntry(DotProduct f, TestCases cases) {
            cases.each(in -> {
                int n = in.between(3, 8);
                Matrix x = in.matrix(n, 1).times(LARGE);
                for (int k = 0; k < n; k++) {
                    Matrix w = Matrix.zeros(n, 1);
                    w.set(k, 0, 1);
                    slips(in.expect(WHAT, x.get(k, 0)).mistake("missing", () -> 0.0), w, x)
                            .is(f.of(w, x));
                }
            });
        }

        private static void require(InputGenerator in, DotProduct f, Matrix w, Matrix x) {
            slips(in.expect(WHAT, truth(w, x)), w, x).is(f.of(w, x));
        }

        private static Expectation slips(Expectation wanted, Matrix w, Matrix x) {
            int last = w.rows() - 1;
            return wanted.mistake("lastTerm", () -> term(w, x, last))
                    .mistake("firstTerm", () -> term(w, x, 0))
                    .mistake("withoutFirst", () -> truth(w, x) - term(w, x, 0))
                    .mistake("withoutLast", () -> truth(w, x) - term(w, x, last))
                    .mistake("productOfSums", () -> w.sum() * x.sum())
                    .mistake("sumOfSums", () -> w.sum() + x.sum())
                    .mistake("sameTwice", () -> truth(w, w))
                    .mistake("wholeNumbers", () -> inAnInt(w, x));
        }

        private static double truth(Matrix w, Matrix x) {
            return w.multTransA(x).get(0, 0);
        }

        private static double term(Matrix w, Matrix x, int k) {
            return w.get(k, 0) * x.get(k, 0);
        }

        /** Java's {@code sum += …} cuts off the digits behind the point when sum is an int. */
        private static double inAnInt(Matrix w, Matrix x) {
            int sum = 0;
            for (int k = 0; k < w.rows(); k++) {
                sum = (int) (sum + term(w, x, k));
            }
            return sum;
        }
    }
}
