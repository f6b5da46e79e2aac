package backprop.exercise.logistic;

import backprop.exercise.Expectation;
import backprop.exercise.InputGenerator;

/**
 * The loss of one example, by the probability that the model gives to yes, and what usual mistakes give.
 *
 * @param in where it comes from
 * @param z the logit
 * @param y the label
 */
record LossFromLogitCase(InputGenerator in, double z, double y) {
    private static final double LARGE = 30;
    private static final double CLIPPED = 0.95;
    private static final double HUNDREDTH = 100;

    /** z of two decimals, as a message tells it. */
    static LossFromLogitCase drawn(InputGenerator in, double y) {
        return new LossFromLogitCase(in, Math.rint(HUNDREDTH * 2 * in.number()) / HUNDREDTH, y);
    }

    /** −y ln ŷ − (1 − y) ln(1 − ŷ) by tanh, where that is exact. */
    private double loss() {
        double yes = y == 0 ? 0 : y * Math.log(yes(z));
        double no = y == 1 ? 0 : (1 - y) * Math.log(yes(-z));
        return -yes - no;
    }

    private static double yes(double z) {
        return LogisticCase.sigmoid(z);
    }

    /** At |z|, then at −|z|. */
    void requireBothSides(LossFromLogit f) {
        for (double side : new double[] {Math.abs(z), -Math.abs(z)}) {
            LossFromLogitCase here = new LossFromLogitCase(in, side, y);
            here.require(f, here.loss());
        }
    }

    void require(LossFromLogit f, double truth) {
        double got = f.of(z, y);
        double log = Math.log1p(Math.exp(-Math.abs(z)));
        Expectation wanted = in.expect("ℒ for z = " + text(z) + " and y = " + text(y), truth);
        if (Math.abs(z) > LARGE) {
            wanted.mistake("logOfZero", () -> Double.isFinite(got) ? null : got)
                    .mistake("clipped", () -> got > 1 && got < CLIPPED * truth ? got : null);
        }
        wanted.mistake("zAsProbability", () -> -y * Math.log(z) - (1 - y) * Math.log(1 - z))
                .mistake("swapped", () -> new LossFromLogitCase(in, z, 1 - y).loss())
                .mistake("yesOnly", () -> -y * Math.log(yes(z)))
                .mistake("noOnly", () -> -(1 - y) * Math.log(yes(-z)))
                .mistake("negated", () -> -truth)
                .mistake("plusZy", () -> Math.max(z, 0) + z * y + log)
                .mistake("noMax", () -> -z * y + log)
                .mistake("noLog", () -> Math.max(z, 0) - z * y)
                .mistake("noAbs", () -> Math.max(z, 0) - z * y + Math.log1p(Math.exp(-z)))
                .mistake("exponent", () -> Math.max(z, 0) - z * y + Math.log1p(Math.exp(Math.abs(z))))
                .mistake("bits", () -> truth / Math.log(2))
                .mistake("log10", () -> truth / Math.log(10))
                .mistake("squared", () -> Math.pow(yes(z) - y, 2))
                .mistake("halfSquared", () -> Math.pow(yes(z) - y, 2) / 2)
                .is(got);
    }

    private static String text(double x) {
        return Double.toString(x).replaceFirst("\\.0$", "");
    }
}
