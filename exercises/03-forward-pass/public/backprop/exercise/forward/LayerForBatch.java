package backprop.exercise.forward;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;

/** The contract: Z = W A + b, with b added to every column. */
@Exercise
@FunctionalInterface
public interface LayerForBatch {
    /**
     * The weighted sums of one layer, for a whole batch.
     *
     * @param W the layer's weights (n, n₋)
     * @param A what comes in (n₋, m), a column for each example
     * @param b the biases (n, 1)
     * @return Z (n, m)
     */
    Matrix of(Matrix W, Matrix A, Matrix b);

    /** The truth is the sum, entry by entry. */
    @ExerciseTests
    final class Tests {
        @ExerciseTest(order = 1)
        void shape(LayerForBatch f, TestCases cases) {
            cases.each(in -> requireShape(f, LayerCase.drawn(in, in.between(2, 6))));
        }

        @ExerciseTest(order = 2)
        void oneColumn(LayerForBatch f, TestCases cases) {
            cases.each(in -> requireEntries(f, LayerCase.drawn(in, 1)));
        }

        @ExerciseTest(order = 3)
        void batch(LayerForBatch f, TestCases cases) {
            cases.each(in -> requireEntries(f, LayerCase.drawn(in, in.between(2, 6))));
        }

        @ExerciseTest(order = 4)
        void squares(LayerForBatch f, TestCases cases) {
            cases.each((InputGenerator in) -> requireEntries(f, LayerCase.square(in)));
        }

        @ExerciseTest(order = 5)
        void argumentsStay(LayerForBatch f, TestCases cases) {
            cases.untouched(in -> requireShape(f, LayerCase.drawn(in, in.between(2, 6))));
        }

        private static void requireShape(LayerForBatch f, LayerCase layer) {
            layer.shape("Z")
                    .mistake("oneExample", () -> Matrix.ones(layer.W().rows(), 1))
                    .is(of(f, layer));
        }

        static void requireEntries(LayerForBatch f, LayerCase layer) {
            layer.batchSums("Z").is(of(f, layer));
        }

        private static Matrix of(LayerForBatch f, LayerCase layer) {
            return f.of(layer.W(), layer.A(), layer.b());
        }
    }
}
