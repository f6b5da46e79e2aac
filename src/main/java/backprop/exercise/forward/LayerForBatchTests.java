package backprop.exercise.forward;

import backprop.exercise.ExerciseTests;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The truth is the sum, entry by entry. */
@ExerciseTests
final class LayerForBatchTests {
    @Test
    @Order(1)
    void shape(LayerForBatch f, TestCases cases) {
        cases.each(in -> requireShape(f, LayerCase.drawn(in, in.between(2, 6))));
    }

    @Test
    @Order(2)
    void oneColumn(LayerForBatch f, TestCases cases) {
        cases.each(in -> requireEntries(f, LayerCase.drawn(in, 1)));
    }

    @Test
    @Order(3)
    void batch(LayerForBatch f, TestCases cases) {
        cases.each(in -> requireEntries(f, LayerCase.drawn(in, in.between(2, 6))));
    }

    @Test
    @Order(4)
    void squares(LayerForBatch f, TestCases cases) {
        cases.each((InputGenerator in) -> requireEntries(f, LayerCase.square(in)));
    }

    @Test
    @Order(5)
    void argumentsStay(LayerForBatch f, TestCases cases) {
        cases.each(in -> requireShape(f, LayerCase.drawn(in, in.between(2, 6))));
        cases.requireUntouched();
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
