package backprop.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import backprop.matrix.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClipByNormTest {
    /** ‖g‖² = 2² + 4² + 5² + 6² = 81. */
    private final Matrix dW = Matrix.row(2, -4);

    private final Matrix db = Matrix.column(5, 6);

    @Test
    void aLongGradientIsScaledToTheNormAllOfItTogether() {
        assertThat(new ClipByNorm(3).apply(List.of(dW, db))).isCloseTo(9, within(1e-14));
        assertThat(dW.minus(Matrix.row(2.0 / 3, -4.0 / 3)).maxAbs()).isLessThan(1e-15);
        assertThat(db.minus(Matrix.column(5.0 / 3, 2)).maxAbs()).isLessThan(1e-15);
    }

    @Test
    void aGradientWithinTheNormIsLeftAlone() {
        assertThat(new ClipByNorm(9.1).apply(List.of(dW, db))).isCloseTo(9, within(1e-14));
        assertThat(dW).isEqualTo(Matrix.row(2, -4));
        assertThat(db).isEqualTo(Matrix.column(5, 6));
    }

    @Test
    void zerosAndNoGradientsAtAllHaveNormZero() {
        assertThat(new ClipByNorm(1).apply(List.of(Matrix.zeros(2, 2)))).isZero();
        assertThat(new ClipByNorm(1).apply(List.of())).isZero();
    }

    @Test
    void hugeNumbersDoNotOverflowOnTheWay() {
        Matrix huge = Matrix.row(3e200, 4e200);
        assertThat(new ClipByNorm(10).apply(List.of(huge))).isCloseTo(5e200, within(1e186));
        assertThat(huge.minus(Matrix.row(6, 8)).maxAbs()).isLessThan(1e-14);
    }

    @Test
    void aNormThatIsNotFiniteLeavesTheGradientsAlone() {
        for (double broken : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            Matrix sick = Matrix.row(broken, 7);
            assertThat(new ClipByNorm(1).apply(List.of(sick, db))).isNotFinite();
            assertThat(sick).isEqualTo(Matrix.row(broken, 7));
            assertThat(db).isEqualTo(Matrix.column(5, 6));
        }
    }

    @Test
    void aNormThatIsNotPositiveAndFiniteIsRefusedWhenTheClipIsMade() {
        for (double norm : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new ClipByNorm(norm))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("ClipByNorm: the norm must be positive and finite, got " + norm);
        }
    }
}
