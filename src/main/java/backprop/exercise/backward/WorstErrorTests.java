package backprop.exercise.backward;

import backprop.exercise.ExerciseTests;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The truth is planted: a gradient c times too large has the relative error (c − 1) / (c + 1). */
@ExerciseTests
final class WorstErrorTests {
    @Test
    @Order(1)
    void right(WorstError f, TestCases cases) {
        cases.each(in -> drawn(in).requireNone(f));
    }

    @Test
    @Order(2)
    void oneWrong(WorstError f, TestCases cases) {
        cases.each(in -> drawn(in).requireFound(f));
    }

    @Test
    @Order(3)
    void worst(WorstError f, TestCases cases) {
        cases.each(in -> drawn(in).requireWorst(f));
    }

    @Test
    @Order(4)
    void argumentsStay(WorstError f, TestCases cases) {
        cases.each(in -> {
            WorstErrorCase drawn = drawn(in);
            drawn.got(f, drawn.right(), in.calls("J"));
        });
        cases.requireUntouched();
    }

    /** Three layers, or two. */
    private static WorstErrorCase drawn(InputGenerator in) {
        return in.between(0, 1) == 0 ? WorstErrorCase.drawn(in, 2, 3, 2, 2) : WorstErrorCase.drawn(in, 3, 2, 3);
    }
}
