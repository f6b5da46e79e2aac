package backprop.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.Samples;
import backprop.matrix.Matrix;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DropoutTest {
    private static final Matrix A = Samples.normal(30, 40, 1);
    private static final Matrix ONES = Matrix.ones(100, 1000);

    @Test
    void anEntryIsDroppedOrDividedByWhatIsKept() {
        Matrix dropped = new Dropout(0.2).forward(A);
        for (int i = 0; i < A.rows(); i++) {
            for (int j = 0; j < A.cols(); j++) {
                if (dropped.get(i, j) != 0) {
                    assertThat(dropped.get(i, j) / A.get(i, j)).isBetween(1.25 - 1e-15, 1.25 + 1e-15);
                }
            }
        }
    }

    @Test
    void theShareOfTheDroppedIsTheRateAndTheMeanStays() {
        Matrix dropped = new Dropout(0.3).forward(ONES);
        double deviation = Math.sqrt(0.3 * 0.7 / 1e5);
        assertThat(dropped.map(a -> a == 0 ? 1 : 0).mean()).isBetween(0.3 - 3 * deviation, 0.3 + 3 * deviation);
        assertThat(dropped.mean()).isBetween(1 - 3 * deviation / 0.7, 1 + 3 * deviation / 0.7);
    }

    @Test
    void theSameEntriesAreDroppedUntilTheBackwardPass() {
        Dropout dropout = new Dropout(0.5);
        Matrix first = dropout.forward(ONES);
        assertThat(dropout.forward(ONES)).isEqualTo(first);
        assertThat(dropout.backward(ONES)).isEqualTo(first);
        Matrix second = dropout.forward(ONES);
        assertThat(second).isNotEqualTo(first);
        double agreement = first.map(second, (a, b) -> a == b ? 1 : 0).mean();
        assertThat(agreement).isBetween(0.5 - 3 * 0.5 / Math.sqrt(1e5), 0.5 + 3 * 0.5 / Math.sqrt(1e5));
    }

    @Test
    void theSeedOfTheNetworkRulesWhatIsDropped() {
        Dropout first = new Dropout(0.5);
        Dropout second = new Dropout(0.5);
        first.initialize(1, new Random(7));
        second.initialize(2, new Random(7));
        assertThat(first.forward(ONES)).isEqualTo(second.forward(ONES));
        second.initialize(2, new Random(8));
        assertThat(first.forward(ONES)).isNotEqualTo(second.forward(ONES));
    }

    @Test
    void predictionsDropNothing() {
        assertThat(new Dropout(0.9).predict(A)).isEqualTo(A);
        assertThat(new Dropout(0).forward(A)).isEqualTo(A);
    }

    @Test
    void aRateOutsideItsRangeIsRefused() {
        for (double rate : new double[] {-0.1, 1, 2, Double.NaN}) {
            assertThatThrownBy(() -> new Dropout(rate))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Dropout: the rate p must be in [0, 1), got " + rate);
        }
    }

    @Test
    void aDerivativeOfAnotherShapeThanTheInputIsRefused() {
        Dropout dropout = new Dropout(0.5);
        dropout.initialize(2, new Random(1));
        assertThat(dropout).hasToString("Dropout[2] 0.5");
        assertThatThrownBy(() -> dropout.backward(A))
                .hasMessage("Dropout[2] 0.5: forward must run first, but it has not");
        dropout.forward(A);
        assertThatThrownBy(() -> dropout.backward(A.transpose()))
                .hasMessage("Dropout[2] 0.5: dA[2] must be (30, 40), got (40, 30) — transposed?");
        assertThatThrownBy(() -> dropout.backward(Matrix.ones(1, 40)))
                .hasMessage("Dropout[2] 0.5: dA[2] must be (30, 40), got (1, 40)");
    }
}
