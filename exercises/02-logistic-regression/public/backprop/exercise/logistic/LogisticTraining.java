package backprop.exercise.logistic;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.Expectation;
import backprop.exercise.InputGenerator;
import backprop.exercise.Limit;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The contract: from w = 0 and b = 0, so many times: w := w − α dw, b := b − α db, both at once. */
@Exercise
@FunctionalInterface
public interface LogisticTraining {
    /**
     * Gradient descent on the whole batch.
     *
     * @param X the examples (n, m)
     * @param Y their labels (1, m)
     * @param alpha α, the learning rate
     * @param steps how many steps, 0 or more
     * @return w (n, 1) and b after the last step, and the costs (1, steps + 1)
     */
    LogisticModel of(Matrix X, Matrix Y, double alpha, int steps);

    /** The truth is gradient descent by central differences, and what a descent must do. */
    @ExerciseTests
    final class Tests {
        private static final double LN_2 = 0.693147180559945;
        private static final int LONG = 200;

        @ExerciseTest(order = 1)
        void noSteps(LogisticTraining f, TestCases cases) {
            cases.each(in -> {
                Descent descent = Descent.drawn(in, in.between(2, 3), in.between(5, 7), 0.5, 0);
                LogisticModel got = descent.of(f);
                LogisticModel truth = descent.walk();
                descent.weights(truth).mistake("start", got::w).is(got.w());
                descent.bias(truth).mistake("start", got::b).is(got.b());
                in.expect("costs", Matrix.row(LN_2))
                        .mistake("startEmpty", () -> Matrix.row(0))
                        .mistake("endEmpty", () -> Matrix.row(0))
                        .mistake(
                                "sumOfLosses",
                                () -> Matrix.row(LN_2 * descent.start().m()))
                        .is(got.costs());
            });
        }

        @ExerciseTest(order = 2)
        void oneStep(LogisticTraining f, TestCases cases) {
            cases.each(in -> drawn(in, 1).require(f));
        }

        @ExerciseTest(order = 3, points = 2)
        void someSteps(LogisticTraining f, TestCases cases) {
            cases.each(in -> drawn(in, in.between(3, 6)).require(f));
        }

        @ExerciseTest(order = 4)
        @Limit(6)
        void twoClouds(LogisticTraining f, TestCases cases) {
            cases.onlyIfTheRestPassed();
            cases.once(in -> {
                Matrix Y = Matrix.generate(1, 40, (j, i) -> i % 2);
                Matrix X = Matrix.generate(2, 40, (k, i) -> 0.4 * in.number() + (i % 2 == 0 ? -1 : 1) * (2 - k));
                LogisticModel got = f.of(X, Y, 0.5, LONG);
                in.expectShape("costs", 1, LONG + 1).is(got.costs());
                double rises = 0;
                for (int t = 0; t < LONG; t++) {
                    rises += got.costs().get(0, t + 1) < got.costs().get(0, t) ? 0 : 1;
                }
                double many = rises;
                in.expect("the number of steps on which J does not fall", 0)
                        .mistake("rises", () -> many)
                        .is(many);
                LogisticCase end = new LogisticCase(in, got.w(), got.b(), X, Y);
                double wrong = end.m() * end.mean(i -> Math.abs(Math.rint(end.a(i)) - end.y(i)));
                in.expect("the number of points on the wrong side", 0)
                        .mistake("wrongSide", () -> wrong)
                        .is(wrong);
            });
            cases.requireUntouched();
        }

        private static Descent drawn(InputGenerator in, int steps) {
            return Descent.drawn(in, in.between(2, 3), in.between(5, 7), 0.1 * in.between(2, 6), steps);
        }

        /**
         * Gradient descent whose gradients are central differences, and where usual mistakes lead.
         *
         * @param start X and Y, with w = 0 and b = 0
         * @param alpha the learning rate
         * @param steps how many steps
         */
        record Descent(LogisticCase start, double alpha, int steps) {
            private static final double BOUND = 1e-7;
            private static final double STEEP = 3;

            /** Examples whose labels have something to do with x₁, so that the gradient is not short. */
            static Descent drawn(InputGenerator in, int n, int m, double alpha, int steps) {
                Matrix Y = in.oneHot(2, m).rows(1);
                Matrix X = Matrix.generate(n, m, (k, i) -> in.number() + (k == 0 ? STEEP * (Y.get(0, i) - 0.5) : 0.5));
                return new Descent(new LogisticCase(in, Matrix.zeros(n, 1), 0, X, Y), alpha, steps);
            }

            /** How a step goes from one place to the next. */
            private interface Step {
                LogisticCase from(LogisticCase here);
            }

            LogisticModel walk() {
                return walk(step(1, 1), steps);
            }

            private static LogisticModel walk(LogisticCase start, Step step, int steps) {
                LogisticCase here = start;
                Matrix costs = Matrix.zeros(1, steps + 1);
                for (int t = 0; t < steps; t++) {
                    costs.set(0, t, here.J());
                    here = step.from(here);
                }
                costs.set(0, steps, here.J());
                return new LogisticModel(here.w(), here.b(), costs);
            }

            private LogisticModel walk(Step step, int count) {
                return walk(start, step, count);
            }

            private LogisticCase moved(LogisticCase here, double ofW, double ofB) {
                return here.at(here.w().minus(here.dw().times(alpha * ofW)), here.b() - alpha * ofB * here.db());
            }

            private Step step(double ofW, double ofB) {
                return here -> moved(here, ofW, ofB);
            }

            private Map<String, Supplier<LogisticModel>> slips() {
                int m = start.m();
                Map<String, Supplier<LogisticModel>> slips = new LinkedHashMap<>();
                slips.put("uphill", () -> walk(step(-1, -1), steps));
                slips.put("wUphill", () -> walk(step(-1, 1), steps));
                slips.put("bUphill", () -> walk(step(1, -1), steps));
                slips.put("noAlpha", () -> walk(step(1 / alpha, 1 / alpha), steps));
                slips.put("noAlphaForW", () -> walk(step(1 / alpha, 1), steps));
                slips.put("noAlphaForB", () -> walk(step(1, 1 / alpha), steps));
                slips.put("overN", () -> walk(step((double) m / start.n(), (double) m / start.n()), steps));
                slips.put("sums", () -> walk(step(m, m), steps));
                slips.put("twiceMean", () -> walk(step(1.0 / m, 1.0 / m), steps));
                slips.put("biasStays", () -> walk(step(1, 0), steps));
                slips.put("weightsStay", () -> walk(step(0, 1), steps));
                slips.put("inTurn", () -> walk(here -> moved(moved(here, 1, 0), 0, 1), steps));
                slips.put("biasFirst", () -> walk(here -> moved(moved(here, 0, 1), 1, 0), steps));
                slips.put("oneMore", () -> walk(step(1, 1), steps + 1));
                slips.put("oneLess", () -> walk(step(1, 1), steps - 1));
                slips.put(
                        "lastAlone",
                        () -> walk(
                                here -> here.at(
                                        moved(here, 1, 1).w().minus(here.w()),
                                        moved(here, 1, 1).b() - here.b()),
                                steps));
                return slips;
            }

            LogisticModel of(LogisticTraining f) {
                return f.of(start.X(), start.Y(), alpha, steps);
            }

            void require(LogisticTraining f) {
                LogisticModel got = of(f);
                LogisticModel truth = walk();
                weights(truth).is(got.w());
                bias(truth).is(got.b());
                requireCosts(truth.costs(), got.costs());
            }

            /** What w must be, and what usual mistakes make of it. */
            Expectation weights(LogisticModel truth) {
                Expectation w = start.in().expect("w", truth.w()).within(BOUND);
                slips().forEach((key, wrong) -> w.mistake(key, () -> wrong.get().w()));
                return w;
            }

            /** The same of b. */
            Expectation bias(LogisticModel truth) {
                Expectation b = start.in().expect("b", truth.b()).within(BOUND);
                slips().forEach((key, wrong) -> b.mistake(key, () -> wrong.get().b()));
                return b;
            }

            private void requireCosts(Matrix truth, Matrix got) {
                int[] all = IntStream.rangeClosed(0, steps).toArray();
                int[] first = IntStream.range(0, steps).toArray();
                int[] last = IntStream.rangeClosed(1, steps).toArray();
                start.in()
                        .expect("costs", truth)
                        .within(BOUND)
                        .mistake("startMissing", () -> truth.cols(last))
                        .mistake("endMissing", () -> truth.cols(first))
                        .mistake(
                                "endEmpty",
                                () -> truth.map(
                                        Matrix.row(IntStream.of(all)
                                                .mapToDouble(t -> t == steps ? 0 : 1)
                                                .toArray()),
                                        (J, kept) -> J * kept))
                        .mistake(
                                "startEmpty",
                                () -> truth.map(
                                        Matrix.row(IntStream.of(all)
                                                .mapToDouble(t -> t == 0 ? 0 : 1)
                                                .toArray()),
                                        (J, kept) -> J * kept))
                        .mistake("sumOfLosses", () -> truth.times(start.m()))
                        .is(got);
            }
        }
    }
}
