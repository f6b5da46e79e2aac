package backprop.exercise.forward;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;

/** The contract: z = wᵀa + b = Σ_j w_j a_j + b. */
@Exercise
@FunctionalInterface
public interface NodeSum {
    /**
     * The weighted sum of one node, numbers only.
     *
     * @param w the node's weights, n₋ numbers
     * @param a what comes in, as many numbers
     * @param b the node's bias
     * @return z
     */
    double of(double[] w, double[] a, double b);

    /** The truth is the product of a row and a column. */
    @ExerciseTests
    final class Tests {
        @ExerciseTest(order = 1)
        void oneInput(NodeSum f, TestCases cases) {
            cases.each(in -> require(in, f, 1));
        }

        @ExerciseTest(order = 2)
        void severalInputs(NodeSum f, TestCases cases) {
            cases.each(in -> require(in, f, in.between(3, 8)));
        }

        @ExerciseTest(order = 3)
        void argumentsStay(NodeSum f, TestCases cases) {
            cases.untouched(in -> require(in, f, 3));
        }

        private static void require(InputGenerator in, NodeSum f, int n) {
            Matrix w = in.matrix(1, n).times(2);
            Matrix a = in.matrix(1, n).times(2);
            double b = in.between(-4, 4) + 1 / 3.0;
            require(in, f, w, a, b);
            require(in, f, w.times(-1), a, -b); // one of the two sums is below 0
        }

        private static void require(InputGenerator in, NodeSum f, Matrix w, Matrix a, double b) {
            int n = w.cols();
            double sum = w.multTransB(a).sum();
            double last = w.get(0, n - 1) * a.get(0, n - 1);
            in.expect("z", sum + b)
                    .mistake("noBias", () -> sum)
                    .usual("minusBias", () -> sum - b)
                    .mistake("relu", () -> Math.max(0, sum + b))
                    .mistake("biasEachTime", () -> sum + n * b)
                    .mistake("lastLeftOut", () -> sum - last + b)
                    .mistake("firstLeftOut", () -> sum - w.get(0, 0) * a.get(0, 0) + b)
                    .mistake("lastAlone", () -> last + b)
                    .mistake("lastAlone", () -> last)
                    .mistake("sums", () -> w.sum() + a.sum() + b)
                    .mistake("sums", () -> w.sum() * a.sum() + b)
                    .mistake("integer", () -> truncated(w, a, 0) + b)
                    .mistake("integer", () -> truncated(w, a, (int) b))
                    .otherActivation(Matrix.row(sum + b), "")
                    .is(f.of(w.toArray()[0], a.toArray()[0], b));
        }

        /** What an int makes of the sum. */
        private static double truncated(Matrix w, Matrix a, int start) {
            int z = start;
            for (int j = 0; j < w.cols(); j++) {
                z = (int) (z + w.get(0, j) * a.get(0, j));
            }
            return z;
        }
    }
}
