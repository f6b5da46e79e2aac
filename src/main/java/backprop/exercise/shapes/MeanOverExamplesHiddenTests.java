package backprop.exercise.shapes;

import backprop.exercise.ExerciseTests;
import backprop.exercise.TestCases;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** More examples than features, and a single feature. */
@ExerciseTests
final class MeanOverExamplesHiddenTests {
    @Test
    @Order(1)
    void otherSizes(MeanOverExamples f, TestCases cases) {
        cases.each(in -> {
            MeanOverExamplesTests.require(in, f, in.between(2, 5), in.between(40, 60));
            MeanOverExamplesTests.require(in, f, 1, in.between(2, 5));
            MeanOverExamplesTests.require(in, f, 4, 4);
        });
    }
}
