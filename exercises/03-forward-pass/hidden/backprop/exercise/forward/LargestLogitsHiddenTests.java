package backprop.exercise.forward;

import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;

/** A single class, logits far below 0, and logits that hardly differ. */
@ExerciseTests
final class LargestLogitsHiddenTests {
    private static final double FAR = 1e300;
    private static final double NEAR = 1e-6;

    @ExerciseTest(order = 1)
    void extremes(LargestLogits f, TestCases cases) {
        cases.each(in -> LargestLogits.Tests.require(in, f, in.matrix(1, in.between(2, 5))));
        cases.each((InputGenerator in) ->
                LargestLogits.Tests.require(in, f, in.matrix(6, 5).map(z -> -FAR * (2 + Math.abs(z)))));
        cases.each((InputGenerator in) ->
                LargestLogits.Tests.require(in, f, in.matrix(10, 7).map(z -> 1000 + NEAR * z)));
    }
}
