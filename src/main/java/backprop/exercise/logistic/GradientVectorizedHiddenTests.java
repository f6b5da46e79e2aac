package backprop.exercise.logistic;

import backprop.exercise.ExerciseTests;
import backprop.exercise.TestCases;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** More examples, and more features than examples. */
@ExerciseTests
final class GradientVectorizedHiddenTests {
    @Test
    @Order(1)
    void largeBatch(GradientVectorized f, TestCases cases) {
        cases.each(
                in -> GradientVectorizedTests.require(f, LogisticCase.drawn(in, in.between(1, 4), in.between(30, 50))));
    }

    @Test
    @Order(2)
    void manyFeatures(GradientVectorized f, TestCases cases) {
        cases.each(
                in -> GradientVectorizedTests.require(f, LogisticCase.drawn(in, in.between(12, 20), in.between(2, 9))));
    }
}
