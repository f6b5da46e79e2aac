package backprop.exercise.logistic;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.Expectation;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;

/** The contract: A = σ(wᵀX + b), dZ = A − Y, dw = (1/m) X dZᵀ, db = (1/m) Σ dZ. */
@Exercise
@FunctionalInterface
public interface GradientVectorized {
    /**
     * Forward and backward for a whole batch.
     *
     * @param w the weights (n, 1)
     * @param b the bias
     * @param X the examples (n, m)
     * @param Y their labels (1, m)
     * @return A (1, m), dZ (1, m), dw (n, 1) and db
     */
    LogisticPass of(Matrix w, double b, Matrix X, Matrix Y);

    /** The truth is tanh, central differences of loss and cost, and numbers found by hand. */
    @ExerciseTests
    final class Tests {
        private static final double BOUND = 1e-8;

        @ExerciseTest(order = 1)
        void shapes(GradientVectorized f, TestCases cases) {
            cases.each(in -> requireShapes(f, drawn(in)));
        }

        @ExerciseTest(order = 2)
        void oneExample(GradientVectorized f, TestCases cases) {
            cases.each(in -> require(f, LogisticCase.drawn(in, in.between(3, 5), 1)));
        }

        @ExerciseTest(order = 3)
        void batch(GradientVectorized f, TestCases cases) {
            cases.each(in -> require(f, drawn(in)));
        }

        @ExerciseTest(order = 4)
        void extremes(GradientVectorized f, TestCases cases) {
            cases.once(in -> requireExtreme(f, LogisticCase.extreme(in)));
            cases.each(in -> requireExtreme(f, LogisticCase.drawnExtreme(in)));
        }

        private static void requireExtreme(GradientVectorized f, LogisticCase given) {
            LogisticPass got = of(f, given);
            probabilities(given.in().expect("A", Matrix.row(1, 0, 1, 0, 1)), given)
                    .is(got.A());
            Matrix dZ = Matrix.row(0, 0, 1, -1, 1);
            errors(given.in().expect("dZ", dZ), given, dZ)
                    .mistake("notCancelled", () -> got.dZ().isFinite() ? null : got.dZ())
                    .is(got.dZ());
            weights(given.in().expect("dw", given.extremeDw()), given).is(got.dw());
            bias(given.in().expect("db", 0.2), given).is(got.db());
        }

        @ExerciseTest(order = 5)
        void argumentsStay(GradientVectorized f, TestCases cases) {
            cases.untouched(in -> requireShapes(f, drawn(in)));
        }

        private static LogisticCase drawn(InputGenerator in) {
            return LogisticCase.drawn(in, in.between(2, 3), in.between(5, 7));
        }

        private static LogisticPass of(GradientVectorized f, LogisticCase given) {
            return f.of(given.w(), given.b(), given.X(), given.Y());
        }

        private static void requireShapes(GradientVectorized f, LogisticCase given) {
            LogisticPass got = of(f, given);
            in(given, "A", 1, given.m(), got.A());
            in(given, "dZ", 1, given.m(), got.dZ());
            in(given, "dw", given.n(), 1, got.dw());
        }

        private static void in(LogisticCase given, String what, int rows, int cols, Matrix got) {
            given.in().expectShape(what, rows, cols).is(got);
        }

        static void require(GradientVectorized f, LogisticCase given) {
            LogisticPass got = of(f, given);
            InputGenerator in = given.in();
            probabilities(in.expect("A", given.A()), given).is(got.A());
            Matrix dZ = given.dZ();
            errors(in.expect("dZ", dZ).within(BOUND), given, dZ).is(got.dZ());
            weights(in.expect("dw", given.dw()).within(BOUND), given).is(got.dw());
            bias(in.expect("db", given.db()).within(BOUND), given).is(got.db());
        }

        private static Expectation probabilities(Expectation wanted, LogisticCase given) {
            Matrix Z = Matrix.generate(1, given.m(), (j, i) -> given.z(i));
            return wanted.mistake("noBias", () -> given.at(given.w(), 0).A())
                    .usual("minusBias", () -> given.at(given.w(), -given.b()).A())
                    .mistake("noSigmoid", () -> Z)
                    .mistake("minus", () -> given.A().map(a -> 1 - a))
                    .otherActivation(Z, "sigmoid");
        }

        private static Expectation errors(Expectation wanted, LogisticCase given, Matrix dZ) {
            return wanted.mistake("flipped", () -> given.Y().minus(given.A()))
                    .mistake("divided", () -> dZ.divide(given.m()))
                    .mistake("slopeKept", () -> dZ.map(given.A(), (dz, a) -> dz * a * (1 - a)))
                    .mistake("slopeAlone", () -> given.A().map(a -> a * (1 - a)));
        }

        private static Expectation weights(Expectation dw, LogisticCase given) {
            int n = given.n();
            return dw.meanOver(given.m())
                    .mistake(
                            "overN",
                            () -> given.weighted(given::error).times(given.m()).divide(n))
                    .mistake("labels", () -> given.weighted(given::y))
                    .mistake("activations", () -> given.weighted(given::a))
                    .mistake("noX", () -> Matrix.ones(n, 1).times(given.mean(given::error)));
        }

        private static Expectation bias(Expectation wanted, LogisticCase given) {
            double db = given.mean(given::error);
            return wanted.meanOver(given.m())
                    .mistake("overN", () -> db * given.m() / given.n())
                    .mistake("firstOnly", () -> given.error(0))
                    .mistake("firstOverM", () -> given.error(0) / given.m());
        }
    }
}
