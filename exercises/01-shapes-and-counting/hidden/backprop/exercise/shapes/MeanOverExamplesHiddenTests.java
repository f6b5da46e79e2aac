package backprop.exercise.shapes;

import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.TestCases;

/** More examples than features, and a single feature. */
@ExerciseTests
final class MeanOverExamplesHiddenTests {
    @ExerciseTest(order = 1)
    void otherSizes(MeanOverExamples f, TestCases cases) {
        cases.each(in -> {
            MeanOverExamples.Tests.require(in, f, in.between(2, 5), in.between(40, 60));
            MeanOverExamples.Tests.require(in, f, 1, in.between(2, 5));
            MeanOverExamples.Tests.require(in, f, 4, 4);
        });
    }
}
