package backprop.exercise.backward;

import backprop.exercise.ExerciseTests;
import backprop.exercise.TestCases;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Batches larger than those that a learner has seen. */
@ExerciseTests
final class DenseBackwardHiddenTests {
    @Test
    @Order(1)
    void largeBatch(DenseBackward f, TestCases cases) {
        cases.each(in -> DenseBackwardCase.drawn(in, in.between(50, 90)).require(f));
    }
}
