package backprop.exercise;

import backprop.matrix.NumberText;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The tests of σ(z). The truth is tanh: σ(z) = (1 + tanh(z/2)) / 2. */
@ExerciseTests
final class SigmoidFunctionTests {
    private static final double[] LARGE = {800, -800, 40, -40};
    private static final double LARGE_ENOUGH = 100;
    private static final double PROBE = 1.3;
    private static final int DIGITS = 4;

    @Test
    @Order(1)
    void atZero(SigmoidFunction sigmoid, TestCases cases) {
        cases.once(in -> require(in, sigmoid, 0));
    }

    @Test
    @Order(2)
    @Points(2)
    void ordinaryValues(SigmoidFunction sigmoid, TestCases cases) {
        cases.each(in -> {
            for (int k = 0; k < 10; k++) {
                require(in, sigmoid, 2 * in.number());
            }
        });
    }

    @Test
    @Order(3)
    void extremes(SigmoidFunction sigmoid, TestCases cases) {
        cases.once(in -> {
            for (double z : LARGE) {
                require(in, sigmoid, z);
            }
        });
        cases.each(in -> {
            int z = in.between(710, 990);
            require(in, sigmoid, z);
            require(in, sigmoid, -z);
        });
    }

    private static double truth(double z) {
        return (1 + Math.tanh(z / 2)) / 2;
    }

    private static void require(InputGenerator in, SigmoidFunction sigmoid, double z) {
        double got = sigmoid.of(z);
        Expectation wanted = in.expect("σ(" + NumberText.text(z, DIGITS) + ")", truth(z))
                .mistake("constant", () -> sigmoid.of(PROBE) == sigmoid.of(-PROBE) ? got : null)
                .mistake("minus", () -> truth(-z))
                .mistake("plus", () -> 1 / (1 - Math.exp(-z)))
                .mistake("fraction", () -> 1 + Math.exp(-z))
                .mistake("integer", () -> Double.isNaN(got) ? null : Math.rint(got));
        (Math.abs(z) > LARGE_ENOUGH ? wanted.mistake("overflow", () -> Double.NaN) : wanted).is(got);
    }
}
