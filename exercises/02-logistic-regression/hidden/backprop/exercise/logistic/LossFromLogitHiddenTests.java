package backprop.exercise.logistic;

import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.TestCases;

/** Labels that are not sure. */
@ExerciseTests
final class LossFromLogitHiddenTests {
    private static final double TEN = 10;

    @ExerciseTest(order = 1)
    void softLabels(LossFromLogit f, TestCases cases) {
        cases.each(
                in -> LossFromLogit.Tests.Case.drawn(in, in.between(1, 9) / TEN).requireBothSides(f));
    }
}
