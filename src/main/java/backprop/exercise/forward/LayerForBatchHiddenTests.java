package backprop.exercise.forward;

import backprop.exercise.ExerciseTests;
import backprop.exercise.Inputs;
import backprop.exercise.Trials;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Other sizes: many examples, a single node, a single input. */
@ExerciseTests
final class LayerForBatchHiddenTests {
    @Test
    @Order(1)
    void otherSizes(LayerForBatch f, Trials trials) {
        trials.each(in -> LayerForBatchTests.requireEntries(f, LayerCase.sized(in, 2, 3, in.between(30, 40))));
        trials.each(in -> LayerForBatchTests.requireEntries(f, LayerCase.sized(in, 1, 5, in.between(2, 9))));
        trials.each((Inputs in) -> LayerForBatchTests.requireEntries(f, LayerCase.sized(in, 3, 1, 4)));
    }
}
