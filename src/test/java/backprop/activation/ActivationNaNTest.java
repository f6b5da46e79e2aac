package backprop.activation;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.Activations;
import backprop.matrix.Matrix;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A training that went wrong must not look right. */
class ActivationNaNTest {
    private static final double NEGATIVE_NAN = Double.longBitsToDouble(0xfff8000000000000L);

    @TestFactory
    Stream<DynamicTest> nanStaysNan() {
        return Stream.concat(Activations.ALL.stream(), Stream.of(new LeakyRelu(0)))
                .map(g -> DynamicTest.dynamicTest(g.toString(), () -> {
                    for (double nan : new double[] {Double.NaN, NEGATIVE_NAN}) {
                        assertThat(g.of(nan)).isNaN();
                        assertThat(g.derivative(nan)).isNaN();
                        Matrix Z = Matrix.row(1, nan, -1);
                        assertThat(g.of(Z).get(0, 1)).isNaN();
                        assertThat(g.derivative(Z).get(0, 1)).isNaN();
                        assertThat(g.of(Z).cols(0, 2).isFinite()).isTrue();
                        assertThat(g.derivative(Z).cols(0, 2).isFinite()).isTrue();
                    }
                }));
    }

    @Test
    void nanSpoilsItsColumnOfSoftmaxAndNoOther() {
        Matrix Z = Matrix.of(new double[][] {{1, 2}, {Double.NaN, 3}});
        for (Matrix spoilt : List.of(Softmax.of(Z), Softmax.log(Z), Softmax.logSumExp(Z))) {
            for (int i = 0; i < spoilt.rows(); i++) {
                assertThat(spoilt.get(i, 0)).isNaN();
                assertThat(spoilt.get(i, 1)).isFinite();
            }
        }
    }

    @Test
    void identityGivesAMatrixOfItsOwn() {
        Matrix Z = Matrix.row(1, -0.0, Double.POSITIVE_INFINITY);
        assertThat(new Identity().of(Z)).isEqualTo(Z);
        assertThat(new Identity().of(Z).sharesNumbers(Z)).isFalse();
        assertThat(new Identity().derivative(Z)).isEqualTo(Matrix.row(1, 1, 1));
    }
}
