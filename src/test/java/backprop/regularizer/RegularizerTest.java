package backprop.regularizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.Samples;
import backprop.matrix.Matrix;
import backprop.matrix.ShapeException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RegularizerTest {
    /** ‖W‖² = 19, Σ |w| = 9. */
    private static final Matrix W = Matrix.of(new double[][] {{1, -2, 0}, {3, 1, 2}});

    private static final Map<String, DoubleFunction<Regularizer>> ALL = Map.of("L1", L1::new, "L2", L2::new);

    @Test
    void penaltiesByHand() {
        assertThat(new L2(0.5).penalty(W, 10)).isCloseTo(0.475, within());
        assertThat(new L1(0.5).penalty(W, 10)).isCloseTo(0.45, within());
    }

    @Test
    void gradientsByHandAreAddedToWhatIsThere() {
        Matrix dW = Matrix.of(new double[][] {{10, 20, 30}, {40, 50, 60}});
        new L2(0.5).addGradient(W, dW, 10);
        assertClose(dW, Matrix.of(new double[][] {{10.05, 19.9, 30}, {40.15, 50.05, 60.1}}));
        new L1(2).addGradient(W, dW, 4);
        assertClose(dW, Matrix.of(new double[][] {{10.55, 19.4, 30}, {40.65, 50.55, 60.6}}));
        assertThat(W).isEqualTo(Matrix.of(new double[][] {{1, -2, 0}, {3, 1, 2}}));
    }

    @Test
    void l1LeavesAWeightOfZeroAlone() {
        Matrix dW = Matrix.row(5, 5, 5);
        new L1(1).addGradient(Matrix.row(0.0, -0.0, Double.MIN_VALUE), dW, 1);
        assertThat(dW).isEqualTo(Matrix.row(5, 5, 6));
    }

    @TestFactory
    Stream<DynamicTest> gradientsAreTheSlopesOfThePenalties() {
        return each(make -> {
            Regularizer regularizer = make.apply(0.7);
            Matrix V = Samples.normal(4, 3, 1);
            Matrix dV = Matrix.zeros(4, 3);
            regularizer.addGradient(V, dV, 9);
            double h = 1e-5;
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 3; j++) {
                    double slope =
                            (regularizer.penalty(moved(V, i, j, h), 9) - regularizer.penalty(moved(V, i, j, -h), 9))
                                    / (2 * h);
                    assertThat(Math.abs(V.get(i, j))).isGreaterThan(h); // no step across L1's kink
                    assertThat(dV.get(i, j)).isCloseTo(slope, Offset.offset(1e-9));
                }
            }
        });
    }

    private static Matrix moved(Matrix V, int i, int j, double h) {
        Matrix copy = V.copy();
        copy.set(i, j, V.get(i, j) + h);
        return copy;
    }

    /** W − α (dW + (λ/m) W) = (1 − αλ/m) W − α dW, notes 000 and 003. */
    @Test
    void aStepWithL2IsWeightDecay() {
        Matrix V = Samples.normal(4, 3, 2);
        Matrix dJ = Samples.normal(4, 3, 3);
        Matrix dV = dJ.copy();
        new L2(0.7).addGradient(V, dV, 9);
        Matrix step = V.minus(dV.times(0.1));
        Matrix decay = V.times(1 - 0.1 * 0.7 / 9).minus(dJ.times(0.1));
        assertThat(step.minus(decay).maxAbs()).isLessThan(1e-15);
    }

    @Test
    void withoutAnotherGradientL2ShrinksWeightsGeometrically() {
        assertThat(afterSteps(1, 9)).isCloseTo(0.9922222, Offset.offset(5e-8));
        assertThat(afterSteps(1, 6)).isCloseTo(0.988333, Offset.offset(5e-7));
        assertThat(afterSteps(5, 9)).isCloseTo(Math.pow(1 - 0.07 / 9, 5), within());
    }

    /** A weight of 1 after steps with α = 0.1 and λ = 0.7, by the penalty alone. */
    private static double afterSteps(int steps, int m) {
        Matrix w = Matrix.row(1);
        for (int t = 0; t < steps; t++) {
            Matrix dw = Matrix.row(0);
            new L2(0.7).addGradient(w, dw, m);
            w.addScaled(-0.1, dw);
        }
        return w.get(0, 0);
    }

    @TestFactory
    Stream<DynamicTest> lambdaZeroChangesNothing() {
        return each(make -> {
            Matrix dW = Samples.normal(2, 3, 4);
            Matrix before = dW.copy();
            make.apply(0).addGradient(W, dW, 3);
            assertThat(dW).isEqualTo(before);
            assertThat(make.apply(0).penalty(W, 3)).isEqualTo(0);
        });
    }

    @TestFactory
    Stream<DynamicTest> aLambdaThatIsNegativeOrNotFiniteIsRefusedWhenThePenaltyIsMade() {
        return ALL.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
                    for (double lambda : new double[] {-1e-9, Double.NaN, Double.POSITIVE_INFINITY}) {
                        assertThatThrownBy(() -> row.getValue().apply(lambda))
                                .isInstanceOf(IllegalArgumentException.class)
                                .hasMessage(row.getKey() + ": λ must be at least 0 and finite, got " + lambda);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> aBatchWithoutExamplesIsRefused() {
        return each(make -> {
            requireRefusal(make.apply(0.5), 0);
            requireRefusal(make.apply(0.5), -3);
        });
    }

    private static void requireRefusal(Regularizer regularizer, int m) {
        String sentence = regularizer.getClass().getSimpleName() + ": m must be at least 1, got " + m;
        assertThatThrownBy(() -> regularizer.penalty(W, m))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
        Matrix dW = Matrix.zeros(2, 3);
        assertThatThrownBy(() -> regularizer.addGradient(W, dW, m))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
        assertThat(dW).isEqualTo(Matrix.zeros(2, 3));
    }

    @TestFactory
    Stream<DynamicTest> aGradientOfAnotherShapeIsRefused() {
        return each(make -> assertThatThrownBy(() -> make.apply(0.5).addGradient(W, Matrix.zeros(3, 2), 10))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("dW must be (2, 3), got (3, 2) — transposed?"));
    }

    private static Stream<DynamicTest> each(Consumer<DoubleFunction<Regularizer>> behaviour) {
        return ALL.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> behaviour.accept(row.getValue())));
    }

    private static void assertClose(Matrix actual, Matrix expected) {
        assertThat(actual.minus(expected).maxAbs()).isLessThan(1e-14);
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-12);
    }
}
