package backprop.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backprop.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each optimizer on the bowl J = ½ Σ h (w − c)², beside a loop over single numbers that is written otherwise: from the
 * whole history of gradients, or in the paper's own variables.
 */
class BowlTest {
    private static final Matrix H = Matrix.of(new double[][] {{1, 4}, {0.5, 2}});
    private static final Matrix C = Matrix.of(new double[][] {{0.3, -1}, {2, 0.7}});

    /** w after so many steps from w = 0, given the slope at w. */
    private interface Loop {
        double run(DoubleUnaryOperator slope, int steps);
    }

    /** The steps until the bottom, or 0 for what stops elsewhere. */
    private record Row(Optimizer optimizer, Loop loop, int untilTheBottom) {}

    private static final List<Row> ROWS = List.of(
            new Row(new GradientDescent(0.1), BowlTest::gradientDescent, 500),
            new Row(new Momentum(0.02, 0.9), BowlTest::averagedMomentum, 500),
            new Row(new Nesterov(0.02, 0.9), BowlTest::lookAhead, 500),
            new Row(new AdaGrad(0.5, 1e-10), BowlTest::adaGrad, 1000),
            new Row(new RmsProp(1e-4, 0.9, 1e-8), BowlTest::rmsProp, 40_000),
            new Row(new AdaDelta(1, 0.95, 1e-3), BowlTest::adaDelta, 3000),
            new Row(new Adam(0.02), BowlTest::adam, 3000),
            new Row(new AdamW(0.02, 0.9, 0.999, 1e-8, 0.1), BowlTest::adamW, 0));

    @TestFactory
    Stream<DynamicTest> fiftyStepsAreThoseOfTheLoop() {
        return ROWS.stream()
                .map(row -> DynamicTest.dynamicTest(row.optimizer().toString(), () -> {
                    Matrix W = descend(row.optimizer(), 50);
                    for (int i = 0; i < 2; i++) {
                        for (int j = 0; j < 2; j++) {
                            double h = H.get(i, j);
                            double c = C.get(i, j);
                            assertThat(W.get(i, j)).isCloseTo(row.loop().run(w -> h * (w - c), 50), within(1e-12));
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> theBottomIsFound() {
        return ROWS.stream()
                .filter(row -> row.untilTheBottom() > 0)
                .map(row -> DynamicTest.dynamicTest(
                        row.optimizer().toString(),
                        () -> assertThat(descend(row.optimizer(), row.untilTheBottom())
                                        .minus(C)
                                        .maxAbs())
                                .isLessThan(1e-3)));
    }

    /** At |w| = 1/λ the decay λw is as long as Adam's step 1, so that c is reached only below. */
    @Test
    void adamWFindsTheLowestPointThatWeightDecayLetsItReach() {
        Matrix reachable = C.map(c -> Math.max(-0.5, Math.min(0.5, c)));
        Matrix W = descend(new AdamW(0.002, 0.9, 0.99, 1e-8, 2), 10_000);
        assertThat(W.minus(reachable).maxAbs()).isLessThan(1e-3);
    }

    private static Matrix descend(Optimizer optimizer, int steps) {
        Matrix W = Matrix.zeros(2, 2);
        Optimizer.Step step = optimizer.step(2, 2);
        for (int t = 0; t < steps; t++) {
            step.update(W, H.hadamard(W.minus(C)), optimizer.alpha());
        }
        return W;
    }

    /** The closed form: c (1 − (1 − αh)ᵗ), where slope(0) = −hc and slope(1) − slope(0) = h. */
    private static double gradientDescent(DoubleUnaryOperator slope, int steps) {
        double h = slope.applyAsDouble(1) - slope.applyAsDouble(0);
        double c = -slope.applyAsDouble(0) / h;
        return c * (1 - Math.pow(1 - 0.1 * h, steps));
    }

    /** The averaged form v ← βv + (1 − β) d, at α / (1 − β). */
    private static double averagedMomentum(DoubleUnaryOperator slope, int steps) {
        double w = 0;
        double v = 0;
        for (int t = 0; t < steps; t++) {
            v = 0.9 * v + 0.1 * slope.applyAsDouble(w);
            w = w - 0.02 / 0.1 * v;
        }
        return w;
    }

    /** Sutskever's variables: v ← μv − ε slope(θ + μv), θ ← θ + v; the kit's w is θ + μv. */
    private static double lookAhead(DoubleUnaryOperator slope, int steps) {
        double theta = 0;
        double v = 0;
        for (int t = 0; t < steps; t++) {
            v = 0.9 * v - 0.02 * slope.applyAsDouble(theta + 0.9 * v);
            theta = theta + v;
        }
        return theta + 0.9 * v;
    }

    private static double adaGrad(DoubleUnaryOperator slope, int steps) {
        return overHistory(slope, steps, d -> 0.5 * last(d) / (Math.sqrt(weightedSquares(d, 1)) + 1e-10));
    }

    private static double rmsProp(DoubleUnaryOperator slope, int steps) {
        return overHistory(slope, steps, d -> 1e-4 * last(d) / (Math.sqrt(0.1 * weightedSquares(d, 0.9)) + 1e-8));
    }

    private static double adam(DoubleUnaryOperator slope, int steps) {
        return overHistory(slope, steps, d -> 0.02 * meanOverRms(d));
    }

    /** The paper's line 12, which takes both from the w before: w − α (m̂ / (√v̂ + ε) + λw). */
    private static double adamW(DoubleUnaryOperator slope, int steps) {
        List<Double> slopes = new ArrayList<>();
        double w = 0;
        for (int t = 0; t < steps; t++) {
            slopes.add(slope.applyAsDouble(w));
            w = w - 0.02 * (meanOverRms(slopes) + 0.1 * w);
        }
        return w;
    }

    /** Means weighted by βᵗ⁻ⁱ, divided by the sum of the weights: that is what m̂ and v̂ are. */
    private static double meanOverRms(List<Double> d) {
        double m = 0;
        double weights1 = 0;
        double weights2 = 0;
        for (int i = 0; i < d.size(); i++) {
            m += Math.pow(0.9, d.size() - 1 - i) * d.get(i);
            weights1 += Math.pow(0.9, i);
            weights2 += Math.pow(0.999, i);
        }
        return m / weights1 / (Math.sqrt(weightedSquares(d, 0.999) / weights2) + 1e-8);
    }

    /** Algorithm 1 with the RMS of both histories, steps 4 to 7. */
    private static double adaDelta(DoubleUnaryOperator slope, int steps) {
        List<Double> deltas = new ArrayList<>();
        return overHistory(slope, steps, d -> {
            double rmsOfDeltas = Math.sqrt(0.05 * weightedSquares(deltas, 0.95) + 1e-3);
            double rmsOfSlopes = Math.sqrt(0.05 * weightedSquares(d, 0.95) + 1e-3);
            double delta = rmsOfDeltas / rmsOfSlopes * last(d);
            deltas.add(delta);
            return delta;
        });
    }

    /** What to subtract from w, given all slopes so far. */
    private interface FromHistory {
        double step(List<Double> slopes);
    }

    private static double overHistory(DoubleUnaryOperator slope, int steps, FromHistory rule) {
        List<Double> slopes = new ArrayList<>();
        double w = 0;
        for (int t = 0; t < steps; t++) {
            slopes.add(slope.applyAsDouble(w));
            w -= rule.step(slopes);
        }
        return w;
    }

    /** Σᵢ rⁿ⁻ⁱ dᵢ² over the n numbers so far. */
    private static double weightedSquares(List<Double> d, double r) {
        double sum = 0;
        for (int i = 0; i < d.size(); i++) {
            sum += Math.pow(r, d.size() - 1 - i) * d.get(i) * d.get(i);
        }
        return sum;
    }

    private static double last(List<Double> d) {
        return d.get(d.size() - 1);
    }
}
