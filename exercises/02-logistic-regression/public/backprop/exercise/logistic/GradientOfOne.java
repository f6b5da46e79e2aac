package backprop.exercise.logistic;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.Expectation;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;

/** The contract: dz = ŷ − y, dw = x dz, db = dz. */
@Exercise
@FunctionalInterface
public interface GradientOfOne {
    /**
     * The derivatives of one example's loss.
     *
     * @param w the weights (n, 1)
     * @param b the bias
     * @param x the example (n, 1)
     * @param y its label
     * @return dw (n, 1) and db
     */
    LogisticGradient of(Matrix w, double b, Matrix x, double y);

    /** The truth is central differences of the loss, and numbers found by hand. */
    @ExerciseTests
    final class Tests {
        private static final double BOUND = 1e-8;
        private static final double[] EXTREME_DZ = {0, 0, 1, -1};

        @ExerciseTest(order = 1)
        void shapes(GradientOfOne f, TestCases cases) {
            cases.untouched(in -> {
                LogisticCase given = LogisticCase.drawn(in, in.between(2, 5), 1);
                in.expectShape("dw", given.n(), 1).is(of(f, given).dw());
            });
        }

        @ExerciseTest(order = 2)
        void slopes(GradientOfOne f, TestCases cases) {
            cases.each(in -> require(f, LogisticCase.drawn(in, in.between(2, 5), 1)));
        }

        @ExerciseTest(order = 3)
        void extremes(GradientOfOne f, TestCases cases) {
            cases.once(in -> requireExtreme(f, LogisticCase.extreme(in)));
            cases.each(in -> requireExtreme(f, LogisticCase.drawnExtreme(in)));
        }

        private static void requireExtreme(GradientOfOne f, LogisticCase all) {
            for (int i = 0; i < EXTREME_DZ.length; i++) {
                requireExtreme(f, all.only(i), EXTREME_DZ[i]);
            }
        }

        private static void requireExtreme(GradientOfOne f, LogisticCase given, double dz) {
            InputGenerator in = given.in();
            LogisticGradient got = of(f, given);
            bias(in.expect("db", dz).mistake("notCancelled", () -> Double.NaN), given, dz)
                    .is(got.db());
            Expectation dw = in.expect("dw", given.X().times(dz))
                    .mistake("notCancelled", () -> got.dw().isFinite() ? null : got.dw());
            weights(dw, given, dz).is(got.dw());
        }

        private static LogisticGradient of(GradientOfOne f, LogisticCase given) {
            return f.of(given.w(), given.b(), given.X(), given.y(0));
        }

        private static void require(GradientOfOne f, LogisticCase given) {
            LogisticGradient got = of(f, given);
            double dz = given.error(0);
            bias(given.in().expect("db", given.db()).within(BOUND), given, dz).is(got.db());
            weights(given.in().expect("dw", given.dw()).within(BOUND), given, dz)
                    .is(got.dw());
        }

        private static Expectation bias(Expectation db, LogisticCase given, double dz) {
            double a = given.a(0);
            return db.mistake("flipped", () -> -dz)
                    .mistake("slopeKept", () -> dz * a * (1 - a))
                    .mistake("slopeAlone", () -> a * (1 - a))
                    .mistake("dividedBySlope", () -> dz / (a * (1 - a)))
                    .mistake("noSigmoid", () -> given.z(0) - given.y(0))
                    .mistake("noBias", () -> given.at(given.w(), 0).error(0))
                    .usual("minusBias", () -> given.at(given.w(), -given.b()).error(0))
                    .mistake("one", () -> 1)
                    .mistake("timesB", () -> dz * given.b());
        }

        private static Expectation weights(Expectation dw, LogisticCase given, double dz) {
            double a = given.a(0);
            return dw.mistake("xAlone", given::X)
                    .mistake("noX", () -> Matrix.ones(given.n(), 1).times(dz))
                    .mistake("wForX", () -> given.w().times(dz))
                    .mistake("slopeKept", () -> given.X().times(dz * a * (1 - a)))
                    .mistake("flipped", () -> given.X().times(-dz))
                    .mistake("wIncluded", () -> given.w().hadamard(given.X()).times(dz));
        }
    }
}
