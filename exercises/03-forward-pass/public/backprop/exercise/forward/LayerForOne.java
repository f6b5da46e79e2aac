package backprop.exercise.forward;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;

/** The contract: z = W a + b. */
@Exercise
@FunctionalInterface
public interface LayerForOne {
    /**
     * The weighted sums of one layer, for one example.
     *
     * @param W the layer's weights (n, n₋), a row for each node
     * @param a what comes in (n₋, 1)
     * @param b the biases (n, 1)
     * @return z (n, 1)
     */
    Matrix of(Matrix W, Matrix a, Matrix b);

    /** The truth is the sum, entry by entry. */
    @ExerciseTests
    final class Tests {
        @ExerciseTest(order = 1)
        void shape(LayerForOne f, TestCases cases) {
            cases.each(in -> {
                LayerCase layer = LayerCase.drawn(in, 1);
                layer.shape("z")
                        .mistake("inputs", () -> Matrix.ones(layer.W().cols(), 1))
                        .is(of(f, layer));
            });
        }

        @ExerciseTest(order = 2)
        void entries(LayerForOne f, TestCases cases) {
            cases.each(in -> requireEntries(f, LayerCase.drawn(in, 1)));
            cases.each((InputGenerator in) -> requireEntries(f, LayerCase.sized(in, 4, 4, 1)));
        }

        @ExerciseTest(order = 3)
        void argumentsStay(LayerForOne f, TestCases cases) {
            cases.untouched(in -> requireEntries(f, LayerCase.drawn(in, 1)));
        }

        private static void requireEntries(LayerForOne f, LayerCase layer) {
            layer.sums("z").is(of(f, layer));
        }

        private static Matrix of(LayerForOne f, LayerCase layer) {
            return f.of(layer.W(), layer.A(), layer.b());
        }
    }
}
