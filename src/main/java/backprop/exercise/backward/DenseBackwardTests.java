package backprop.exercise.backward;

import backprop.exercise.ExerciseTests;
import backprop.exercise.InputGenerator;
import backprop.exercise.Points;
import backprop.exercise.TestCases;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The truth is the sum over the examples, entry by entry. */
@ExerciseTests
final class DenseBackwardTests {
    private static final double HUGE = 1e150;

    @Test
    @Order(1)
    void shapes(DenseBackward f, TestCases cases) {
        cases.each(in -> DenseBackwardCase.drawn(in, in.between(2, 6)).requireShapes(f));
    }

    @Test
    @Order(2)
    void oneColumn(DenseBackward f, TestCases cases) {
        cases.each(in -> DenseBackwardCase.drawn(in, 1).require(f));
    }

    @Test
    @Order(3)
    @Points(2)
    void batch(DenseBackward f, TestCases cases) {
        cases.each(in -> DenseBackwardCase.square(in).require(f));
        cases.each((InputGenerator in) ->
                DenseBackwardCase.drawn(in, in.between(5, 6)).require(f));
    }

    @Test
    @Order(4)
    void largeNumbers(DenseBackward f, TestCases cases) {
        cases.each(
                in -> DenseBackwardCase.drawn(in, in.between(5, 6)).times(HUGE).require(f));
    }

    @Test
    @Order(5)
    void argumentsStay(DenseBackward f, TestCases cases) {
        cases.each((InputGenerator in) ->
                DenseBackwardCase.drawn(in, in.between(2, 6)).requireShapes(f));
        cases.requireUntouched();
    }
}
