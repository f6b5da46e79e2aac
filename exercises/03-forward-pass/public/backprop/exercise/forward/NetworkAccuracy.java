package backprop.exercise.forward;

import backprop.data.Dataset;
import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** The contract: the forward pass, the class of each column of Z[L], and the share of these that is right. */
@Exercise
@FunctionalInterface
public interface NetworkAccuracy {
    /**
     * How well a network of given parameters classifies.
     *
     * @param W the weights, W[l] (n[l], n[l−1]) for l = 1 … L; W[0] is null
     * @param b the biases, b[l] (n[l], 1); b[0] is null
     * @param X the inputs (n[0], m)
     * @param labels the m true classes
     * @return the share of right ones, from 0 to 1
     */
    double of(Matrix[] W, Matrix[] b, Matrix X, int[] labels);

    /** XOR, whose classes everybody knows, and the held-out digits. */
    @ExerciseTests
    final class Tests {
        /** The network of lecture 04 with an output for each class: ½ against a₁ − 2 a₂. */
        private static final Matrix[] XOR_W = {null, Matrix.ones(2, 2), Matrix.of(new double[][] {{0, 0}, {1, -2}})};

        private static final Matrix[] XOR_B = {null, Matrix.column(0, -1), Matrix.column(0.5, 0)};
        /**
         * NumPy reads digits.npz and data/digits.csv, shuffles with java.util.Random's generator written anew, and takes the
         * last 359: {@code (W2 @ np.maximum(0, W1 @ X + b1) + b2).argmax(0) == labels}. The two largest logits of an example
         * are at least 0.003 apart, so that no rounding changes it.
         */
        private static final int RIGHT_DIGITS = 342;
        /** The same without np.maximum. */
        private static final int WITHOUT_RELU = 337;

        @ExerciseTest(order = 1)
        void xor(NetworkAccuracy f, TestCases cases) {
            cases.each(in -> {
                int m = in.between(9, 14);
                int[] x1 = in.labels(2, m);
                int[] x2 = in.labels(2, m);
                int[] labels = in.labels(2, m);
                labels[0] = x1[0] == x2[0] ? 0 : 1; // one at least is right, and one wrong
                labels[1] = x1[1] == x2[1] ? 1 : 0;
                Matrix X = Matrix.generate(2, m, (j, i) -> j == 0 ? x1[i] : x2[i]);
                double share = share(labels, i -> x1[i] == x2[i] ? 0 : 1);
                in.expect("accuracy", share)
                        .mistake("noRelu", () -> share(labels, i -> x1[i] + x2[i] == 2 ? 0 : 1))
                        .mistake("hidden", () -> share(labels, i -> 0))
                        .mistake("wrongs", () -> share(labels, i -> x1[i] == x2[i] ? 1 : 0))
                        .mistake("integer", () -> Math.floor(share))
                        .mistake("count", () -> m * share)
                        .is(f.of(XOR_W, XOR_B, X, labels));
            });
        }

        @ExerciseTest(order = 3)
        void oneLayer(NetworkAccuracy f, TestCases cases) {
            cases.each(in -> {
                int m = in.between(9, 14);
                Matrix X = in.matrix(3, m);
                Matrix[] W = {null, Matrix.generate(3, 3, (k, j) -> k == j ? 1 : 0)};
                Matrix[] b = {null, Matrix.zeros(3, 1)};
                int[] labels = in.labels(3, m);
                int[] classes = ForwardTruth.classes(X);
                labels[0] = classes[0];
                labels[1] = (classes[1] + 1) % 3;
                double share = share(labels, i -> classes[i]);
                in.expect("accuracy", share)
                        .mistake("integer", () -> Math.floor(share))
                        .mistake("wrongs", () -> 1 - share)
                        .mistake("count", () -> m * share)
                        .is(f.of(W, b, X, labels));
            });
        }

        private static double share(int[] labels, IntUnaryOperator says) {
            int[] classes = IntStream.range(0, labels.length).map(says).toArray();
            return (double) ForwardTruth.right(classes, labels) / labels.length;
        }

        @ExerciseTest(order = 2)
        void digits(NetworkAccuracy f, TestCases cases) {
            Dataset data = DigitsNetwork.heldOut();
            Matrix[] W = DigitsNetwork.weights();
            Matrix[] b = DigitsNetwork.biases();
            int m = data.m();
            cases.once(in -> in.expect("accuracy", (double) RIGHT_DIGITS / m)
                    .mistake("noRelu", () -> (double) WITHOUT_RELU / m)
                    .mistake("count", () -> RIGHT_DIGITS)
                    .mistake("wrongs", () -> 1 - (double) RIGHT_DIGITS / m)
                    .mistake("hidden", () -> 0)
                    .mistake("integer", () -> 0)
                    .is(f.of(W, b, data.X(), data.labels())));
            cases.each(in -> {
                int[] some = IntStream.of(in.order(m)).limit(in.between(60, 99)).toArray();
                Matrix X = data.X().cols(some);
                int[] labels = IntStream.of(some).map(i -> data.labels()[i]).toArray();
                int right = ForwardTruth.right(
                        ForwardTruth.classes(ForwardTruth.pass(W, b, X).A()[2]), labels);
                in.expect("accuracy", (double) right / some.length).is(f.of(W, b, X, labels));
            });
        }
    }
}
