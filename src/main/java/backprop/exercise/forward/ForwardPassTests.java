package backprop.exercise.forward;

import backprop.exercise.ExerciseTests;
import backprop.exercise.InputGenerator;
import backprop.exercise.Points;
import backprop.exercise.TestCases;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The truth is the sum, layer by layer and entry by entry. */
@ExerciseTests
final class ForwardPassTests {
    @Test
    @Order(1)
    void shapes(ForwardPass f, TestCases cases) {
        cases.each(in -> ForwardCase.drawn(in, in.between(6, 8), 3, 5, 4, 2).requireShapes(f));
    }

    @Test
    @Order(2)
    void oneLayer(ForwardPass f, TestCases cases) {
        cases.each(in -> ForwardCase.drawn(in, in.between(5, 7), 4, 3).require(f));
    }

    @Test
    @Order(3)
    @Points(2)
    void twoLayers(ForwardPass f, TestCases cases) {
        cases.each(in -> ForwardCase.drawn(in, in.between(5, 7), 3, 8, 4).require(f));
    }

    @Test
    @Order(4)
    void deep(ForwardPass f, TestCases cases) {
        cases.each(in ->
                ForwardCase.even(in, in.between(6, 8), in.between(3, 5), 5).require(f));
    }

    @Test
    @Order(5)
    void argumentsStay(ForwardPass f, TestCases cases) {
        cases.each((InputGenerator in) -> ForwardCase.drawn(in, 5, 3, 4, 2).requireShapes(f));
        cases.requireUnchanged();
    }
}
