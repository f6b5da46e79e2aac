package backprop.exercise.logistic;

import backprop.exercise.ExerciseTests;
import backprop.exercise.TestCases;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Labels that are not sure. */
@ExerciseTests
final class LossFromLogitHiddenTests {
    private static final double TEN = 10;

    @Test
    @Order(1)
    void softLabels(LossFromLogit f, TestCases cases) {
        cases.each(in -> LossFromLogitCase.drawn(in, in.between(1, 9) / TEN).requireBothSides(f));
    }
}
