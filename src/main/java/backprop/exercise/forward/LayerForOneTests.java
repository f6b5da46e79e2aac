package backprop.exercise.forward;

import backprop.exercise.ExerciseTests;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The truth is the sum, entry by entry. */
@ExerciseTests
final class LayerForOneTests {
    @Test
    @Order(1)
    void shape(LayerForOne f, TestCases cases) {
        cases.each(in -> {
            LayerCase layer = LayerCase.drawn(in, 1);
            layer.shape("z")
                    .mistake("inputs", () -> Matrix.ones(layer.W().cols(), 1))
                    .is(of(f, layer));
        });
    }

    @Test
    @Order(2)
    void entries(LayerForOne f, TestCases cases) {
        cases.each(in -> requireEntries(f, LayerCase.drawn(in, 1)));
        cases.each((InputGenerator in) -> requireEntries(f, LayerCase.sized(in, 4, 4, 1)));
    }

    @Test
    @Order(3)
    void argumentsStay(LayerForOne f, TestCases cases) {
        cases.each(in -> requireEntries(f, LayerCase.drawn(in, 1)));
        cases.requireUntouched();
    }

    private static void requireEntries(LayerForOne f, LayerCase layer) {
        layer.sums("z").is(of(f, layer));
    }

    private static Matrix of(LayerForOne f, LayerCase layer) {
        return f.of(layer.W(), layer.A(), layer.b());
    }
}
