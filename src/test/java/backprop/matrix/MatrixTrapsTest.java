package backprop.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** NaN, −0, numbers of rows and columns that do not exist. */
class MatrixTrapsTest {
    private static final double NEGATIVE_NAN = Double.longBitsToDouble(0xfff8000000000000L);
    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    void nanStaysNanInComparisonsWhateverItsSign() {
        for (double nan : new double[] {Double.NaN, NEGATIVE_NAN}) {
            Matrix M = Matrix.row(-1, nan, 2);
            assertThat(M.greaterOrEqual(0)).isEqualTo(Matrix.row(0, Double.NaN, 1));
            assertThat(M.clampMin(0)).isEqualTo(Matrix.row(0, Double.NaN, 2));
            assertThat(M.maxAbs()).isNaN();
            assertThat(M.mean()).isNaN();
            assertThat(M.norm()).isNaN();
            assertThat(M.transpose().maxOfColumns().get(0, 0)).isNaN();
            assertThat(M.isFinite()).isFalse();
            assertThat(M.isWithin(-INF, INF)).isFalse();
        }
        assertThat(Matrix.row(1, 2).greaterOrEqual(Double.NaN)).isEqualTo(Matrix.row(Double.NaN, Double.NaN));
        assertThat(Matrix.row(1, 2).clampMin(Double.NaN)).isEqualTo(Matrix.row(Double.NaN, Double.NaN));
    }

    @Test
    void infinitiesAndZerosCompareAsNumbersDo() {
        assertThat(Matrix.row(INF, -INF, 0, -0.0, 3).greaterOrEqual(0)).isEqualTo(Matrix.row(1, 0, 1, 1, 1));
        assertThat(Matrix.row(INF, -INF, 3).greaterOrEqual(INF)).isEqualTo(Matrix.row(1, 0, 0));
        assertThat(Matrix.row(INF, -INF, 3).greaterOrEqual(-INF)).isEqualTo(Matrix.row(1, 1, 1));
        assertThat(Matrix.row(1, 2, 3).greaterOrEqual(2)).isEqualTo(Matrix.row(0, 1, 1));
    }

    @Test
    void theFirstNanIsTheLargestOfItsColumn() {
        double nan = Double.NaN;
        Matrix M = Matrix.of(new double[][] {{nan, 5, 1, 2}, {9, nan, 1, 8}, {nan, nan, 1, nan}});
        assertThat(M.argMaxOfColumns()).containsExactly(0, 1, 0, 2);
    }

    /** A product with 0 does not hide it: 0 · NaN is NaN. */
    @Test
    void nanStaysNanInProducts() {
        Matrix M = Matrix.of(new double[][] {{Double.NaN, 1}, {2, 3}});
        Matrix zeros = Matrix.zeros(2, 2);
        assertThat(M.mult(zeros).rows(0)).isEqualTo(Matrix.row(Double.NaN, Double.NaN));
        assertThat(zeros.mult(M).get(1, 0)).isNaN();
        assertThat(M.hadamard(zeros).get(0, 0)).isNaN();
        assertThat(M.times(0).get(0, 0)).isNaN();
    }

    @Test
    void zeroEqualsMinusZeroAndHashCodesAgree() {
        Matrix plus = Matrix.row(0, 1, Double.NaN);
        Matrix minus = Matrix.row(-0.0, 1, NEGATIVE_NAN);
        assertThat(plus).isEqualTo(minus).hasSameHashCodeAs(minus);
        assertThat(plus)
                .isNotEqualTo(Matrix.row(0, 1, 2))
                .isNotEqualTo(plus.transpose())
                .isNotEqualTo("a text");
        assertThat(Matrix.row(1)).isNotEqualTo(Matrix.row(Math.nextUp(1.0)));
        assertThat(Matrix.zeros(0, 3)).isEqualTo(Matrix.zeros(0, 3)).isNotEqualTo(Matrix.zeros(0, 2));
    }

    @Test
    void aMatrixSharesItsNumbersWithItsReshapeAndNotWithItsCopy() {
        Matrix M = Matrix.row(1, 2, 3, 4);
        assertThat(M.sharesNumbers(M.reshape(2, 2))).isTrue();
        assertThat(M.sharesNumbers(M.copy())).isFalse();
        assertThat(M.sharesNumbers(null)).isFalse();
    }

    @Test
    void theProductInPlaceIsThatOfLoops() {
        Matrix A = Matrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
        Matrix B = Matrix.of(new double[][] {{1, 0, -1}, {2, 1, 0}, {0, 0, 1}});
        Matrix C = Matrix.generate(2, 3, (i, j) -> Double.NaN); // what was there counts for nothing
        C.assignMultTransB(A, B);
        Matrix looped = Matrix.generate(2, 3, (i, j) -> {
            double sum = 0;
            for (int k = 0; k < 3; k++) {
                sum += A.get(i, k) * B.get(j, k);
            }
            return sum;
        });
        assertThat(C).isEqualTo(looped);
        Matrix square = Matrix.ones(2, 2);
        assertThatThrownBy(() -> square.assignMultTransB(square, Matrix.ones(2, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("assignMultTransB: the factors must be other matrices than the product");
    }

    @TestFactory
    Stream<DynamicTest> rowsAndColumnsThatDoNotExistAreRefused() {
        Matrix M = Matrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
        Map<String, ThrowingCallable> calls = new TreeMap<>();
        for (int wrong : new int[] {-1, -2, Integer.MIN_VALUE, 3, Integer.MAX_VALUE}) {
            calls.put("get row " + wrong, () -> M.get(wrong, 0));
            calls.put("get column " + wrong, () -> M.get(0, wrong));
            calls.put("set row " + wrong, () -> M.set(wrong, 0, 9));
            calls.put("set column " + wrong, () -> M.set(0, wrong, 9));
            calls.put("rows " + wrong, () -> M.rows(wrong));
            calls.put("rows 0 and " + wrong, () -> M.rows(0, wrong));
            calls.put("cols " + wrong, () -> M.cols(wrong));
            calls.put("cols of no rows " + wrong, () -> Matrix.zeros(0, 3).cols(wrong));
            calls.put("addRows " + wrong, () -> M.addRows(Matrix.ones(1, 3), wrong));
            if (wrong != -1) {
                calls.put("rowsPadded " + wrong, () -> M.rowsPadded(0, -1, wrong));
                calls.put("addRowsPadded " + wrong, () -> M.addRowsPadded(Matrix.ones(1, 3), wrong));
            }
        }
        return calls.entrySet().stream()
                .map(call -> DynamicTest.dynamicTest(call.getKey(), () -> {
                    assertThatThrownBy(call.getValue())
                            .isInstanceOf(IndexOutOfBoundsException.class)
                            .hasMessageContaining(" not exist in a matrix ")
                            .hasMessageEndingWith("count from 0");
                    assertThat(M).isEqualTo(Matrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}}));
                }));
    }

    @Test
    void negativeSizesAreRefused() {
        for (int wrong : new int[] {-1, Integer.MIN_VALUE}) {
            refused(() -> Matrix.zeros(wrong, 2));
            refused(() -> Matrix.zeros(2, wrong));
            refused(() -> Matrix.ones(wrong, 2));
            refused(() -> Matrix.ones(2, wrong));
            refused(() -> Matrix.generate(wrong, 2, (i, j) -> 1));
            refused(() -> Matrix.generate(2, wrong, (i, j) -> 1));
            refused(() -> Matrix.ones(2, 3).reshape(wrong, -6));
            refused(() -> Matrix.ones(2, 3).reshape(-2, -3));
            refused(() -> Matrix.zeros(wrong, wrong));
        }
        refused(() -> Matrix.zeros(65_536, 65_536));
        refused(() -> Matrix.ones(2, 3).reshape(4, 2));
        assertThat(Matrix.zeros(0, 3).cols(2, 0).shape()).isEqualTo("(0, 2)");
        assertThat(Matrix.zeros(3, 0).rows(2, 0).shape()).isEqualTo("(2, 0)");
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(ShapeException.class).hasMessageContaining(", got (");
    }
}
