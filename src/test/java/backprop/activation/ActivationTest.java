package backprop.activation;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.Activations;
import backprop.matrix.Matrix;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ActivationTest {
    /** g'(0) where the two sides differ: that of the right one. */
    private static final Map<Activation, Double> KINKS = Map.of(
            new Relu(),
            1.0,
            new LeakyRelu(0.2),
            1.0,
            new Elu(0.5),
            1.0,
            new Elu(3),
            1.0,
            new Selu(),
            1.0507009873554805);

    @Test
    void theSigmoidIsFiniteAndRightAtTheFarEnds() {
        Sigmoid sigmoid = new Sigmoid();
        assertThat(sigmoid.of(800)).isEqualTo(1);
        assertThat(sigmoid.of(-800)).isEqualTo(0);
        assertThat(sigmoid.of(0)).isEqualTo(0.5);
        assertThat(sigmoid.derivative(0)).isEqualTo(0.25);
    }

    @Test
    void reluHasSlopeOneAtZero() {
        assertThat(new Relu().derivative(0)).isEqualTo(1);
        assertThat(new Relu().derivative(-1e-300)).isEqualTo(0);
        assertThat(new Relu().of(-3)).isEqualTo(0);
    }

    @TestFactory
    Stream<DynamicTest> atAKinkTheDerivativeIsThatOfTheRightSide() {
        return KINKS.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey().toString(), () -> {
                    Activation g = row.getKey();
                    double right = row.getValue();
                    assertThat(g.derivative(0)).isEqualTo(right);
                    assertThat(g.derivative(-0.0)).isEqualTo(right);
                    assertThat(g.derivative(Double.MIN_VALUE)).isEqualTo(right);
                    assertThat(g.derivative(-Double.MIN_VALUE)).isNotEqualTo(right);
                    assertThat(g.of(0)).isEqualTo(0);
                }));
    }

    @Test
    void leakyReluKeepsASlopeToTheLeft() {
        LeakyRelu g = new LeakyRelu(0.25);
        assertThat(g.of(-3)).isEqualTo(-0.75);
        assertThat(g.of(-1e300)).isEqualTo(-0.25e300);
        assertThat(g.of(3)).isEqualTo(3);
        assertThat(g.derivative(-3)).isEqualTo(0.25);
        assertThat(g.derivative(3)).isEqualTo(1);
    }

    @Test
    void theDefaultsAreThePapers() {
        assertThat(new LeakyRelu()).isEqualTo(new LeakyRelu(0.01));
        assertThat(new Elu()).isEqualTo(new Elu(1));
    }

    @Test
    void seluGivesAStandardNormalMeanZeroAndVarianceOne() {
        Selu g = new Selu();
        assertThat(expectation(z -> 1)).isBetween(1 - 1e-13, 1 + 1e-13);
        assertThat(expectation(g::of)).isBetween(-1e-9, 1e-9);
        assertThat(expectation(z -> g.of(z) * g.of(z))).isBetween(1 - 1e-9, 1 + 1e-9);
    }

    /** E f(z) for a standard normal z, by the midpoint rule on either side of the kink at 0. */
    private static double expectation(DoubleUnaryOperator f) {
        double h = 1e-4;
        double sum = 0;
        for (int k = -120_000; k < 120_000; k++) {
            double z = (k + 0.5) * h;
            sum += f.applyAsDouble(z) * Math.exp(-z * z / 2);
        }
        return sum * h / Math.sqrt(2 * Math.PI);
    }

    @Test
    void theTanhFormOfGeluStaysCloseToTheExactOne() {
        for (double z = -8; z <= 8; z += 0.125) {
            assertThat(new GeluTanh().of(z) - new Gelu().of(z)).isBetween(-5e-4, 5e-4);
        }
        assertThat(new GeluTanh().of(2.25)).isNotEqualTo(new Gelu().of(2.25));
    }

    @TestFactory
    Stream<DynamicTest> aZeroFromTheLeftIsAZeroLikeAnyOther() {
        return each(g -> {
            assertThat(g.of(-0.0) + 0.0).isEqualTo(g.of(0.0));
            assertThat(g.derivative(-0.0)).isEqualTo(g.derivative(0.0));
        });
    }

    @TestFactory
    Stream<DynamicTest> noNumberGivesInfinityOrNaN() {
        double[] ends = {1.7e308, 1e300, 1e155, 1e103, 800, 40, 1e-300, Double.MIN_VALUE};
        return each(g -> {
            for (double z : ends) {
                for (double end : new double[] {z, -z}) {
                    double bounded = g instanceof Selu ? end / 2 : end; // its λ is above 1
                    assertThat(g.of(bounded)).as("g(%s)", end).isFinite();
                    assertThat(g.derivative(bounded)).as("g'(%s)", end).isFinite();
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aNaNIsNotHidden() {
        return each(g -> assertThat(g.of(Double.NaN)).isNaN());
    }

    @TestFactory
    Stream<DynamicTest> theMatrixFormsAreTheScalarOnesEntryByEntry() {
        double[][] z = {{-800, -1.5, -0.0}, {0, 0.7, 800}};
        return each(g -> {
            Matrix A = g.of(Matrix.of(z));
            Matrix slope = g.derivative(Matrix.of(z));
            assertThat(A.shape() + slope.shape()).isEqualTo("(2, 3)(2, 3)");
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 3; j++) {
                    assertThat(A.get(i, j)).isEqualTo(g.of(z[i][j]));
                    assertThat(slope.get(i, j)).isEqualTo(g.derivative(z[i][j]));
                }
            }
        });
    }

    @Test
    void anActivationOfOnesOwnNeedsTwoFunctionsOnly() {
        Activation cube = new Activation() {
            @Override
            public double of(double z) {
                return z * z * z;
            }

            @Override
            public double derivative(double z) {
                return 3 * z * z;
            }
        };
        assertThat(cube.of(Matrix.row(2, -1))).isEqualTo(Matrix.row(8, -1));
        assertThat(cube.derivative(Matrix.row(2, -1))).isEqualTo(Matrix.row(12, 3));
    }

    private static Stream<DynamicTest> each(Consumer<Activation> behaviour) {
        return Activations.ALL.stream().map(g -> DynamicTest.dynamicTest(g.toString(), () -> behaviour.accept(g)));
    }
}
