package backprop.exercise.backward;

import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.TestCases;

/** Batches larger than those that a learner has seen. */
@ExerciseTests
final class DenseBackwardHiddenTests {
    @ExerciseTest(order = 1)
    void largeBatch(DenseBackward f, TestCases cases) {
        cases.each(in -> DenseBackward.Tests.Case.drawn(in, in.between(50, 90)).require(f));
    }
}
