package backprop.exercise.logistic;

import backprop.exercise.ExerciseTests;
import backprop.exercise.TestCases;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A single example, more features, a learning rate that jumps over the minimum. */
@ExerciseTests
final class LogisticTrainingHiddenTests {
    private static final double LARGE = 2.5;

    @Test
    @Order(1)
    void otherSizes(LogisticTraining f, TestCases cases) {
        cases.each(in -> {
            LogisticDescent.drawn(in, 1, 1, 1, 2).require(f);
            LogisticDescent.drawn(in, in.between(5, 8), in.between(9, 12), LARGE, in.between(2, 4))
                    .require(f);
        });
    }
}
