package backprop.exercise.logistic;

import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.TestCases;

/** A single example, more features, a learning rate that jumps over the minimum. */
@ExerciseTests
final class LogisticTrainingHiddenTests {
    private static final double LARGE = 2.5;

    @ExerciseTest(order = 1)
    void otherSizes(LogisticTraining f, TestCases cases) {
        cases.each(in -> {
            LogisticTraining.Tests.Descent.drawn(in, 1, 1, 1, 2).require(f);
            LogisticTraining.Tests.Descent.drawn(in, in.between(5, 8), in.between(9, 12), LARGE, in.between(2, 4))
                    .require(f);
        });
    }
}
