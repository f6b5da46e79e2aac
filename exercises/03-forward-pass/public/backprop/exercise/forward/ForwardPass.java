package backprop.exercise.forward;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.Expectation;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The contract: A[0] = X; for l = 1 … L: Z[l] = W[l] A[l−1] + b[l]; A[l] = ReLU(Z[l]) for l &lt; L, A[L] = Z[L]. */
@Exercise
@FunctionalInterface
public interface ForwardPass {
    /**
     * A whole network, forward, with all that the way back will need. Index 0 of W and b is null.
     *
     * @param W the weights, W[l] (n[l], n[l−1]) for l = 1 … L
     * @param b the biases, b[l] (n[l], 1)
     * @param X the inputs (n[0], m)
     * @return Z and A, each of L + 1 places: Z[l] and A[l] (n[l], m), and A[0] = X
     */
    ForwardValues of(Matrix[] W, Matrix[] b, Matrix X);

    /** The truth is the sum, layer by layer and entry by entry. */
    @ExerciseTests
    final class Tests {
        @ExerciseTest(order = 1)
        void shapes(ForwardPass f, TestCases cases) {
            cases.each(in -> Case.drawn(in, in.between(6, 8), 3, 5, 4, 2).requireShapes(f));
        }

        @ExerciseTest(order = 2)
        void oneLayer(ForwardPass f, TestCases cases) {
            cases.each(in -> Case.drawn(in, in.between(5, 7), 4, 3).require(f));
        }

        @ExerciseTest(order = 3, points = 2)
        void twoLayers(ForwardPass f, TestCases cases) {
            cases.each(in -> Case.drawn(in, in.between(5, 7), 3, 8, 4).require(f));
        }

        @ExerciseTest(order = 4)
        void deep(ForwardPass f, TestCases cases) {
            cases.each(
                    in -> Case.even(in, in.between(6, 8), in.between(3, 5), 5).require(f));
        }

        @ExerciseTest(order = 5)
        void argumentsStay(ForwardPass f, TestCases cases) {
            cases.each((InputGenerator in) -> Case.drawn(in, 5, 3, 4, 2).requireShapes(f));
            cases.requireUnchanged();
        }

        /**
         * A network with its inputs, what its forward pass must give, and what usual mistakes give.
         *
         * @param in where it comes from
         * @param W the weights, from place 1
         * @param b the biases, from place 1
         * @param X (n[0], m)
         */
        @SuppressWarnings("ArrayRecordComponent") // read by index; never compared
        record Case(InputGenerator in, Matrix[] W, Matrix[] b, Matrix X) {
            /** Drawn at random, with so many examples and such widths. */
            static Case drawn(InputGenerator in, int m, int... n) {
                Matrix[] W = new Matrix[n.length];
                Matrix[] b = new Matrix[n.length];
                for (int l = 1; l < n.length; l++) {
                    W[l] = in.matrix(n[l], n[l - 1]);
                    b[l] = in.matrix(n[l], 1);
                }
                return new Case(in, W, b, in.matrix(n[0], m));
            }

            /** L layers of one width. */
            static Case even(InputGenerator in, int m, int L, int width) {
                int[] n = new int[L + 1];
                Arrays.fill(n, width);
                return drawn(in, m, n);
            }

            private int L() {
                return W.length - 1;
            }

            private ForwardValues given(ForwardPass f) {
                ForwardValues got = f.of(W, b, X);
                in.expect("Z.length", L() + 1)
                        .mistake("oneShort", this::L)
                        .form()
                        .is(got.Z() == null ? null : got.Z().length);
                in.expect("A.length", L() + 1)
                        .mistake("oneShort", this::L)
                        .form()
                        .is(got.A() == null ? null : got.A().length);
                return got;
            }

            void requireShapes(ForwardPass f) {
                ForwardValues got = given(f);
                in.expectShape("A[0]", X.rows(), X.cols()).is(got.A()[0]);
                for (int l = 1; l <= L(); l++) {
                    in.expectShape("Z[" + l + "]", W[l].rows(), X.cols()).is(got.Z()[l]);
                    in.expectShape("A[" + l + "]", W[l].rows(), X.cols()).is(got.A()[l]);
                }
            }

            void require(ForwardPass f) {
                ForwardValues got = given(f);
                ForwardValues truth = ForwardTruth.pass(W, b, X);
                in.expect("A[0]", X).is(got.A()[0]);
                for (int l = 1; l <= L(); l++) {
                    sums(l, truth).is(got.Z()[l]);
                    Matrix Z = truth.Z()[l];
                    in.expect("A[" + l + "]", truth.A()[l])
                            .mistake(l < L() ? "noRelu" : "reluAtEnd", l < L() ? () -> Z : () -> relu(Z))
                            .otherActivation(Z, l < L() ? "ReLU" : "")
                            .is(got.A()[l]);
                }
            }

            private Expectation sums(int l, ForwardValues truth) {
                Matrix before = truth.A()[l - 1];
                Matrix zeros = b[l].times(0);
                return in.expect("Z[" + l + "]", truth.Z()[l])
                        .mistake(l < L() ? "activatedZ" : "reluAtEnd", () -> relu(truth.Z()[l]))
                        .mistake("fedZ", () -> ForwardTruth.layer(W[l], truth.Z()[l - 1], b[l]))
                        .mistake("fedX", () -> l > 1 ? ForwardTruth.layer(W[l], X, b[l]) : null)
                        .usual("minusBias", () -> ForwardTruth.layer(W[l], before, b[l].times(-1)))
                        .otherActivation(truth.Z()[l], "")
                        .mistake("noBias", () -> ForwardTruth.layer(W[l], before, zeros))
                        .mistake("firstParameters", () -> ForwardTruth.layer(W[1], before, b[1]))
                        .mistake("firstParameters", () -> ForwardTruth.layer(W[l], before, b[1]));
            }

            private static Matrix relu(Matrix Z) {
                return ForwardTruth.relu(Z);
            }

            /** What the network makes of some examples does not depend on the others. */
            void requireApart(ForwardPass f, int... examples) {
                Matrix all = f.of(W, b, X).A()[L()];
                Matrix some = f.of(W, b, X.cols(examples)).A()[L()];
                in.expect("A[L] of the chosen examples", all.cols(examples)).is(some);
            }

            /** The numbers m − 1 … 0. */
            int[] backwards() {
                return IntStream.range(0, X.cols()).map(i -> X.cols() - 1 - i).toArray();
            }
        }
    }
}
