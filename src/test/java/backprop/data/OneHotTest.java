package backprop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.matrix.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneHotTest {
    @Test
    void aLabelIsAOneInItsRow() {
        assertThat(OneHot.of(new int[] {2, 0, 2, 1}, 4)).isEqualTo(Matrix.of(new double[][] {
            {0, 1, 0, 0}, {0, 0, 0, 1}, {1, 0, 1, 0}, {0, 0, 0, 0}
        }));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3})
    void aLabelOutOfRangeIsRefusedWithItsIndex(int label) {
        assertThatThrownBy(() -> OneHot.of(new int[] {0, 1, label}, 3))
                .isInstanceOf(DataException.class)
                .hasMessage("OneHot: labels[2] must be from 0 to 2, got " + label);
    }
}
