package backprop.exercise.backward;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;
import java.util.function.DoubleSupplier;

/** The contract: dW = dz aᵀ, db = dz, da = Wᵀ dz, for a single example. */
@Exercise
@FunctionalInterface
public interface OneExampleBackward {
    /**
     * One dense layer, backward, for one example.
     *
     * @param dz ∂ℒ/∂z (n, 1)
     * @param a the activations that came into the layer (n₋, 1)
     * @param W the layer's weights (n, n₋)
     * @return dW (n, n₋), db (n, 1) and da, called dA in the record (n₋, 1)
     */
    LayerGradients of(Matrix dz, Matrix a, Matrix W);

    /** The truth is what a nudge of each number does to ℓ = Σ dz_j z_j. */
    @ExerciseTests
    final class Tests {
        private static final int SQUARE = 3;

        @ExerciseTest(order = 1)
        void shapes(OneExampleBackward f, TestCases cases) {
            cases.each(in -> Case.drawn(in, in.between(2, 3), in.between(4, 5)).requireShapes(f));
        }

        @ExerciseTest(order = 2)
        void oneNode(OneExampleBackward f, TestCases cases) {
            cases.each(in -> Case.drawn(in, 1, in.between(2, 4)).require(f));
        }

        @ExerciseTest(order = 3)
        void layer(OneExampleBackward f, TestCases cases) {
            cases.each(in -> Case.drawn(in, SQUARE, SQUARE).require(f));
            cases.each(in -> Case.drawn(in, in.between(2, 3), in.between(4, 5)).require(f));
        }

        @ExerciseTest(order = 4)
        void argumentsStay(OneExampleBackward f, TestCases cases) {
            cases.untouched(
                    in -> Case.drawn(in, in.between(2, 3), in.between(4, 5)).got(f));
        }

        /**
         * A layer and one example. What it must give are the slopes of ℓ = Σ dz_j z_j with z = W a + b, which is linear in
         * each number: so a difference with the step 1 is exact.
         *
         * @param in where it comes from
         * @param dz (n, 1)
         * @param a (n₋, 1)
         * @param W (n, n₋)
         * @param b (n, 1)
         */
        record Case(InputGenerator in, Matrix dz, Matrix a, Matrix W, Matrix b) {
            static Case drawn(InputGenerator in, int n, int before) {
                return new Case(in, in.matrix(n, 1), in.matrix(before, 1), in.matrix(n, before), in.matrix(n, 1));
            }

            private double loss() {
                double sum = 0;
                for (int j = 0; j < W.rows(); j++) {
                    double z = b.get(j, 0);
                    for (int k = 0; k < W.cols(); k++) {
                        z += W.get(j, k) * a.get(k, 0);
                    }
                    sum += dz.get(j, 0) * z;
                }
                return sum;
            }

            private static Matrix slopes(Matrix P, DoubleSupplier loss) {
                return Matrix.generate(P.rows(), P.cols(), (i, j) -> {
                    double before = loss.getAsDouble();
                    double p = P.get(i, j);
                    P.set(i, j, p + 1);
                    double after = loss.getAsDouble();
                    P.set(i, j, p);
                    return after - before;
                });
            }

            LayerGradients got(OneExampleBackward f) {
                return f.of(dz, a, W);
            }

            void requireShapes(OneExampleBackward f) {
                LayerGradients got = got(f);
                in.expectShape("dW", W.rows(), W.cols())
                        .mistake("column", () -> Matrix.ones(W.rows(), 1))
                        .is(got.dW());
                in.expectShape("db", W.rows(), 1)
                        .mistake("overNodes", () -> Matrix.ones(1, 1))
                        .is(got.db());
                in.expectShape("da", W.cols(), 1).is(got.dA());
            }

            void require(OneExampleBackward f) {
                LayerGradients got = got(f);
                in.expect("dW", slopes(W, this::loss))
                        .mistake("weight", () -> entries((j, k) -> dz.get(j, 0) * W.get(j, k)))
                        .mistake("noInput", () -> entries((j, k) -> dz.get(j, 0)))
                        .mistake("noDz", () -> entries((j, k) -> a.get(k, 0)))
                        .mistake("sumInsteadOfProduct", () -> entries((j, k) -> dz.get(j, 0) + a.get(k, 0)))
                        .is(got.dW());
                in.expect("db", slopes(b, this::loss)).is(got.db());
                in.expect("da", slopes(a, this::loss))
                        .mistake("overwritten", () -> path(W.rows() - 1))
                        .mistake("firstPath", () -> path(0))
                        .mistake("noWeights", () -> Matrix.generate(W.cols(), 1, (k, one) -> dz.sum()))
                        .mistake("rowForColumn", () -> W.mult(dz))
                        .is(got.dA());
            }

            private Matrix entries(Matrix.Entry rule) {
                return Matrix.generate(W.rows(), W.cols(), rule);
            }

            /** What one node alone sends back. */
            private Matrix path(int j) {
                return Matrix.generate(W.cols(), 1, (k, one) -> W.get(j, k) * dz.get(j, 0));
            }
        }
    }
}
