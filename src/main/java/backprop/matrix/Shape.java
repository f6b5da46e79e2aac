package backprop.matrix;

/**
 * The one shape guard: {@code Dense[2] 100→10: A[1] must be (100, m), got (64, 100) — transposed?}
 *
 * <p>A wanted number of rows or columns is a number, or {@link #ANY} for the batch size m, which every batch may choose
 * but which is at least 1.
 */
public final class Shape {
    /** Any number of examples, at least one; a message calls it m. */
    public static final int ANY = -1;

    private Shape() {}

    /**
     * Refuses a matrix that is not (rows, cols).
     *
     * @param where what asks, such as {@code Dense[2] 100→10}; its text is made if need be
     * @param symbol the matrix's letter, such as {@code A[1]}
     * @param M the matrix (rows, cols)
     * @param rows the wanted number of rows, or {@link #ANY}
     * @param cols the wanted number of columns, or {@link #ANY}
     * @return M itself
     * @throws ShapeException if M is null, empty, or of another shape
     */
    public static Matrix require(Object where, String symbol, Matrix M, int rows, int cols) {
        if (fits(M, rows, cols)) {
            return M;
        }
        if (M == null) {
            throw new ShapeException(where + ": " + symbol + " must be " + text(rows, cols) + ", got null");
        }
        throw new ShapeException("%s: %s must be %s, got %s%s"
                .formatted(where, symbol, text(rows, cols), M.shape(), hint(M, rows, cols)));
    }

    /**
     * Refuses a matrix whose shape differs from another's.
     *
     * @param where what asks
     * @param symbol the matrix's letter
     * @param M the matrix
     * @param like the matrix that has the wanted shape
     * @return M itself
     * @throws ShapeException if the shapes differ
     */
    public static Matrix requireSame(Object where, String symbol, Matrix M, Matrix like) {
        if (like == null) {
            throw new ShapeException(where + ": the matrix whose shape " + symbol + " has must be there, got null");
        }
        return require(where, symbol, M, like.rows(), like.cols());
    }

    /** Tells whether M is there and has the shape (rows, cols), where {@link #ANY} stands for any number but 0. */
    static boolean fits(Matrix M, int rows, int cols) {
        return M != null && fits(M.rows(), rows) && fits(M.cols(), cols);
    }

    private static boolean fits(int got, int wanted) {
        return wanted == ANY ? got > 0 : got == wanted;
    }

    private static String hint(Matrix M, int rows, int cols) {
        if (M.cols() == 0 || M.rows() == 0) {
            return " — there is no example in it";
        }
        return fits(M.cols(), rows) && fits(M.rows(), cols) ? " — transposed?" : "";
    }

    /** A shape as the messages write it: (3, 4), or (3, m) where the batch size is free. */
    static String text(int rows, int cols) {
        return "(" + text(rows, "n") + ", " + text(cols, "m") + ")";
    }

    private static String text(int size, String letter) {
        return size == ANY ? letter : Integer.toString(size);
    }
}
