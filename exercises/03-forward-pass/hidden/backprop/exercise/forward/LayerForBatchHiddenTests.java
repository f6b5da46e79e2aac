package backprop.exercise.forward;

import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;

/** Other sizes: many examples, a single node, a single input. */
@ExerciseTests
final class LayerForBatchHiddenTests {
    @ExerciseTest(order = 1)
    void otherSizes(LayerForBatch f, TestCases cases) {
        cases.each(in -> LayerForBatch.Tests.requireEntries(f, LayerCase.sized(in, 2, 3, in.between(30, 40))));
        cases.each(in -> LayerForBatch.Tests.requireEntries(f, LayerCase.sized(in, 1, 5, in.between(2, 9))));
        cases.each((InputGenerator in) -> LayerForBatch.Tests.requireEntries(f, LayerCase.sized(in, 3, 1, 4)));
    }
}
