package backprop.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.Samples;
import backprop.matrix.Matrix;
import backprop.matrix.ShapeException;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SoftmaxTest {
    /** By Python's mpmath with 60 digits, for z = (1, 2, 3). */
    private static final double[] ONE_TWO_THREE = {0.09003057317038046, 0.24472847105479764, 0.6652409557748218};

    private static final Map<String, UnaryOperator<Matrix>> OF_LOGITS =
            Map.of("of", Softmax::of, "log", Softmax::log, "logSumExp", Softmax::logSumExp);

    @Test
    void softmaxOfOneTwoThree() {
        Matrix Z = Matrix.column(1, 2, 3);
        Matrix Y = Matrix.column(ONE_TWO_THREE);
        assertThat(Softmax.of(Z).minus(Y).maxAbs()).isLessThan(2e-16);
        assertThat(Softmax.log(Z).minus(Y.map(Math::log)).maxAbs()).isLessThan(1e-15);
        assertThat(Softmax.logSumExp(Z).get(0, 0)).isEqualTo(3.4076059644443806);
    }

    @Test
    void everyColumnIsASoftmaxOfItsOwn() {
        Matrix Z = Samples.normal(4, 5, 1).times(3);
        Matrix Y = Softmax.of(Z);
        Matrix lnY = Softmax.log(Z);
        for (int i = 0; i < 5; i++) {
            double sum = 0;
            for (int j = 0; j < 4; j++) {
                sum += Math.exp(Z.get(j, i));
            }
            for (int j = 0; j < 4; j++) {
                assertThat(Y.get(j, i)).isBetween(p(Z, j, i, sum) - 1e-15, p(Z, j, i, sum) + 1e-15);
                assertThat(lnY.get(j, i) - Math.log(p(Z, j, i, sum))).isBetween(-1e-14, 1e-14);
            }
            assertThat(Softmax.logSumExp(Z).get(0, i) - Math.log(sum)).isBetween(-1e-14, 1e-14);
        }
    }

    private static double p(Matrix Z, int j, int i, double sum) {
        return Math.exp(Z.get(j, i)) / sum;
    }

    @Test
    void softmaxSurvivesHugeLogits() {
        Matrix Z = Matrix.of(new double[][] {{1e4, -1e4, 0}, {0, -1e4, 0}});
        assertThat(Softmax.of(Z)).isEqualTo(Matrix.of(new double[][] {{1, 0.5, 0.5}, {0, 0.5, 0.5}}));
        assertThat(Softmax.logSumExp(Z)
                        .minus(Matrix.row(1e4, -1e4 + Math.log(2), Math.log(2)))
                        .maxAbs())
                .isLessThan(1e-11);
    }

    @Test
    void theLogarithmIsRightWhereSoftmaxIsZero() {
        Matrix Z = Matrix.of(new double[][] {{1e4, -1e4, 1e300}, {-1e4, -1e4, 0}});
        double ln2 = Math.log(2);
        assertThat(Softmax.log(Z)).isEqualTo(Matrix.of(new double[][] {{0, -ln2, 0}, {-2e4, -ln2, -1e300}}));
    }

    @Test
    void theBackwardPassIsTheSlopeOfAnyCost() {
        Matrix Z = Samples.normal(4, 3, 2);
        Matrix C = Samples.normal(4, 3, 3);
        Matrix dZ = Softmax.backward(Softmax.of(Z), C);
        double h = 1e-5;
        for (int j = 0; j < 4; j++) {
            for (int i = 0; i < 3; i++) {
                double slope = (cost(Z, j, i, h, C) - cost(Z, j, i, -h, C)) / (2 * h);
                assertThat(dZ.get(j, i) - slope).isBetween(-1e-10, 1e-10);
            }
        }
    }

    /** Σ C ⊙ softmax(Z) after a step h of one entry; its derivative by Ŷ is C. */
    private static double cost(Matrix Z, int j, int i, double h, Matrix C) {
        Matrix moved = Z.copy();
        moved.set(j, i, Z.get(j, i) + h);
        return Softmax.of(moved).hadamard(C).sum();
    }

    @Test
    void theBackwardPassIsTheProductWithTheJacobian() {
        Matrix Y = Softmax.of(Samples.normal(4, 3, 4));
        Matrix dA = Samples.normal(4, 3, 5);
        Matrix dZ = Softmax.backward(Y, dA);
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 4; k++) {
                double sum = 0;
                for (int j = 0; j < 4; j++) {
                    sum += Y.get(j, i) * ((j == k ? 1 : 0) - Y.get(k, i)) * dA.get(j, i);
                }
                assertThat(dZ.get(k, i) - sum).isBetween(-1e-15, 1e-15);
            }
        }
    }

    @Test
    void theBackwardPassOfTheCrossEntropyIsYhatMinusY() {
        Matrix Yhat = Softmax.of(Samples.normal(4, 3, 6));
        Matrix Y = Samples.oneHot(4, 3, 7);
        Matrix dA = Y.divide(Yhat).times(-1);
        assertThat(Softmax.backward(Yhat, dA).minus(Yhat.minus(Y)).maxAbs()).isLessThan(1e-15);
    }

    @TestFactory
    Stream<DynamicTest> logitsWithoutAnExampleAreRefused() {
        return OF_LOGITS.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
                    UnaryOperator<Matrix> f = row.getValue();
                    assertThatThrownBy(() -> f.apply(Matrix.zeros(3, 0)))
                            .isInstanceOf(ShapeException.class)
                            .hasMessage("Softmax: Z must be (n, m), got (3, 0) — there is no example in it");
                    assertThatThrownBy(() -> f.apply(null))
                            .isInstanceOf(ShapeException.class)
                            .hasMessage("Softmax: Z must be (n, m), got null");
                }));
    }

    @Test
    void aTransposedGradientIsRefusedByName() {
        Matrix Y = Softmax.of(Samples.normal(4, 3, 1));
        assertThatThrownBy(() -> Softmax.backward(Y, Y.transpose()))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Softmax: dA must be (4, 3), got (3, 4) — transposed?");
        assertThatThrownBy(() -> Softmax.backward(null, Y))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Softmax: Ŷ must be (n, m), got null");
    }
}
