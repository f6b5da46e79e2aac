package backprop.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class MatrixTest {
    private static final Matrix A = Matrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}});

    @Test
    void aColumnARowAndANumberAreBroadcast() {
        assertThat(A.plus(Matrix.column(10, 20))).isEqualTo(Matrix.of(new double[][] {{11, 12, 13}, {24, 25, 26}}));
        assertThat(A.minus(Matrix.row(1, 2, 3))).isEqualTo(Matrix.of(new double[][] {{0, 0, 0}, {3, 3, 3}}));
        assertThat(A.hadamard(Matrix.column(2))).isEqualTo(Matrix.of(new double[][] {{2, 4, 6}, {8, 10, 12}}));
        assertThat(A.divide(A)).isEqualTo(Matrix.ones(2, 3));
    }

    @Test
    void operandsAreLeftAlone() {
        Matrix before = A.copy();
        A.plus(A);
        A.times(3);
        A.map(x -> 0);
        A.mult(A.transpose());
        assertThat(A).isEqualTo(before);
    }

    @Test
    void sumsRunOverTheExamplesOrDownTheColumns() {
        assertThat(A.sumOverExamples()).isEqualTo(Matrix.column(6, 15));
        assertThat(A.sumOfColumns()).isEqualTo(Matrix.row(5, 7, 9));
        assertThat(A.maxOfColumns()).isEqualTo(Matrix.row(4, 5, 6));
        assertThat(A.sum()).isEqualTo(21);
        assertThat(A.mean()).isEqualTo(3.5);
        assertThat(A.norm()).isEqualTo(Math.sqrt(91));
        assertThat(A.maxAbs()).isEqualTo(6);
    }

    @Test
    void whatIsAtLeastANumberIsOneAndTheRestZero() {
        double tiny = Double.MIN_VALUE;
        assertThat(Matrix.row(-1e300, -tiny, -0.0, 0.0, tiny, 5).greaterOrEqual(0))
                .isEqualTo(Matrix.row(0, 0, 1, 1, 1, 1));
        assertThat(Matrix.row(2 - 1e-15, 2, 3).greaterOrEqual(2)).isEqualTo(Matrix.row(0, 1, 1));
        assertThat(Matrix.row(-3, 0.5, 7).clampMin(0.5)).isEqualTo(Matrix.row(0.5, 0.5, 7));
    }

    @Test
    void aRangeHoldsItsEndsButNoNaN() {
        assertThat(Matrix.row(0, 0.5, 1).isWithin(0, 1)).isTrue();
        assertThat(Matrix.row(0, 0.5, 1.1).isWithin(0, 1)).isFalse();
        assertThat(Matrix.row(0, -1e-300).isWithin(0, 1)).isFalse();
        assertThat(Matrix.row(Double.NaN).isWithin(0, 1)).isFalse();
        assertThat(Matrix.row(Double.NEGATIVE_INFINITY).isFinite()).isFalse();
    }

    @Test
    void theNormOfHugeAndOfTinyNumbersIsRight() {
        assertThat(Matrix.row(3e200, 4e200).norm()).isCloseTo(5e200, withPercentage(1e-12));
        assertThat(Matrix.row(3e-200, 4e-200).norm()).isCloseTo(5e-200, withPercentage(1e-12));
        assertThat(Matrix.zeros(2, 2).norm()).isZero();
    }

    @Test
    void theLargestEntryOfAColumnIsTheFirstOfEquals() {
        Matrix scores = Matrix.of(new double[][] {{1, 0, 5}, {3, 0, 5}, {2, 0, 1}});
        assertThat(scores.argMaxOfColumns()).containsExactly(1, 0, 0);
    }

    @Test
    void columnsAreChosenInTheOrderGiven() {
        assertThat(A.cols(2, 0, 2)).isEqualTo(Matrix.of(new double[][] {{3, 1, 3}, {6, 4, 6}}));
    }

    @Test
    void addScaledModifiesInPlace() {
        Matrix W = A.copy();
        W.addScaled(-2, Matrix.ones(2, 3));
        assertThat(W).isEqualTo(Matrix.of(new double[][] {{-1, 0, 1}, {2, 3, 4}}));
    }

    @Test
    void assignModifiesInPlaceAndTakesNoOtherShape() {
        Matrix B = Matrix.of(new double[][] {{1, 0, 2}, {0, 1, 3}});
        Matrix M = A.copy();
        M.assign(B, (a, b) -> a - 2 * b);
        assertThat(M).isEqualTo(Matrix.of(new double[][] {{-1, 2, -1}, {4, 3, 0}}));
        M.assign(A, B, (m, a, b) -> m + 10 * a + 100 * b);
        assertThat(M).isEqualTo(Matrix.of(new double[][] {{109, 22, 229}, {44, 153, 360}}));
        M.assign(A);
        assertThat(M).isEqualTo(A);
        Matrix column = Matrix.column(1, 2);
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> M.assign(column),
                () -> M.assign(column, Double::sum),
                () -> M.assign(column, A, (m, a, b) -> m),
                () -> M.assign(A, column, (m, a, b) -> m))) {
            assertThatThrownBy(call)
                    .isInstanceOf(ShapeException.class)
                    .hasMessage("left.assign(right) with left (2, 3): right must be (2, 3), got (2, 1)");
        }
    }

    @Test
    void reshapeKeepsTheNumbersRowByRowAndSharesThem() {
        Matrix M = A.copy();
        Matrix tall = M.reshape(3, 2);
        assertThat(tall).isEqualTo(Matrix.of(new double[][] {{1, 2}, {3, 4}, {5, 6}}));
        tall.set(0, 1, 9);
        assertThat(M.get(0, 1)).isEqualTo(9);
        assertThatThrownBy(() -> A.reshape(4, 2))
                .isInstanceOf(ShapeException.class)
                .hasMessage("reshape: a matrix (2, 3) must get a shape of as many entries, got (4, 2)");
    }

    @Test
    void ejmlSharesTheNumbers() {
        DMatrixRMaj ejml = new DMatrixRMaj(new double[][] {{1, 2}, {3, 4}});
        Matrix M = Matrix.of(ejml);
        ejml.set(0, 1, 9);
        assertThat(M.get(0, 1)).isEqualTo(9);
        assertThat(M.ejml()).isSameAs(ejml);
    }

    @Test
    void whatIsLeftOverInAnEjmlMatrixThatShrankDoesNotCount() {
        DMatrixRMaj ejml = new DMatrixRMaj(new double[][] {{1, 2}, {3, -9}});
        ejml.reshape(1, 2);
        Matrix M = Matrix.of(ejml);
        assertThat(M.maxAbs()).isEqualTo(2);
        assertThat(M.sum()).isEqualTo(3);
        assertThat(M.norm()).isEqualTo(Math.sqrt(5));
        assertThat(M.times(2)).isEqualTo(Matrix.row(2, 4));
        assertThat(M.mult(Matrix.column(1, 1))).isEqualTo(Matrix.row(3));
        assertThat(M).isEqualTo(Matrix.row(1, 2)).hasToString("Matrix (1, 2)\n  1  2");
    }

    @Test
    void nanIsSeenInTheLargestSizeAndInFiniteness() {
        Matrix M = Matrix.row(1, Double.NaN, 2);
        assertThat(M.maxAbs()).isNaN();
        assertThat(Matrix.row(Double.NaN, 0).norm()).isNaN();
        assertThat(Matrix.column(1, Double.NaN).maxOfColumns().get(0, 0)).isNaN();
        double least = Double.NEGATIVE_INFINITY;
        assertThat(Matrix.column(least, least).maxOfColumns()).isEqualTo(Matrix.row(least));
        assertThat(M.isFinite()).isFalse();
        assertThat(A.isFinite()).isTrue();
    }

    @Test
    void aFactorThatDoesNotFitIsRefusedByName() {
        assertThatThrownBy(() -> A.mult(Matrix.ones(2, 4)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("left.mult(right) with left (2, 3): right must be (3, m), got (2, 4)");
        assertThatThrownBy(() -> A.mult(Matrix.ones(5, 3)))
                .hasMessage("left.mult(right) with left (2, 3): right must be (3, m), got (5, 3) — transposed?");
        assertThatThrownBy(() -> A.multTransA(Matrix.ones(3, 2)))
                .hasMessage("left.multTransA(right) with left (2, 3): right must be (2, m), got (3, 2) — transposed?");
        assertThatThrownBy(() -> A.multTransB(Matrix.ones(3, 2)))
                .hasMessage("left.multTransB(right) with left (2, 3): right must be (n, 3), got (3, 2) — transposed?");
    }

    @Test
    void anOperandThatCannotBeBroadcastIsRefused() {
        assertThatThrownBy(() -> A.plus(Matrix.ones(3, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessage(
                        "left.plus(right) with left (2, 3): right must be (2, 3), or a column (2, 1) or row (1, 3) to"
                                + " broadcast, got (3, 2) — transposed?");
        assertThatThrownBy(() -> A.hadamard(Matrix.row(1, 2))).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> A.addScaled(1, Matrix.column(1, 2)))
                .hasMessageContaining("right must be (2, 3), got (2, 1)");
    }

    @Test
    void rowsOfDifferentLengthsAreRefused() {
        assertThatThrownBy(() -> Matrix.of(new double[][] {{1, 2}, {3}}))
                .hasMessage("Matrix.of: row 1 must have 2 numbers like row 0, got 1");
    }

    @Test
    void anEntryOutsideIsRefused() {
        assertThatThrownBy(() -> A.get(2, 0))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("entry (2, 0) does not exist in a matrix (2, 3); both count from 0");
        assertThatThrownBy(() -> A.cols(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void theTextHasFourDigitsAndIsShortened() {
        assertThat(Matrix.of(new double[][] {{1, -2.34567}, {1e-9, Double.NaN}}))
                .hasToString("Matrix (2, 2)\n          1     -2.346\n  1.000e-09        NaN");
        String large = Matrix.zeros(100, 200).toString();
        assertThat(large).startsWith("Matrix (100, 200)").contains("…");
        assertThat(large.lines()).hasSize(12);
    }
}
