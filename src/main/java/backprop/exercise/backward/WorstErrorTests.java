package backprop.exercise.backward;

import backprop.exercise.ExerciseTests;
import backprop.exercise.Inputs;
import backprop.exercise.Trials;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The truth is planted: a gradient c times too large has the relative error (c − 1) / (c + 1). */
@ExerciseTests
final class WorstErrorTests {
    @Test
    @Order(1)
    void right(WorstError f, Trials trials) {
        trials.each(in -> drawn(in).requireNone(f));
    }

    @Test
    @Order(2)
    void oneWrong(WorstError f, Trials trials) {
        trials.each(in -> drawn(in).requireFound(f));
    }

    @Test
    @Order(3)
    void worst(WorstError f, Trials trials) {
        trials.each(in -> drawn(in).requireWorst(f));
    }

    @Test
    @Order(4)
    void argumentsStay(WorstError f, Trials trials) {
        trials.each(in -> {
            WorstErrorCase drawn = drawn(in);
            drawn.got(f, drawn.right(), in.calls("J"));
        });
        trials.requireUntouched();
    }

    /** Three layers, or two. */
    private static WorstErrorCase drawn(Inputs in) {
        return in.between(0, 1) == 0 ? WorstErrorCase.drawn(in, 2, 3, 2, 2) : WorstErrorCase.drawn(in, 3, 2, 3);
    }
}
