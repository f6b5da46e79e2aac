package backprop.exercise.@PACKAGE@;

import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.TestCases;

/** Other sizes: one number, one column. */
@ExerciseTests
final class @CONTRACT@HiddenTests {
    @ExerciseTest(order = 1)
    void otherSizes(@CONTRACT@ f, TestCases cases) {
        cases.each(in -> {
            @CONTRACT@.Tests.require(in, f, in.between(7, 9), 1);
            @CONTRACT@.Tests.require(in, f, 2, in.between(7, 9));
        });
    }
}
