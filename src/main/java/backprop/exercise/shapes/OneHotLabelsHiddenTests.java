package backprop.exercise.shapes;

import backprop.exercise.ExerciseTests;
import backprop.exercise.TestCases;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Few examples of many classes, and one class alone. */
@ExerciseTests
final class OneHotLabelsHiddenTests {
    @Test
    @Order(1)
    void otherSizes(OneHotLabels f, TestCases cases) {
        cases.each(in -> {
            OneHotLabelsTests.require(in, f, 10, in.labels(10, 3));
            OneHotLabelsTests.require(in, f, 4, in.labels(4, 4));
            OneHotLabelsTests.require(in, f, 1, in.labels(1, 2));
        });
    }
}
