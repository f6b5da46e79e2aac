package backprop.matrix;

import java.util.Objects;
import org.ejml.data.DMatrixRMaj;

/**
 * The arrays in which matrices hold their numbers, for code that must know whether two matrices share one, and keep it
 * so.
 */
public final class Storage {
    private Storage() {}

    /**
     * The place of a matrix's numbers.
     *
     * @param M a matrix
     * @return the same object for all matrices that share their numbers, and only for these
     */
    public static Object of(Matrix M) {
        return required("of", M).ejml().data;
    }

    /**
     * Another matrix of the same numbers.
     *
     * @param M a matrix
     * @param rows number of rows
     * @param cols number of columns
     * @return the first rows · cols numbers of M, row by row; the two share them
     * @throws ShapeException if M has fewer numbers
     */
    public static Matrix view(Matrix M, int rows, int cols) {
        long most = (long) required("view", M).rows() * M.cols();
        if (rows < 0 || cols < 0 || (long) rows * cols > most) {
            throw new ShapeException("view: of a matrix %s must be a shape of at most as many entries, got %s"
                    .formatted(M.shape(), Shape.text(rows, cols)));
        }
        return Matrix.of(DMatrixRMaj.wrap(rows, cols, M.ejml().data));
    }

    private static Matrix required(String method, Matrix M) {
        return Objects.requireNonNull(M, () -> "Storage." + method + ": the matrix must not be null");
    }
}
