package backprop.exercise.logistic;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.Expectation;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;

/** The contract: ℒ = −y ln ŷ − (1 − y) ln(1 − ŷ) with ŷ = σ(z), from z: max(z, 0) − z y + ln(1 + e^−|z|). */
@Exercise
@FunctionalInterface
public interface LossFromLogit {
    /**
     * The binary cross-entropy of one example.
     *
     * @param z the logit, any number, such as ±800
     * @param y the label: 1 for yes, 0 for no, or a number between them
     * @return the loss, finite and not below 0
     */
    double of(double z, double y);

    /** The truth is a handful of numbers known by heart or to ten digits, and the loss by tanh. */
    @ExerciseTests
    final class Tests {
        private static final double LN_2 = 0.693147180559945;
        private static final double LOSS_AT_2 = 0.126928011042972;
        /** z, y and the loss. */
        private static final double[][] KNOWN = {
            {-2, 1, 2 + LOSS_AT_2},
            {2, 0, 2 + LOSS_AT_2},
            {2, 1, LOSS_AT_2},
            {0, 1, LN_2},
            {0, 0, LN_2},
            {-2, 0, LOSS_AT_2}
        };

        private static final double[][] EXTREME = {
            {800, 0, 800}, {-800, 1, 800}, {800, 1, 0}, {-800, 0, 0}, {40, 0, 40}, {-40, 1, 40}
        };

        @ExerciseTest(order = 1)
        void knownValues(LossFromLogit f, TestCases cases) {
            cases.once(in -> {
                for (double[] row : KNOWN) {
                    new Case(in, row[0], row[1]).require(f, row[2]);
                }
            });
            cases.each(in -> Case.drawn(in, in.between(0, 1)).requireBothSides(f));
        }

        @ExerciseTest(order = 2)
        void ordinaryValues(LossFromLogit f, TestCases cases) {
            cases.each(in -> {
                for (int y = 1; y >= 0; y--) {
                    Case.drawn(in, y).requireBothSides(f);
                }
            });
        }

        @ExerciseTest(order = 3, points = 2)
        void extremes(LossFromLogit f, TestCases cases) {
            cases.once(in -> {
                for (double[] row : EXTREME) {
                    new Case(in, row[0], row[1]).require(f, row[2]);
                }
            });
            cases.each(in -> {
                for (int z : new int[] {in.between(710, 990), in.between(40, 60)}) {
                    new Case(in, z, 0).require(f, z);
                    new Case(in, -z, 1).require(f, z);
                    new Case(in, z, 1).require(f, 0);
                    new Case(in, -z, 0).require(f, 0);
                }
            });
        }

        /**
         * The loss of one example, by the probability that the model gives to yes, and what usual mistakes give.
         *
         * @param in where it comes from
         * @param z the logit
         * @param y the label
         */
        record Case(InputGenerator in, double z, double y) {
            private static final double LARGE = 30;
            private static final double CLIPPED = 0.95;
            private static final double HUNDREDTH = 100;

            /** z of two decimals, as a message tells it. */
            static Case drawn(InputGenerator in, double y) {
                return new Case(in, Math.rint(HUNDREDTH * 2 * in.number()) / HUNDREDTH, y);
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
                    Case here = new Case(in, side, y);
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
                        .mistake("swapped", () -> new Case(in, z, 1 - y).loss())
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
    }
}
