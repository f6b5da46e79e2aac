package backprop.exercise.backward;

import backprop.exercise.ExerciseTests;
import backprop.exercise.Trials;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Networks that a learner has not seen: deeper, of equal widths, of a single node, with a single example. */
@ExerciseTests
final class BackwardPassHiddenTests {
    @Test
    @Order(1)
    void otherNetworks(BackwardPass f, Trials trials) {
        trials.each(in -> BackwardPassCase.drawn(in, 1, 3, 4, 2).require(f));
        trials.each(in -> BackwardPassCase.drawn(in, in.between(4, 5), 3, 3, 3).require(f));
        trials.each(in -> BackwardPassCase.drawn(in, 3, 2, 3, 1, 3, 2, 2).require(f));
    }
}
