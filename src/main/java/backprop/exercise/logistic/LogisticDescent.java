package backprop.exercise.logistic;

import backprop.exercise.Expectation;
import backprop.exercise.InputGenerator;
import backprop.matrix.Matrix;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Gradient descent whose gradients are central differences, and where usual mistakes lead.
 *
 * @param start X and Y, with w = 0 and b = 0
 * @param alpha the learning rate
 * @param steps how many steps
 */
record LogisticDescent(LogisticCase start, double alpha, int steps) {
    private static final double BOUND = 1e-7;
    private static final double STEEP = 3;

    /** Examples whose labels have something to do with x₁, so that the gradient is not short. */
    static LogisticDescent drawn(InputGenerator in, int n, int m, double alpha, int steps) {
        Matrix Y = in.oneHot(2, m).rows(1);
        Matrix X = Matrix.generate(n, m, (k, i) -> in.number() + (k == 0 ? STEEP * (Y.get(0, i) - 0.5) : 0.5));
        return new LogisticDescent(new LogisticCase(in, Matrix.zeros(n, 1), 0, X, Y), alpha, steps);
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
