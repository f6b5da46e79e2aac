package backprop.exercise.backward;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.Expectation;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;

/** The contract: dW = (1/m) dZ Aᵀ, db = (1/m) Σ dZ over the examples, dA = Wᵀ dZ. */
@Exercise
@FunctionalInterface
public interface DenseBackward {
    /**
     * One dense layer, backward, for a whole batch.
     *
     * @param dZ m ∂J/∂Z (n, m)
     * @param A the activations that came into the layer (n₋, m)
     * @param W the layer's weights (n, n₋)
     * @return dW (n, n₋), db (n, 1) and dA (n₋, m)
     */
    LayerGradients of(Matrix dZ, Matrix A, Matrix W);

    /** The truth is the sum over the examples, entry by entry. */
    @ExerciseTests
    final class Tests {
        private static final double HUGE = 1e150;

        @ExerciseTest(order = 1)
        void shapes(DenseBackward f, TestCases cases) {
            cases.each(in -> Case.drawn(in, in.between(2, 6)).requireShapes(f));
        }

        @ExerciseTest(order = 2)
        void oneColumn(DenseBackward f, TestCases cases) {
            cases.each(in -> Case.drawn(in, 1).require(f));
        }

        @ExerciseTest(order = 3, points = 2)
        void batch(DenseBackward f, TestCases cases) {
            cases.each(in -> Case.square(in).require(f));
            cases.each((InputGenerator in) -> Case.drawn(in, in.between(5, 6)).require(f));
        }

        @ExerciseTest(order = 4)
        void largeNumbers(DenseBackward f, TestCases cases) {
            cases.each(in -> Case.drawn(in, in.between(5, 6)).times(HUGE).require(f));
        }

        @ExerciseTest(order = 5)
        void argumentsStay(DenseBackward f, TestCases cases) {
            cases.untouched(
                    (InputGenerator in) -> Case.drawn(in, in.between(2, 6)).requireShapes(f));
        }

        /**
         * A layer's backward pass with what it must give, summed entry by entry, and with what usual mistakes give.
         *
         * @param in where it comes from
         * @param dZ (n, m)
         * @param A (n₋, m)
         * @param W (n, n₋)
         */
        record Case(InputGenerator in, Matrix dZ, Matrix A, Matrix W) {
            /** Drawn at random: n and n₋ differ, and differ from m. */
            static Case drawn(InputGenerator in, int m) {
                int n = 7 + in.between(0, 2);
                int before = 10 + in.between(0, 3);
                return new Case(in, in.matrix(n, m), in.matrix(before, m), in.matrix(n, before));
            }

            /** All sizes are the same, so that no shape protects from another product. */
            static Case square(InputGenerator in) {
                int n = in.between(4, 5);
                return new Case(in, in.matrix(n, n), in.matrix(n, n), in.matrix(n, n));
            }

            Case times(double c) {
                return new Case(in, dZ.times(c), A, W);
            }

            private int m() {
                return dZ.cols();
            }

            private Matrix dW() {
                return Matrix.generate(W.rows(), W.cols(), (j, k) -> {
                    double sum = 0;
                    for (int i = 0; i < m(); i++) {
                        sum += dZ.get(j, i) * A.get(k, i);
                    }
                    return sum / m();
                });
            }

            private Matrix db() {
                return Matrix.generate(W.rows(), 1, (j, k) -> {
                    double sum = 0;
                    for (int i = 0; i < m(); i++) {
                        sum += dZ.get(j, i);
                    }
                    return sum / m();
                });
            }

            private Matrix dA() {
                return Matrix.generate(A.rows(), m(), (k, i) -> {
                    double sum = 0;
                    for (int j = 0; j < W.rows(); j++) {
                        sum += W.get(j, k) * dZ.get(j, i);
                    }
                    return sum;
                });
            }

            void requireShapes(DenseBackward f) {
                LayerGradients got = f.of(dZ, A, W);
                in.expectShape("dW", W.rows(), W.cols()).is(got.dW());
                in.expectShape("db", W.rows(), 1)
                        .mistake("overFeatures", () -> Matrix.ones(1, m()))
                        .is(got.db());
                in.expectShape("dA", A.rows(), m()).is(got.dA());
            }

            void require(DenseBackward f) {
                LayerGradients got = f.of(dZ, A, W);
                weights().is(got.dW());
                bias().is(got.db());
                in.expect("dA", dA())
                        .mistake("dividedDA", () -> dA().divide(m()))
                        .mistake("rowForColumn", () -> W.mult(dZ))
                        .mistake("entryByEntry", () -> W.hadamard(dZ))
                        .is(got.dA());
            }

            private Expectation weights() {
                double m = m();
                Matrix dW = dW();
                Expectation wanted = in.expect("dW", dW)
                        .mistake("lastLost", this::withoutLast)
                        .mistake("overNodesDivided", () -> dW.times(m / W.rows()))
                        .mistake("overInputsDivided", () -> dW.times(m / W.cols()));
                for (double mean : new double[] {1, m}) {
                    wanted.mistake("entryByEntry", () -> dZ.hadamard(A).divide(mean))
                            .mistake("notTransposed", () -> dZ.mult(A).divide(mean));
                }
                return wanted.meanOver(m());
            }

            private Expectation bias() {
                double m = m();
                return in.expect("db", db())
                        .mistake("overNodesDivided", () -> db().times(m / W.rows()))
                        .mistake("overInputsDivided", () -> db().times(m / W.cols()))
                        .mistake(
                                "overFeatures",
                                () -> dZ.sumOfColumns().transpose().divide(m))
                        .meanOver(m());
            }

            private Matrix withoutLast() {
                int last = m() - 1;
                return dW().minus(
                                Matrix.generate(W.rows(), W.cols(), (j, k) -> dZ.get(j, last) * A.get(k, last) / m()));
            }
        }
    }
}
