package backprop.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import backprop.Samples;
import backprop.matrix.Matrix;
import backprop.matrix.ShapeException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds for every optimizer, one row each, and steps that were computed by hand. */
class OptimizerTest {
    private static final double TINY = 1e-12;

    private static final List<Optimizer> OPTIMIZERS = List.of(
            new GradientDescent(0.1),
            new Momentum(0.1),
            new Nesterov(0.1),
            new AdaGrad(),
            new RmsProp(),
            new AdaDelta(),
            new Adam(0.1),
            new AdamW());

    /** From w = 1, the w after each of these gradients; ε is too small to be seen. */
    private record ByHand(Optimizer optimizer, Matrix gradients, Matrix after) {}

    private static final List<ByHand> BY_HAND = List.of(
            new ByHand(new GradientDescent(0.1), Matrix.row(2, -1), Matrix.row(0.8, 0.9)),
            // v = 2, 1/2·2 + 2
            new ByHand(new Momentum(0.1, 0.5), Matrix.row(2, 2), Matrix.row(0.8, 0.5)),
            // the same v; steps of 2 + 1/2·2 and 2 + 1/2·3
            new ByHand(new Nesterov(0.1, 0.5), Matrix.row(2, 2), Matrix.row(0.7, 0.35)),
            // √s = 3, 5
            new ByHand(new AdaGrad(1, TINY), Matrix.row(3, 4), Matrix.row(0, -0.8)),
            // s = 1/4·4, then 3/4·1 + 1/4·1
            new ByHand(new RmsProp(0.1, 0.75, TINY), Matrix.row(2, 1), Matrix.row(0.8, 0.7)),
            // Δw = √9/√25·4; then √(5.76 + 9)/√(0 + 9)·0
            new ByHand(new AdaDelta(0.5, 0, 9), Matrix.row(4, 0), Matrix.row(-0.2, -0.2)),
            // m̂ = 2, −1/2/(3/4); v̂ = 4, 3/(3/4)
            new ByHand(new Adam(0.1, 0.5, 0.5, TINY), Matrix.row(2, -2), Matrix.row(0.9, 14.0 / 15)),
            // the same, each from 0.95 w
            new ByHand(
                    new AdamW(0.1, 0.5, 0.5, TINY, 0.5), Matrix.row(2, -2), Matrix.row(0.85, 0.95 * 0.85 + 0.1 / 3)));

    @TestFactory
    Stream<DynamicTest> twoStepsAreThoseComputedByHand() {
        return BY_HAND.stream()
                .map(row -> DynamicTest.dynamicTest(row.optimizer().toString(), () -> {
                    Matrix W = Matrix.row(1);
                    Optimizer.Step step = row.optimizer().step(1, 1);
                    for (int t = 0; t < row.after().cols(); t++) {
                        Matrix dW = row.gradients().cols(t);
                        step.update(W, dW, row.optimizer().alpha());
                        assertThat(W.get(0, 0)).isCloseTo(row.after().get(0, t), within(1e-11));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> parametersOfOneOptimizerAreRememberedApart() {
        return each(optimizer -> {
            Matrix first = Matrix.ones(2, 3);
            Matrix second = Matrix.ones(1, 4);
            Optimizer.Step stepOfFirst = optimizer.step(2, 3);
            Optimizer.Step stepOfSecond = optimizer.step(1, 4);
            for (int t = 0; t < 5; t++) {
                stepOfFirst.update(first, Samples.normal(2, 3, t), optimizer.alpha());
                stepOfSecond.update(second, Samples.normal(1, 4, 100 + t), optimizer.alpha());
            }
            assertThat(first).isEqualTo(alone(optimizer, 2, 3, 0));
            assertThat(second).isEqualTo(alone(optimizer, 1, 4, 100));
        });
    }

    @TestFactory
    Stream<DynamicTest> theAlphaOfTheUpdateCounts() {
        return each(optimizer -> {
            Matrix W = Matrix.row(1, -2);
            optimizer.step(1, 2).update(W, Matrix.row(3, 4), 0);
            assertThat(W).isEqualTo(Matrix.row(1, -2));
        });
    }

    @TestFactory
    Stream<DynamicTest> theGradientIsLeftAlone() {
        return each(optimizer -> {
            Matrix dW = Samples.normal(3, 2, 1);
            optimizer.step(3, 2).update(Matrix.ones(3, 2), dW, 0.1);
            assertThat(dW).isEqualTo(Samples.normal(3, 2, 1));
        });
    }

    @TestFactory
    Stream<DynamicTest> aGradientOfAnotherShapeIsRefusedAndNothingMoves() {
        return each(optimizer -> {
            Matrix W = Matrix.ones(2, 3);
            Optimizer.Step step = optimizer.step(2, 3);
            assertThatThrownBy(() -> step.update(W, Matrix.ones(3, 2), 1))
                    .isInstanceOf(ShapeException.class)
                    .hasMessage(optimizer.getClass().getSimpleName() + ": dW must be (2, 3), got (3, 2) — transposed?");
            assertThatThrownBy(() -> step.update(W, null, 1)).hasMessageEndingWith("dW must be (2, 3), got null");
            assertThat(W).isEqualTo(Matrix.ones(2, 3));
            step.update(W, Samples.normal(2, 3, 1), 0.1);
            Matrix fresh = Matrix.ones(2, 3);
            optimizer.step(2, 3).update(fresh, Samples.normal(2, 3, 1), 0.1);
            assertThat(W).as("as if nothing had been refused").isEqualTo(fresh);
        });
    }

    @Test
    void withoutGradientAdamWDecaysGeometricallyAndAdamStays() {
        Matrix decaying = Matrix.row(2);
        Matrix staying = Matrix.row(2);
        Optimizer.Step adamW = new AdamW(0.1, 0.9, 0.999, 1e-8, 0.5).step(1, 1);
        Optimizer.Step adam = new Adam(0.1).step(1, 1);
        for (int t = 0; t < 10; t++) {
            adamW.update(decaying, Matrix.row(0), 0.1);
            adam.update(staying, Matrix.row(0), 0.1);
        }
        assertThat(decaying.get(0, 0)).isCloseTo(2 * Math.pow(0.95, 10), within(1e-14));
        assertThat(staying).isEqualTo(Matrix.row(2));
    }

    @Test
    void shortConstructorsTakeTheDocumentedDefaults() {
        assertThat(new Momentum(0.3)).isEqualTo(new Momentum(0.3, 0.9));
        assertThat(new Nesterov(0.3)).isEqualTo(new Nesterov(0.3, 0.9));
        assertThat(new AdaGrad()).isEqualTo(new AdaGrad(0.01, 1e-10));
        assertThat(new RmsProp()).isEqualTo(new RmsProp(0.001, 0.9, 1e-8));
        assertThat(new AdaDelta()).isEqualTo(new AdaDelta(1, 0.95, 1e-6));
        assertThat(new Adam()).isEqualTo(new Adam(0.001, 0.9, 0.999, 1e-8));
        assertThat(new Adam(0.3)).isEqualTo(new Adam(0.3, 0.9, 0.999, 1e-8));
        assertThat(new AdamW()).isEqualTo(new AdamW(0.001, 0.9, 0.999, 1e-8, 0.01));
    }

    /** A hyperparameter out of its range, and the sentence. */
    private record Refusal(Supplier<Optimizer> optimizer, String sentence) {}

    private static final List<Refusal> REFUSALS = List.of(
            new Refusal(
                    () -> new GradientDescent(0),
                    "GradientDescent: the learning rate α must be positive and finite, got 0.0"),
            new Refusal(
                    () -> new GradientDescent(Double.NaN),
                    "GradientDescent: the learning rate α must be positive and finite, got NaN"),
            new Refusal(
                    () -> new GradientDescent(Double.POSITIVE_INFINITY),
                    "GradientDescent: the learning rate α must be positive and finite, got Infinity"),
            new Refusal(
                    () -> new Momentum(-0.1), "Momentum: the learning rate α must be positive and finite, got -0.1"),
            new Refusal(() -> new Momentum(0.1, 1), "Momentum: β must be at least 0 and below 1, got 1.0"),
            new Refusal(() -> new Nesterov(0), "Nesterov: the learning rate α must be positive and finite, got 0.0"),
            new Refusal(() -> new Nesterov(0.1, -0.5), "Nesterov: β must be at least 0 and below 1, got -0.5"),
            new Refusal(
                    () -> new AdaGrad(0, 1e-10), "AdaGrad: the learning rate α must be positive and finite, got 0.0"),
            new Refusal(() -> new AdaGrad(0.1, 0), "AdaGrad: ε must be positive and finite, got 0.0"),
            new Refusal(
                    () -> new RmsProp(0, 0.9, 1e-8),
                    "RmsProp: the learning rate α must be positive and finite, got 0.0"),
            new Refusal(() -> new RmsProp(0.1, 1.5, 1e-8), "RmsProp: ρ must be at least 0 and below 1, got 1.5"),
            new Refusal(() -> new RmsProp(0.1, 0.9, -1), "RmsProp: ε must be positive and finite, got -1.0"),
            new Refusal(
                    () -> new AdaDelta(0, 0.9, 1e-6),
                    "AdaDelta: the learning rate α must be positive and finite, got 0.0"),
            new Refusal(() -> new AdaDelta(1, Double.NaN, 1e-6), "AdaDelta: ρ must be at least 0 and below 1, got NaN"),
            new Refusal(() -> new AdaDelta(1, 0.9, 0), "AdaDelta: ε must be positive and finite, got 0.0"),
            new Refusal(() -> new Adam(-1), "Adam: the learning rate α must be positive and finite, got -1.0"),
            new Refusal(() -> new Adam(0.1, 1, 0.9, 1e-8), "Adam: β₁ must be at least 0 and below 1, got 1.0"),
            new Refusal(() -> new Adam(0.1, 0.9, -1, 1e-8), "Adam: β₂ must be at least 0 and below 1, got -1.0"),
            new Refusal(() -> new Adam(0.1, 0.9, 0.9, 0), "Adam: ε must be positive and finite, got 0.0"),
            new Refusal(() -> new AdamW(0.1, 1, 0.9, 1e-8, 0.1), "AdamW: β₁ must be at least 0 and below 1, got 1.0"),
            new Refusal(() -> new AdamW(0.5, 0.9, 0.9, 1e-8, -1), "AdamW: λ must be at least 0 and finite, got -1.0"),
            new Refusal(
                    () -> new AdamW(0.1, 0.9, 0.9, 1e-8, Double.NaN),
                    "AdamW: λ must be at least 0 and finite, got NaN"),
            new Refusal(
                    () -> new AdamW(0, 0.9, 0.9, 1e-8, 0.1),
                    "AdamW: the learning rate α must be positive and finite, got 0.0"),
            new Refusal(() -> new AdamW(0.1, 0.9, 1.5, 1e-8, 0.1), "AdamW: β₂ must be at least 0 and below 1, got 1.5"),
            new Refusal(
                    () -> new AdamW(0.1, 0.9, 0.9, Double.NaN, 0.1), "AdamW: ε must be positive and finite, got NaN"),
            new Refusal(
                    () -> new AdaGrad(0.1, Double.POSITIVE_INFINITY),
                    "AdaGrad: ε must be positive and finite, got Infinity"),
            new Refusal(() -> new Momentum(0.1, Double.NaN), "Momentum: β must be at least 0 and below 1, got NaN"),
            new Refusal(() -> new AdamW(0.5, 0.9, 0.9, 1e-8, 4), "AdamW: αλ must be at least 0 and below 1, got 2.0"));

    @TestFactory
    Stream<DynamicTest> hyperparametersOutOfRangeAreRefusedWhenTheOptimizerIsMade() {
        return REFUSALS.stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.sentence(),
                        () -> assertThatThrownBy(() -> row.optimizer().get())
                                .isInstanceOf(IllegalArgumentException.class)
                                .hasMessage(row.sentence())));
    }

    /** What one test asks of an optimizer. */
    private interface Claim {
        void holdsFor(Optimizer optimizer);
    }

    private static Stream<DynamicTest> each(Claim claim) {
        return OPTIMIZERS.stream()
                .map(optimizer -> DynamicTest.dynamicTest(optimizer.toString(), () -> claim.holdsFor(optimizer)));
    }

    private static Matrix alone(Optimizer optimizer, int rows, int cols, int seed) {
        Matrix W = Matrix.ones(rows, cols);
        Optimizer.Step step = optimizer.step(rows, cols);
        for (int t = 0; t < 5; t++) {
            step.update(W, Samples.normal(rows, cols, seed + t), optimizer.alpha());
        }
        return W;
    }
}
