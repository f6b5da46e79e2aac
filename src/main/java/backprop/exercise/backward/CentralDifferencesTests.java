package backprop.exercise.backward;

import backprop.exercise.Calls;
import backprop.exercise.ExerciseTests;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The truth: of a linear cost its factors, of an exponential a hyperbolic sine. */
@ExerciseTests
final class CentralDifferencesTests {
    private static final double H = 0.1;
    private static final double TENTH = H / 10;
    private static final double BY_A_HUNDRED = 0.05;

    @Test
    @Order(1)
    void plane(CentralDifferences f, TestCases cases) {
        cases.each(in -> {
            CentralDifferencesCase drawn = drawn(in);
            Matrix C = drawn.C();
            Calls calls = in.calls("J");
            Matrix together = Matrix.generate(C.rows(), C.cols(), (i, j) -> C.sum());
            in.expect("N", C)
                    .mistake("together", () -> together)
                    .mistake("notHalved", () -> C.times(2))
                    .mistake("undivided", () -> C.times(2 * H))
                    .mistake("onlyHalved", () -> C.times(H))
                    .mistake("precedence", () -> C.times(H * H))
                    .mistake("halfStep", () -> C.divide(2))
                    .mistake("oneMatrix", () -> C.times(0))
                    .is(drawn.of(f, drawn::exponent, calls));
            drawn.requireMeasured(calls);
        });
    }

    @Test
    @Order(2)
    void curved(CentralDifferences f, TestCases cases) {
        cases.each(in -> drawn(in).require(f));
    }

    @Test
    @Order(3)
    void errorShrinks(CentralDifferences f, TestCases cases) {
        cases.each(in -> {
            CentralDifferencesCase rough = drawn(in);
            CentralDifferencesCase fine = rough.withStep(TENTH);
            double ratio = rough.error(rough.truth()) / fine.error(fine.truth());
            Calls calls = in.calls("J");
            Calls callsOfFine = in.calls("J");
            Matrix roughly = rough.got(f, calls);
            Matrix finely = fine.got(f, callsOfFine);
            double got = rough.error(roughly) / fine.error(finely);
            in.expect("The error with h = 0.1 over the error with h = 0.01", ratio)
                    .within(BY_A_HUNDRED)
                    .mistake("linear", () -> rough.error(rough.oneSided(H)) / fine.error(fine.oneSided(TENTH)))
                    .mistake("notSmaller", () -> got < 2 ? got : null)
                    .alsoRight(() -> rough.isFivePoint(roughly) && fine.isFivePoint(finely) ? got : null)
                    .is(got);
            rough.requireMeasured(calls);
            fine.requireMeasured(callsOfFine);
        });
    }

    @Test
    @Order(4)
    void argumentsStay(CentralDifferences f, TestCases cases) {
        cases.each(in -> drawn(in).got(f, in.calls("J")));
        cases.requireUntouched();
    }

    private static CentralDifferencesCase drawn(InputGenerator in) {
        return CentralDifferencesCase.drawn(in, in.between(2, 3), in.between(4, 5), H);
    }
}
