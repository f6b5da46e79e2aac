package backprop.exercise.logistic;

import backprop.exercise.ExerciseTests;
import backprop.exercise.Points;
import backprop.exercise.TestCases;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The truth is a handful of numbers known by heart or to ten digits, and the loss by tanh. */
@ExerciseTests
final class LossFromLogitTests {
    private static final double LN_2 = 0.693147180559945;
    private static final double LOSS_AT_2 = 0.126928011042972;
    /** z, y and the loss. */
    private static final double[][] KNOWN = {
        {-2, 1, 2 + LOSS_AT_2}, {2, 0, 2 + LOSS_AT_2}, {2, 1, LOSS_AT_2}, {0, 1, LN_2}, {0, 0, LN_2}, {-2, 0, LOSS_AT_2}
    };

    private static final double[][] EXTREME = {
        {800, 0, 800}, {-800, 1, 800}, {800, 1, 0}, {-800, 0, 0}, {40, 0, 40}, {-40, 1, 40}
    };

    @Test
    @Order(1)
    void knownValues(LossFromLogit f, TestCases cases) {
        cases.once(in -> {
            for (double[] row : KNOWN) {
                new LossFromLogitCase(in, row[0], row[1]).require(f, row[2]);
            }
        });
        cases.each(in -> LossFromLogitCase.drawn(in, in.between(0, 1)).requireBothSides(f));
    }

    @Test
    @Order(2)
    void ordinaryValues(LossFromLogit f, TestCases cases) {
        cases.each(in -> {
            for (int y = 1; y >= 0; y--) {
                LossFromLogitCase.drawn(in, y).requireBothSides(f);
            }
        });
    }

    @Test
    @Order(3)
    @Points(2)
    void extremes(LossFromLogit f, TestCases cases) {
        cases.once(in -> {
            for (double[] row : EXTREME) {
                new LossFromLogitCase(in, row[0], row[1]).require(f, row[2]);
            }
        });
        cases.each(in -> {
            for (int z : new int[] {in.between(710, 990), in.between(40, 60)}) {
                new LossFromLogitCase(in, z, 0).require(f, z);
                new LossFromLogitCase(in, -z, 1).require(f, z);
                new LossFromLogitCase(in, z, 1).require(f, 0);
                new LossFromLogitCase(in, -z, 0).require(f, 0);
            }
        });
    }
}
