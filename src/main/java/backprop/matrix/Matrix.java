package backprop.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A real matrix; in this library its columns are examples, as in notes 000 to 004. Shapes read (rows, cols).
 *
 * <p>Every method returns a new matrix and leaves its operands alone, but for {@link #set}, {@link #addScaled},
 * {@link #addRows}, {@link #addRowsPadded}, {@link #assign} and {@link #assignMultTransB}, which say so. Every wrong
 * shape is refused with a {@link ShapeException}, a row or column that is not there with an IndexOutOfBoundsException;
 * both count from 0. An entry-wise operation takes a second operand of the same shape, or one that is broadcast: a
 * column (rows, 1) is meant for every column, a row (1, cols) for every row, a (1, 1) for every entry.
 *
 * <p>An entry that is NaN (not a number) stays NaN in every function and comparison, and is the largest of its column.
 * As a matrix may change, neither it nor a record that holds it should be the key of a map or an element of a set.
 */
public final class Matrix {
    private final DMatrixRMaj entries;

    private Matrix(DMatrixRMaj entries) {
        this.entries = entries;
    }

    // ---- making one

    /**
     * A matrix from its rows: {@code Matrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}})} is (2, 3).
     *
     * @param rows the rows, all of one length
     * @return the matrix (rows.length, length of a row); the numbers are copied
     */
    public static Matrix of(double[]... rows) {
        int cols = rows.length == 0 || rows[0] == null ? 0 : rows[0].length;
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] == null || rows[i].length != cols) {
                throw new ShapeException("Matrix.of: row %s must have %s numbers like row 0, got %s"
                        .formatted(i, cols, rows[i] == null ? "null" : rows[i].length));
            }
        }
        return generate(rows.length, cols, (i, j) -> rows[i][j]);
    }

    /**
     * Wraps a matrix of EJML.
     *
     * @param ejml an EJML matrix (rows, cols)
     * @return the same matrix as the library's; the two share their numbers
     */
    public static Matrix of(DMatrixRMaj ejml) {
        return new Matrix(Objects.requireNonNull(ejml, "Matrix.of: the EJML matrix must not be null"));
    }

    /**
     * {@return a column vector (n, 1)}
     *
     * @param numbers its n numbers
     */
    public static Matrix column(double... numbers) {
        return new Matrix(DMatrixRMaj.wrap(numbers.length, 1, numbers.clone()));
    }

    /**
     * {@return a row vector (1, m)}
     *
     * @param numbers its m numbers
     */
    public static Matrix row(double... numbers) {
        return new Matrix(DMatrixRMaj.wrap(1, numbers.length, numbers.clone()));
    }

    /**
     * {@return a matrix of zeros (rows, cols)}
     *
     * @param rows number of rows
     * @param cols number of columns
     */
    public static Matrix zeros(int rows, int cols) {
        Matrix M = blank(rows, cols);
        Arrays.fill(M.entries.data, 0, rows * cols, 0);
        return M;
    }

    /**
     * {@return a matrix of ones (rows, cols)}
     *
     * @param rows number of rows
     * @param cols number of columns
     */
    public static Matrix ones(int rows, int cols) {
        Matrix M = blank(rows, cols);
        Arrays.fill(M.entries.data, 0, rows * cols, 1);
        return M;
    }

    /**
     * A matrix by a rule, asked for row by row from left to right.
     *
     * @param rows number of rows
     * @param cols number of columns
     * @param rule gives the entry at row i and column j, both counted from 0
     * @return the matrix (rows, cols)
     */
    public static Matrix generate(int rows, int cols, Entry rule) {
        Matrix M = zeros(rows, cols);
        for (int k = 0; k < rows * cols; k++) {
            M.entries.data[k] = rule.at(k / cols, k % cols);
        }
        return M;
    }

    /** A rule for the entry at row i and column j. */
    @FunctionalInterface
    public interface Entry {
        /**
         * {@return the entry's value}
         *
         * @param i row, from 0
         * @param j column, from 0
         */
        double at(int i, int j);
    }

    // ---- shape and entries

    /** {@return the number of rows} */
    public int rows() {
        return entries.numRows;
    }

    /** {@return the number of columns: in this library, of examples} */
    public int cols() {
        return entries.numCols;
    }

    /** {@return the shape as text: {@code (64, 1797)}} */
    public String shape() {
        return Shape.text(rows(), cols());
    }

    /**
     * {@return the entry at row i and column j}
     *
     * @param i row, from 0
     * @param j column, from 0
     */
    public double get(int i, int j) {
        return entries.data[index(i, j)];
    }

    /**
     * Sets one entry of this matrix in place.
     *
     * @param i row, from 0
     * @param j column, from 0
     * @param value the new value
     */
    public void set(int i, int j, double value) {
        entries.data[index(i, j)] = value;
    }

    /**
     * {@return chosen columns in the order given (rows, columns.length): a batch of examples}
     *
     * @param columns their numbers, from 0; a number may come twice
     */
    public Matrix cols(int... columns) {
        for (int j : columns) {
            requireColumn(j);
        }
        Matrix C = blank(rows(), columns.length);
        for (int i = 0, k = 0; i < rows(); i++) {
            int row = i * cols();
            for (int j = 0; j < columns.length; j++, k++) {
                C.entries.data[k] = entries.data[row + columns[j]];
            }
        }
        return C;
    }

    /**
     * {@return chosen rows in the order given (rows.length, cols)}
     *
     * @param rows their numbers, from 0; one may come twice
     */
    public Matrix rows(int... rows) {
        for (int i : rows) {
            requireRow(i);
        }
        return rowsPadded(rows);
    }

    /**
     * {@return chosen rows, and rows of zeros between them (rows.length, cols): what an image's padding needs}
     *
     * @param rows their numbers, from 0; one may come twice, and −1 stands for a row of zeros
     */
    public Matrix rowsPadded(int... rows) {
        Matrix C = blank(rows.length, cols());
        for (int k = 0, run; k < rows.length; k += run) {
            run = run(rows, k);
            if (rows[k] == -1) {
                Arrays.fill(C.entries.data, k * cols(), (k + run) * cols(), 0);
            } else {
                System.arraycopy(entries.data, rows[k] * cols(), C.entries.data, k * cols(), run * cols());
            }
        }
        return C;
    }

    /** {@return a copy of the numbers, {@code array[i][j]}} */
    public double[][] toArray() {
        double[][] rows = new double[rows()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(entries.data, i * cols(), (i + 1) * cols());
        }
        return rows;
    }

    /**
     * {@return the same numbers, row by row, in another shape; the two share them}
     *
     * @param rows rows of the other shape
     * @param cols columns of the other shape, with rows · cols entries as here
     */
    public Matrix reshape(int rows, int cols) {
        if (rows < 0 || cols < 0 || (long) rows * cols != entries.getNumElements()) {
            throw new ShapeException("reshape: a matrix %s must get a shape of as many entries, got %s"
                    .formatted(shape(), Shape.text(rows, cols)));
        }
        return new Matrix(DMatrixRMaj.wrap(rows, cols, entries.data));
    }

    /** {@return the EJML matrix that this one wraps: shared numbers} */
    public DMatrixRMaj ejml() {
        return entries;
    }

    /** {@return a copy (rows, cols), which shares nothing} */
    public Matrix copy() {
        return new Matrix(entries.copy());
    }

    // ---- products

    /**
     * {@return A B (n, m), where A is this matrix (n, k)}
     *
     * @param B the right factor (k, m)
     */
    public Matrix mult(Matrix B) {
        require("mult", B, cols(), Shape.ANY);
        return product(this, false, B, false, rows(), B.cols());
    }

    /**
     * {@return Aᵀ B (n, m), where A is this matrix (k, n)}
     *
     * @param B the right factor (k, m)
     */
    public Matrix multTransA(Matrix B) {
        require("multTransA", B, rows(), Shape.ANY);
        return product(this, true, B, false, cols(), B.cols());
    }

    /**
     * {@return A Bᵀ (n, k), where A is this matrix (n, m)}
     *
     * @param B the right factor (k, m)
     */
    public Matrix multTransB(Matrix B) {
        require("multTransB", B, Shape.ANY, cols());
        return product(this, false, B, true, rows(), B.rows());
    }

    /**
     * C ← A Bᵀ, in place: this matrix C (n, k) is modified.
     *
     * @param A the left factor (n, m), which shares no numbers with C
     * @param B the right factor (k, m), which shares no numbers with C
     * @throws IllegalArgumentException if C shares its numbers with a factor
     */
    public void assignMultTransB(Matrix A, Matrix B) {
        Shape.require("assignMultTransB", "left", A, rows(), Shape.ANY);
        Shape.require("assignMultTransB", "right", B, cols(), A.cols());
        if (sharesNumbers(A) || sharesNumbers(B)) {
            throw new IllegalArgumentException("assignMultTransB: the factors must be other matrices than the product");
        }
        Blas.gemm(A.entries, false, B.entries, true, entries);
    }

    /** {@return Aᵀ (cols, rows)} */
    public Matrix transpose() {
        Matrix C = blank(cols(), rows());
        CommonOps_DDRM.transpose(entries, C.entries);
        return C;
    }

    // ---- entry by entry

    /**
     * {@return A + B (rows, cols)}
     *
     * @param B the same shape, or broadcast: a column (rows, 1), a row (1, cols), a (1, 1)
     */
    public Matrix plus(Matrix B) {
        Matrix C = blank(rows(), cols());
        CommonOps_DDRM.add(entries, broadcast("plus", B), C.entries);
        return C;
    }

    /**
     * {@return A − B (rows, cols)}
     *
     * @param B the same shape, or broadcast: a column (rows, 1), a row (1, cols), a (1, 1)
     */
    public Matrix minus(Matrix B) {
        Matrix C = blank(rows(), cols());
        CommonOps_DDRM.subtract(entries, broadcast("minus", B), C.entries);
        return C;
    }

    /**
     * {@return A ⊙ B, the entry-wise product (rows, cols)}
     *
     * @param B the same shape, or broadcast: a column (rows, 1), a row (1, cols), a (1, 1)
     */
    public Matrix hadamard(Matrix B) {
        Matrix C = blank(rows(), cols());
        CommonOps_DDRM.elementMult(entries, broadcast("hadamard", B), C.entries);
        return C;
    }

    /**
     * {@return A ⊘ B, the entry-wise quotient (rows, cols)}
     *
     * @param B the same shape, or broadcast: a column (rows, 1), a row (1, cols), a (1, 1)
     */
    public Matrix divide(Matrix B) {
        Matrix C = blank(rows(), cols());
        CommonOps_DDRM.elementDiv(entries, broadcast("divide", B), C.entries);
        return C;
    }

    /**
     * {@return c A (rows, cols)}
     *
     * @param c a number
     */
    public Matrix times(double c) {
        Matrix C = blank(rows(), cols());
        CommonOps_DDRM.scale(c, entries, C.entries);
        return C;
    }

    /**
     * {@return A / c (rows, cols)}
     *
     * @param c a number
     */
    public Matrix divide(double c) {
        Matrix C = blank(rows(), cols());
        CommonOps_DDRM.divide(entries, c, C.entries);
        return C;
    }

    /**
     * {@return max(c, A): every entry, but c where it is below c; NaN stays NaN (rows, cols)}
     *
     * @param c a number
     */
    public Matrix clampMin(double c) {
        Matrix C = blank(rows(), cols());
        for (int k = 0; k < entries.getNumElements(); k++) {
            C.entries.data[k] = Math.max(c, entries.data[k]);
        }
        return C;
    }

    /**
     * {@return A ≥ c: 1 for every entry that is at least c, 0 for the others; NaN stays NaN (rows, cols)}
     *
     * @param c a number
     */
    public Matrix greaterOrEqual(double c) {
        Matrix C = blank(rows(), cols());
        for (int k = 0; k < entries.getNumElements(); k++) {
            double above = entries.data[k] - c + 0.0; // −0 + 0 is 0
            long sign = Double.doubleToRawLongBits(above) >>> 63; // a branch would be mispredicted half of the time
            C.entries.data[k] = Double.isNaN(above) ? isAtLeast(entries.data[k], c) : 1 - sign;
        }
        return C;
    }

    /** a ≥ c where a − c is NaN: two equal infinities, or NaN itself, which stays. */
    private static double isAtLeast(double a, double c) {
        return a == c ? 1 : a - c;
    }

    /**
     * {@return f(A), entry by entry (rows, cols)}
     *
     * @param f a function of one number
     */
    public Matrix map(DoubleUnaryOperator f) {
        Matrix C = blank(rows(), cols());
        double[] a = entries.data;
        double[] c = C.entries.data;
        int size = entries.getNumElements();
        for (int k = 0; k < size; k++) {
            c[k] = f.applyAsDouble(a[k]);
        }
        return C;
    }

    /**
     * {@return f(A, B), entry by entry (rows, cols)}
     *
     * @param B the same shape, or broadcast: a column (rows, 1), a row (1, cols), a (1, 1)
     * @param f a function of an entry of A and one of B
     */
    public Matrix map(Matrix B, DoubleBinaryOperator f) {
        double[] b = broadcast("map", B).data;
        Matrix C = blank(rows(), cols());
        zip(entries.data, b, C.entries.data, entries.getNumElements(), f);
        return C;
    }

    // ---- in place

    /**
     * A ← A + c B, in place: this matrix is modified.
     *
     * @param c a number
     * @param B the same shape, without broadcasting
     */
    public void addScaled(double c, Matrix B) {
        require("addScaled", B, rows(), cols());
        CommonOps_DDRM.addEquals(entries, c, B.entries);
    }

    /**
     * Adds row k of B to row rows[k] of A for every k, in place: this matrix is modified. What {@link #rows(int...)}
     * copies, this puts back.
     *
     * @param B (rows.length, cols)
     * @param rows where each row of B belongs, from 0; one may come twice
     */
    public void addRows(Matrix B, int... rows) {
        require("addRows", B, rows.length, cols());
        for (int i : rows) {
            requireRow(i);
        }
        addRowsPadded(B, rows);
    }

    /**
     * Adds rows of B to those of A, in place: this matrix is modified. What {@link #rowsPadded(int...)} copies, this
     * puts back.
     *
     * @param B (rows.length, cols)
     * @param rows where each row of B belongs, from 0; one may come twice, and −1 stands for nowhere
     */
    public void addRowsPadded(Matrix B, int... rows) {
        require("addRowsPadded", B, rows.length, cols());
        double[] a = entries.data;
        double[] b = B.entries.data;
        for (int k = 0, run; k < rows.length; k += run) {
            run = run(rows, k);
            int to = rows[k] * cols();
            int from = k * cols();
            int size = rows[k] == -1 ? 0 : run * cols();
            for (int j = 0; j < size; j++) {
                a[to + j] += b[from + j];
            }
        }
    }

    /**
     * A ← B, in place: this matrix is modified.
     *
     * @param B the same shape, without broadcasting
     */
    public void assign(Matrix B) {
        require("assign", B, rows(), cols());
        System.arraycopy(B.entries.data, 0, entries.data, 0, entries.getNumElements());
    }

    /**
     * A ← c A, in place: this matrix is modified.
     *
     * @param c the factor
     */
    public void scale(double c) {
        CommonOps_DDRM.scale(c, entries);
    }

    /**
     * A ← f(A, B), entry by entry and in place: this matrix is modified.
     *
     * @param B the same shape, without broadcasting
     * @param f a function of an entry of A and one of B
     */
    public void assign(Matrix B, DoubleBinaryOperator f) {
        require("assign", B, rows(), cols());
        zip(entries.data, B.entries.data, entries.data, entries.getNumElements(), f);
    }

    /**
     * A ← f(A, B, C), entry by entry and in place: this matrix is modified.
     *
     * @param B the same shape, without broadcasting
     * @param C the same shape, without broadcasting
     * @param f a function of an entry of A, one of B and one of C
     */
    public void assign(Matrix B, Matrix C, TernaryOperator f) {
        require("assign", B, rows(), cols());
        require("assign", C, rows(), cols());
        double[] a = entries.data;
        double[] b = B.entries.data;
        double[] c = C.entries.data;
        int size = entries.getNumElements();
        for (int k = 0; k < size; k++) {
            a[k] = f.apply(a[k], b[k], c[k]);
        }
    }

    /** A function of three numbers. */
    @FunctionalInterface
    public interface TernaryOperator {
        /**
         * {@return f(a, b, c)}
         *
         * @param a an entry of A
         * @param b the entry of B at the same place
         * @param c the entry of C at the same place
         */
        double apply(double a, double b, double c);
    }

    // ---- sums and extremes

    /** {@return the sum over the examples, a column (rows, 1): what db does with dZ} */
    public Matrix sumOverExamples() {
        Matrix s = blank(rows(), 1);
        for (int i = 0; i < rows(); i++) {
            s.entries.data[i] = sum(i * cols(), (i + 1) * cols());
        }
        return s;
    }

    /** {@return the sum of each column, a row (1, cols): one number for each example} */
    public Matrix sumOfColumns() {
        Matrix s = blank(1, cols());
        CommonOps_DDRM.sumCols(entries, s.entries);
        return s;
    }

    /** {@return the largest entry of each column, a row (1, cols)} */
    public Matrix maxOfColumns() {
        Matrix s = blank(1, cols());
        Arrays.fill(s.entries.data, 0, cols(), Double.NEGATIVE_INFINITY);
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < cols(); j++) {
                s.entries.data[j] = Math.max(s.entries.data[j], entries.data[i * cols() + j]);
            }
        }
        return s;
    }

    /**
     * {@return the row of each column's largest entry, the first of equals: an example's class; NaN counts as the
     * largest, as NumPy has it}
     */
    public int[] argMaxOfColumns() {
        int[] largest = new int[cols()];
        for (int i = 1; i < rows(); i++) {
            for (int j = 0; j < largest.length; j++) {
                double best = entries.data[largest[j] * cols() + j];
                double next = entries.data[i * cols() + j];
                boolean firstNaN = Double.isNaN(next) && !Double.isNaN(best);
                if (next > best || firstNaN) {
                    largest[j] = i;
                }
            }
        }
        return largest;
    }

    /** {@return 1ᵀ A 1, the sum of all entries} */
    public double sum() {
        return sum(0, entries.getNumElements());
    }

    /** {@return the mean of all entries} */
    public double mean() {
        return sum() / entries.getNumElements();
    }

    /** {@return max |a|, NaN if an entry is; A and B are {@code A.minus(B).maxAbs()} apart} */
    public double maxAbs() {
        double max = 0;
        for (int k = 0; k < entries.getNumElements(); k++) { // EJML's array may be longer
            max = Math.max(max, Math.abs(entries.data[k]));
        }
        return max;
    }

    /** {@return the Frobenius norm ‖A‖ = √(Σ a²)} */
    public double norm() {
        double scale = maxAbs(); // so that no square overflows
        return scale > 0 && scale < Double.POSITIVE_INFINITY
                ? scale * Math.sqrt(map(a -> a / scale * (a / scale)).sum())
                : scale;
    }

    /** {@return whether every entry is a number: neither NaN nor infinite} */
    public boolean isFinite() {
        return isWithin(-Double.MAX_VALUE, Double.MAX_VALUE);
    }

    /**
     * {@return whether every entry is a number from low to high}
     *
     * @param low the least that passes
     * @param high the largest that passes
     */
    public boolean isWithin(double low, double high) {
        for (int k = 0; k < entries.getNumElements(); k++) {
            if (!(entries.data[k] >= low && entries.data[k] <= high)) {
                return false; // NaN as well
            }
        }
        return true;
    }

    // ---- text and equality

    /** {@return rows of entries as four significant digits, with … above ten rows or columns} */
    public List<List<String>> cells() {
        return MatrixText.cells(this);
    }

    /** The shape, and entries of four digits. */
    @Override
    public String toString() {
        return MatrixText.of(this);
    }

    /**
     * Equal when the shapes and all entries are, without any tolerance: 0 equals −0 as numbers do, and NaN equals
     * NaN.
     */
    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Matrix B) || rows() != B.rows() || cols() != B.cols()) {
            return false;
        }
        for (int k = 0; k < entries.getNumElements(); k++) {
            double a = entries.data[k];
            double b = B.entries.data[k];
            boolean bothNaN = Double.isNaN(a) && Double.isNaN(b);
            if (a != b && !bothNaN) {
                return false;
            }
        }
        return true;
    }

    /** Equal matrices have equal hash codes; it changes with the entries. */
    @Override
    public int hashCode() {
        int hash = 31 * rows() + cols();
        for (int k = 0; k < entries.getNumElements(); k++) {
            hash = 31 * hash + Double.hashCode(entries.data[k] + 0.0); // −0 + 0 is 0
        }
        return hash;
    }

    /**
     * {@return whether the two have their numbers in one place, as a matrix and its {@link #reshape} do: what changes
     * one changes the other}
     *
     * @param B another matrix, of any shape
     */
    public boolean sharesNumbers(Matrix B) {
        return B != null && entries.data == B.entries.data && entries.getNumElements() > 0;
    }

    // ---- inside

    /** A matrix whose numbers are still to be written: the workspace's, or new ones. */
    private static Matrix blank(int rows, int cols) {
        if (rows < 0 || cols < 0 || (long) rows * cols > Integer.MAX_VALUE) {
            throw new ShapeException(
                    "a matrix must not have fewer than 0 rows or columns, nor more than 2³¹ − 1 entries, got "
                            + Shape.text(rows, cols));
        }
        return new Matrix(DMatrixRMaj.wrap(rows, cols, Workspace.array(rows * cols)));
    }

    /** Checks a shape. The message is put together only if the shape is refused. */
    private void require(String operation, Matrix B, int rows, int cols) {
        if (!Shape.fits(B, rows, cols)) {
            Shape.require(name(operation), "right", B, rows, cols);
        }
    }

    private static Matrix product(Matrix A, boolean transA, Matrix B, boolean transB, int rows, int cols) {
        Matrix C = blank(rows, cols);
        Blas.gemm(A.entries, transA, B.entries, transB, C.entries);
        return C;
    }

    /** c ← f(a, b), entry by entry; c may be a. */
    private static void zip(double[] a, double[] b, double[] c, int size, DoubleBinaryOperator f) {
        for (int k = 0; k < size; k++) {
            c[k] = f.applyAsDouble(a[k], b[k]);
        }
    }

    /** B, or where it is a column, a row or a number, a matrix of this shape that repeats it. */
    private DMatrixRMaj broadcast(String operation, Matrix B) {
        if (B == null) {
            throw new ShapeException(name(operation) + ": right must be a matrix, got null");
        }
        boolean column = B.rows() == rows() && B.cols() == 1;
        boolean row = B.rows() == 1 && B.cols() == cols();
        boolean number = B.rows() == 1 && B.cols() == 1;
        if (B.rows() == rows() && B.cols() == cols()) {
            return B.entries;
        }
        if (!column && !row && !number) {
            throw new ShapeException("%s: right must be %s, or a column (%s, 1) or row (1, %s) to broadcast, got %s%s"
                    .formatted(
                            name(operation),
                            shape(),
                            rows(),
                            cols(),
                            B.shape(),
                            B.rows() == cols() && B.cols() == rows() ? " — transposed?" : ""));
        }
        DMatrixRMaj C = blank(rows(), cols()).entries;
        for (int i = 0; i < rows(); i++) {
            if (row && !number) {
                System.arraycopy(B.entries.data, 0, C.data, i * cols(), cols());
            } else {
                Arrays.fill(C.data, i * cols(), (i + 1) * cols(), B.entries.data[column ? i : 0]);
            }
        }
        return C;
    }

    /** The sum of the entries from one place to before another; four sums, so that none waits. */
    private double sum(int from, int to) {
        double[] a = entries.data;
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int k = from;
        for (; k + 3 < to; k += 4) {
            s0 += a[k];
            s1 += a[k + 1];
            s2 += a[k + 2];
            s3 += a[k + 3];
        }
        for (; k < to; k++) {
            s0 += a[k];
        }
        return s0 + s1 + (s2 + s3);
    }

    /**
     * {@return the length of the block that begins at place k: rows that follow each other, or rows that are all −1} A
     * row that does not exist is refused.
     */
    private int run(int[] rows, int k) {
        int step = rows[k] == -1 ? 0 : 1;
        int run = 1;
        while (k + run < rows.length && rows[k + run] == rows[k] + step * run) {
            run++;
        }
        if (rows[k] < -1 || rows[k] + step * (run - 1) >= rows()) {
            throw new IndexOutOfBoundsException("rows %s to %s do not exist in a matrix %s; they count from 0"
                    .formatted(rows[k], rows[k] + step * (run - 1), shape()));
        }
        return run;
    }

    private void requireRow(int i) {
        if (i < 0 || i >= rows()) {
            throw new IndexOutOfBoundsException(
                    "row %s does not exist in a matrix %s; rows count from 0".formatted(i, shape()));
        }
    }

    private void requireColumn(int j) {
        if (j < 0 || j >= cols()) {
            throw new IndexOutOfBoundsException(
                    "column %s does not exist in a matrix %s; columns count from 0".formatted(j, shape()));
        }
    }

    private int index(int i, int j) {
        if (i < 0 || i >= rows() || j < 0 || j >= cols()) {
            throw new IndexOutOfBoundsException(
                    "entry (%s, %s) does not exist in a matrix %s; both count from 0".formatted(i, j, shape()));
        }
        return i * cols() + j;
    }

    /** Returns a call as messages write it. In the reader's own code A and B may have other names. */
    private String name(String operation) {
        return "left.%s(right) with left %s".formatted(operation, shape());
    }
}
