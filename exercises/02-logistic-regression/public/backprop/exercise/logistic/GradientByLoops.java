package backprop.exercise.logistic;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.Expectation;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;

/** The contract: J = (1/m) Σ ℒ⁽ⁱ⁾, dw = (1/m) Σ x⁽ⁱ⁾ dz⁽ⁱ⁾, db = (1/m) Σ dz⁽ⁱ⁾, example by example. */
@Exercise
@FunctionalInterface
public interface GradientByLoops {
    /**
     * The cost of a batch and its derivatives.
     *
     * @param w the weights (n, 1)
     * @param b the bias
     * @param X the examples (n, m)
     * @param Y their labels (1, m)
     * @return J, dw (n, 1) and db
     */
    CostAndGradient of(Matrix w, double b, Matrix X, Matrix Y);

    /** The truth is central differences of the cost, and numbers found by hand. */
    @ExerciseTests
    final class Tests {
        private static final double BOUND = 1e-8;

        @ExerciseTest(order = 1)
        void shapes(GradientByLoops f, TestCases cases) {
            cases.untouched(in -> {
                LogisticCase given = drawn(in);
                in.expectShape("dw", given.n(), 1).is(of(f, given).dw());
            });
        }

        @ExerciseTest(order = 2)
        void oneExample(GradientByLoops f, TestCases cases) {
            cases.each(in -> require(f, LogisticCase.drawn(in, in.between(3, 5), 1)));
        }

        @ExerciseTest(order = 3)
        void batch(GradientByLoops f, TestCases cases) {
            cases.each(in -> require(f, drawn(in)));
        }

        @ExerciseTest(order = 4)
        void extremes(GradientByLoops f, TestCases cases) {
            cases.once(in -> requireExtreme(f, LogisticCase.extreme(in)));
            cases.each(in -> requireExtreme(f, LogisticCase.drawnExtreme(in)));
        }

        private static void requireExtreme(GradientByLoops f, LogisticCase given) {
            CostAndGradient got = of(f, given);
            cost(given.in().expect("J", given.extremeJ()), given)
                    .mistake("logOfZero", () -> Double.isFinite(got.J()) ? null : got.J())
                    .is(got.J());
            weights(given.in().expect("dw", given.extremeDw()), given)
                    .mistake("notCancelled", () -> got.dw().isFinite() ? null : got.dw())
                    .is(got.dw());
            bias(given.in().expect("db", 0.2), given).is(got.db());
        }

        private static LogisticCase drawn(InputGenerator in) {
            return LogisticCase.drawn(in, in.between(2, 3), in.between(5, 7));
        }

        private static CostAndGradient of(GradientByLoops f, LogisticCase given) {
            return f.of(given.w(), given.b(), given.X(), given.Y());
        }

        private static void require(GradientByLoops f, LogisticCase given) {
            CostAndGradient got = of(f, given);
            cost(given.in().expect("J", given.J()), given).is(got.J());
            weights(given.in().expect("dw", given.dw()).within(BOUND), given).is(got.dw());
            bias(given.in().expect("db", given.db()).within(BOUND), given).is(got.db());
        }

        private static LogisticCase last(LogisticCase given) {
            return given.only(given.m() - 1);
        }

        private static LogisticCase minusBias(LogisticCase given) {
            return given.at(given.w(), -given.b());
        }

        private static Expectation cost(Expectation J, LogisticCase given) {
            return J.meanOver(given.m())
                    .mistake("lastOnly", () -> last(given).J())
                    .mistake("lastOverM", () -> last(given).J() / given.m())
                    .mistake("noBias", () -> given.at(given.w(), 0).J())
                    .usual("minusBias", () -> minusBias(given).J())
                    .mistake("carried", given::carried)
                    .mistake("sigmoidTwice", given::sigmoidTwice);
        }

        private static Expectation weights(Expectation dw, LogisticCase given) {
            int m = given.m();
            int n = given.n();
            if (m > 1) {
                LogisticCase last = last(given);
                dw.mistake("lastOnly", () -> last.weighted(last::error))
                        .mistake("lastOverM", () -> last.weighted(last::error).divide(m));
            }
            return dw.meanOver(m)
                    .mistake("skipsFirst", () -> given.weighted(i -> i == 0 ? 0 : given.error(i)))
                    .mistake("skipsLast", () -> given.weighted(i -> i == m - 1 ? 0 : given.error(i)))
                    .mistake("flipped", () -> given.weighted(i -> -given.error(i)))
                    .mistake("slopeKept", () -> given.weighted(i -> given.error(i) * given.a(i) * (1 - given.a(i))))
                    .mistake("noSigmoid", () -> given.weighted(i -> given.z(i) - given.y(i)))
                    .mistake("noX", () -> Matrix.ones(n, 1).times(given.mean(given::error)))
                    .mistake("noXSum", () -> Matrix.ones(n, 1).times(m * given.mean(given::error)))
                    .mistake(
                            "overN", () -> given.weighted(given::error).times(m).divide(n))
                    .mistake("lastFeature", () -> given.weighted(given::error).hadamard(lastOfOnes(n)))
                    .mistake("firstFeature", () -> given.weighted(given::error).hadamard(firstOfOnes(n)))
                    .usual("minusBias", () -> minusBias(given).weighted(minusBias(given)::error));
        }

        private static Expectation bias(Expectation wanted, LogisticCase given) {
            int m = given.m();
            int n = given.n();
            double db = given.mean(given::error);
            return wanted.mistake("innerLoop", () -> n * db)
                    .mistake("overN", () -> db * m / n)
                    .mistake("lastOnly", () -> last(given).error(0))
                    .mistake("lastOverM", () -> last(given).error(0) / m)
                    .usual("minusBias", () -> minusBias(given).mean(minusBias(given)::error))
                    .meanOver(m);
        }

        private static Matrix firstOfOnes(int n) {
            return Matrix.generate(n, 1, (k, j) -> k == 0 ? 1 : 0);
        }

        private static Matrix lastOfOnes(int n) {
            return Matrix.generate(n, 1, (k, j) -> k == n - 1 ? 1 : 0);
        }
    }
}
