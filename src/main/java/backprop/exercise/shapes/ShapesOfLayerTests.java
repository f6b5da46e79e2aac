package backprop.exercise.shapes;

import backprop.exercise.ExerciseTests;
import backprop.exercise.TestCases;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The truth is a layer of the kit that has run forward and backward. */
@ExerciseTests
final class ShapesOfLayerTests {
    @Test
    @Order(1)
    void weights(ShapesOfLayer f, TestCases cases) {
        cases.each(in -> ShapesOfLayerCase.drawn(in, in.between(2, 4)).requireW(f));
    }

    @Test
    @Order(2)
    void forward(ShapesOfLayer f, TestCases cases) {
        cases.each(in -> ShapesOfLayerCase.drawn(in, in.between(2, 4)).requireBAndZ(f));
    }

    @Test
    @Order(3)
    void backward(ShapesOfLayer f, TestCases cases) {
        cases.each(in -> ShapesOfLayerCase.drawn(in, in.between(2, 4)).requireDA(f));
    }

    @Test
    @Order(4)
    void lastLayer(ShapesOfLayer f, TestCases cases) {
        cases.each(in -> {
            ShapesOfLayerCase one = ShapesOfLayerCase.drawn(in, 1).last();
            one.requireW(f);
            one.requireBAndZ(f);
            one.requireDA(f);
        });
    }
}
