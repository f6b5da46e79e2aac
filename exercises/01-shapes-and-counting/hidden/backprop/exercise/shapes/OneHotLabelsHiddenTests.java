package backprop.exercise.shapes;

import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.TestCases;

/** Few examples of many classes, and one class alone. */
@ExerciseTests
final class OneHotLabelsHiddenTests {
    @ExerciseTest(order = 1)
    void otherSizes(OneHotLabels f, TestCases cases) {
        cases.each(in -> {
            OneHotLabels.Tests.require(in, f, 10, in.labels(10, 3));
            OneHotLabels.Tests.require(in, f, 4, in.labels(4, 4));
            OneHotLabels.Tests.require(in, f, 1, in.labels(1, 2));
        });
    }
}
