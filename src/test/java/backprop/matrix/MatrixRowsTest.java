package backprop.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MatrixRowsTest {
    private static final Matrix A = Matrix.of(new double[][] {{1, 2}, {3, 4}, {5, 6}});

    @Test
    void rowsAreChosenInTheOrderGivenAndMinusOneIsARowOfZeros() {
        assertThat(A.rowsPadded(2, 0, 1, 1, -1, -1, 0)).isEqualTo(Matrix.of(new double[][] {
            {5, 6}, {1, 2}, {3, 4}, {3, 4}, {0, 0}, {0, 0}, {1, 2}
        }));
        assertThat(A.rows(new int[0]).shape()).isEqualTo("(0, 2)");
    }

    @Test
    void addRowsPutsBackWhatRowsCopied() {
        Matrix sum = A.copy();
        sum.addRowsPadded(Matrix.of(new double[][] {{10, 10}, {20, 20}, {30, 30}, {99, 99}, {40, 40}}), 0, 1, 0, -1, 2);
        assertThat(sum).isEqualTo(Matrix.of(new double[][] {{41, 42}, {23, 24}, {45, 46}}));
    }

    @Test
    void rowsThatDoNotExistAreRefused() {
        assertThatThrownBy(() -> A.rows(1, 2, 3))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("row 3 does not exist in a matrix (3, 2); rows count from 0");
        assertThatThrownBy(() -> A.rowsPadded(1, 2, 3))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("rows 1 to 3 do not exist in a matrix (3, 2); they count from 0");
        assertThatThrownBy(() -> A.rowsPadded(-2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> A.copy().addRows(A, 0, 1, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> A.copy().addRows(A, 0, 1))
                .isInstanceOf(ShapeException.class)
                .hasMessage("left.addRows(right) with left (3, 2): right must be (2, 2), got (3, 2)");
    }
}
