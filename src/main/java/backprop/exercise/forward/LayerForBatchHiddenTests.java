package backprop.exercise.forward;

import backprop.exercise.ExerciseTests;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Other sizes: many examples, a single node, a single input. */
@ExerciseTests
final class LayerForBatchHiddenTests {
    @Test
    @Order(1)
    void otherSizes(LayerForBatch f, TestCases cases) {
        cases.each(in -> LayerForBatchTests.requireEntries(f, LayerCase.sized(in, 2, 3, in.between(30, 40))));
        cases.each(in -> LayerForBatchTests.requireEntries(f, LayerCase.sized(in, 1, 5, in.between(2, 9))));
        cases.each((InputGenerator in) -> LayerForBatchTests.requireEntries(f, LayerCase.sized(in, 3, 1, 4)));
    }
}
