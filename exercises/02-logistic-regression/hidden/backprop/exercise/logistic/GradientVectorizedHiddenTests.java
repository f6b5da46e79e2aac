package backprop.exercise.logistic;

import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.TestCases;

/** More examples, and more features than examples. */
@ExerciseTests
final class GradientVectorizedHiddenTests {
    @ExerciseTest(order = 1)
    void largeBatch(GradientVectorized f, TestCases cases) {
        cases.each(in ->
                GradientVectorized.Tests.require(f, LogisticCase.drawn(in, in.between(1, 4), in.between(30, 50))));
    }

    @ExerciseTest(order = 2)
    void manyFeatures(GradientVectorized f, TestCases cases) {
        cases.each(in ->
                GradientVectorized.Tests.require(f, LogisticCase.drawn(in, in.between(12, 20), in.between(2, 9))));
    }
}
