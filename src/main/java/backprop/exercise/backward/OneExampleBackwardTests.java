package backprop.exercise.backward;

import backprop.exercise.ExerciseTests;
import backprop.exercise.TestCases;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The truth is what a nudge of each number does to ℓ = Σ dz_j z_j. */
@ExerciseTests
final class OneExampleBackwardTests {
    private static final int SQUARE = 3;

    @Test
    @Order(1)
    void shapes(OneExampleBackward f, TestCases cases) {
        cases.each(in ->
                OneExampleCase.drawn(in, in.between(2, 3), in.between(4, 5)).requireShapes(f));
    }

    @Test
    @Order(2)
    void oneNode(OneExampleBackward f, TestCases cases) {
        cases.each(in -> OneExampleCase.drawn(in, 1, in.between(2, 4)).require(f));
    }

    @Test
    @Order(3)
    void layer(OneExampleBackward f, TestCases cases) {
        cases.each(in -> OneExampleCase.drawn(in, SQUARE, SQUARE).require(f));
        cases.each(in ->
                OneExampleCase.drawn(in, in.between(2, 3), in.between(4, 5)).require(f));
    }

    @Test
    @Order(4)
    void argumentsStay(OneExampleBackward f, TestCases cases) {
        cases.each(in ->
                OneExampleCase.drawn(in, in.between(2, 3), in.between(4, 5)).got(f));
        cases.requireUntouched();
    }
}
