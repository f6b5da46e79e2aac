package backprop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backprop.matrix.Matrix;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Held against numbers that NumPy computed from scikit-learn 1.9.1's load_digits(). */
class DigitsTest {
    private final Dataset digits = Digits.load();

    @Test
    void everyDigitComesAsOftenAsInScikitLearn() {
        assertThat(digits.Y().sumOverExamples()) // np.bincount(target)
                .isEqualTo(Matrix.column(178, 182, 177, 183, 181, 182, 181, 179, 174, 180));
        assertThat(digits.Y().sumOfColumns()).isEqualTo(Matrix.ones(1, 1797));
        assertThat(digits.classes()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    @Test
    void theyKeepScikitLearnsOrder() {
        int[] labels = digits.labels();
        assertThat(Arrays.copyOf(labels, 12)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1);
        // sum((i + 1) * target[i]): another order would give another sum
        assertThat(IntStream.range(0, 1797).mapToLong(i -> (i + 1L) * labels[i]).sum())
                .isEqualTo(7_272_861);
    }

    @Test
    void theFirstImageIsTheZeroThatScikitLearnShows() {
        double[][] image = {
            {0, 0, 5, 13, 9, 1, 0, 0},
            {0, 0, 13, 15, 10, 15, 5, 0},
            {0, 3, 15, 2, 0, 11, 8, 0},
            {0, 4, 12, 0, 0, 8, 8, 0},
            {0, 5, 8, 0, 0, 9, 8, 0},
            {0, 4, 11, 0, 1, 12, 7, 0},
            {0, 2, 14, 5, 10, 12, 0, 0},
            {0, 0, 6, 13, 10, 0, 0, 0}
        };
        double[] pixels = Arrays.stream(image).flatMapToDouble(Arrays::stream).toArray();
        assertThat(digits.X().cols(0)).isEqualTo(Matrix.column(pixels).divide(16));
    }

    @Test
    void everyPixelHoldsTheInkThatNumPyCounts() {
        double[] ink = { // data.sum(axis=0)
            0, 546, 9353, 21269, 21291, 10390, 2448, 233, 10, 3583, 18657, 21527, 18472, 14692, 3318, 194, 5, 4675,
            17796, 12566, 12755, 14028, 3214, 90, 2, 4438, 16337, 15852, 17839, 13570, 4165, 4, 0, 4204, 13778, 16302,
            18512, 15713, 5228, 0, 16, 2846, 12366, 12989, 13787, 14801, 6211, 49, 13, 1266, 13490, 17142, 16921, 15739,
            6694, 371, 1, 502, 9987, 21724, 21221, 12155, 3716, 655
        };
        assertThat(digits.X().sumOverExamples()).isEqualTo(Matrix.column(ink).divide(16));
    }

    @Test
    void pixelsAreScaledToTheUnitInterval() {
        assertThat(digits.X().shape()).isEqualTo("(64, 1797)");
        assertThat(digits.X().maxAbs()).isEqualTo(1);
        assertThat(digits.X().map(x -> Math.min(x, 0)).maxAbs()).isZero();
        assertThat(digits.X().mean()).isCloseTo(561_718 / 16.0 / 64 / 1797, within(1e-12));
    }
}
