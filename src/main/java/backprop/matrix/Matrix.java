package backprop.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;

/**
 * A real matrix; in this kit its columns are examples. Shapes read (rows, cols).
 *
 * <p>Every method returns a new matrix and leaves its operands alone, but for {@link #set} and
 * {@link #addScaled}, which say so. Every wrong shape is refused with a {@link ShapeException}. An
 * entry-wise operation takes a second operand of the same shape, or one that is broadcast: a column
 * (rows, 1) is meant for every column, a row (1, cols) for every row, a (1, 1) for every entry.
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
    for (int i = 0; i < rows.length; i++) {
      Objects.requireNonNull(rows[i], "Matrix.of: row " + i + " must not be null");
    }
    int cols = rows.length == 0 ? 0 : rows[0].length;
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != cols) {
        throw new ShapeException(
            "Matrix.of: row %s must have %s numbers like row 0, got %s"
                .formatted(i, cols, rows[i].length));
      }
    }
    return generate(rows.length, cols, (i, j) -> rows[i][j]);
  }

  /**
   * Crosses over from EJML.
   *
   * @param ejml an EJML matrix (rows, cols)
   * @return the same matrix as the kit's; the two share their numbers
   */
  public static Matrix of(DMatrixRMaj ejml) {
    return new Matrix(Objects.requireNonNull(ejml, "Matrix.of: the EJML matrix must not be null"));
  }

  /**
   * A column vector (n, 1).
   *
   * @param numbers its n numbers
   * @return the column
   */
  public static Matrix column(double... numbers) {
    return new Matrix(DMatrixRMaj.wrap(numbers.length, 1, numbers.clone()));
  }

  /**
   * A row vector (1, m).
   *
   * @param numbers its m numbers
   * @return the row
   */
  public static Matrix row(double... numbers) {
    return new Matrix(DMatrixRMaj.wrap(1, numbers.length, numbers.clone()));
  }

  /**
   * Zeros.
   *
   * @param rows number of rows
   * @param cols number of columns
   * @return a matrix of zeros (rows, cols)
   */
  public static Matrix zeros(int rows, int cols) {
    if (rows < 0 || cols < 0) {
      throw new ShapeException(
          "a matrix must not have fewer than 0 rows or columns, got (%s, %s)"
              .formatted(rows, cols));
    }
    return new Matrix(new DMatrixRMaj(rows, cols));
  }

  /**
   * Ones.
   *
   * @param rows number of rows
   * @param cols number of columns
   * @return a matrix of ones (rows, cols)
   */
  public static Matrix ones(int rows, int cols) {
    return generate(rows, cols, (i, j) -> 1.0);
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
    double[] data = M.entries.data;
    for (int i = 0, k = 0; i < rows; i++) {
      for (int j = 0; j < cols; j++, k++) {
        data[k] = rule.at(i, j);
      }
    }
    return M;
  }

  /** A rule for the entry at row i and column j. */
  @FunctionalInterface
  public interface Entry {
    /**
     * The entry's value.
     *
     * @param i row, from 0
     * @param j column, from 0
     * @return the value
     */
    double at(int i, int j);
  }

  // ---- shape and entries

  /**
   * The number of rows.
   *
   * @return rows
   */
  public int rows() {
    return entries.numRows;
  }

  /**
   * The number of columns: in this kit, of examples.
   *
   * @return columns
   */
  public int cols() {
    return entries.numCols;
  }

  /**
   * The shape as text.
   *
   * @return for example {@code (64, 1797)}
   */
  public String shape() {
    return Shape.text(rows(), cols());
  }

  /**
   * One entry.
   *
   * @param i row, from 0
   * @param j column, from 0
   * @return the entry
   * @throws IndexOutOfBoundsException if there is no such entry
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
   * @throws IndexOutOfBoundsException if there is no such entry
   */
  public void set(int i, int j, double value) {
    entries.data[index(i, j)] = value;
  }

  /**
   * Chosen columns, in the order given: a batch of examples.
   *
   * @param columns their numbers, from 0; a number may come twice
   * @return the matrix (rows, columns.length)
   * @throws IndexOutOfBoundsException if there is no such column
   */
  public Matrix cols(int... columns) {
    for (int j : columns) {
      index(0, j);
    }
    return generate(rows(), columns.length, (i, j) -> entries.data[i * cols() + columns[j]]);
  }

  /**
   * The numbers, row by row.
   *
   * @return a copy, {@code array[i][j]}
   */
  public double[][] toArray() {
    double[][] rows = new double[rows()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOfRange(entries.data, i * cols(), (i + 1) * cols());
    }
    return rows;
  }

  /**
   * Crosses over to EJML.
   *
   * @return the EJML matrix (rows, cols) that this one wraps; the two share their numbers
   */
  public DMatrixRMaj ejml() {
    return entries;
  }

  /**
   * A copy that shares nothing with this matrix.
   *
   * @return the copy (rows, cols)
   */
  public Matrix copy() {
    return new Matrix(entries.copy());
  }

  // ---- products

  /**
   * The product A B, where A is this matrix (n, k).
   *
   * @param B the right factor (k, m)
   * @return A B (n, m)
   */
  public Matrix mult(Matrix B) {
    Shape.require(name("mult"), "B", B, cols(), Shape.ANY);
    return product(this, false, B, false, rows(), cols(), B.cols());
  }

  /**
   * The product Aᵀ B, where A is this matrix (k, n).
   *
   * @param B the right factor (k, m)
   * @return Aᵀ B (n, m)
   */
  public Matrix multTransA(Matrix B) {
    Shape.require(name("multTransA"), "B", B, rows(), Shape.ANY);
    return product(this, true, B, false, cols(), rows(), B.cols());
  }

  /**
   * The product A Bᵀ, where A is this matrix (n, m).
   *
   * @param B the right factor (k, m)
   * @return A Bᵀ (n, k)
   */
  public Matrix multTransB(Matrix B) {
    Shape.require(name("multTransB"), "B", B, Shape.ANY, cols());
    return product(this, false, B, true, rows(), cols(), B.rows());
  }

  /**
   * The transpose.
   *
   * @return Aᵀ (cols, rows)
   */
  public Matrix transpose() {
    return new Matrix(CommonOps_DDRM.transpose(entries, null));
  }

  // ---- entry by entry

  /**
   * A + B.
   *
   * @param B the same shape, or broadcast: a column (rows, 1), a row (1, cols), a (1, 1)
   * @return the sum (rows, cols)
   */
  public Matrix plus(Matrix B) {
    return zip("plus", B, Double::sum);
  }

  /**
   * A − B.
   *
   * @param B the same shape, or broadcast: a column (rows, 1), a row (1, cols), a (1, 1)
   * @return the difference (rows, cols)
   */
  public Matrix minus(Matrix B) {
    return zip("minus", B, (a, b) -> a - b);
  }

  /**
   * A ⊙ B, the entry-wise product.
   *
   * @param B the same shape, or broadcast: a column (rows, 1), a row (1, cols), a (1, 1)
   * @return the product (rows, cols)
   */
  public Matrix hadamard(Matrix B) {
    return zip("hadamard", B, (a, b) -> a * b);
  }

  /**
   * A ⊘ B, the entry-wise quotient.
   *
   * @param B the same shape, or broadcast: a column (rows, 1), a row (1, cols), a (1, 1)
   * @return the quotient (rows, cols)
   */
  public Matrix divide(Matrix B) {
    return zip("divide", B, (a, b) -> a / b);
  }

  /**
   * c A.
   *
   * @param c a number
   * @return every entry times c (rows, cols)
   */
  public Matrix times(double c) {
    return map(a -> c * a);
  }

  /**
   * A / c.
   *
   * @param c a number
   * @return every entry divided by c (rows, cols)
   */
  public Matrix divide(double c) {
    return map(a -> a / c);
  }

  /**
   * f(A), entry by entry.
   *
   * @param f a function of one number
   * @return the values (rows, cols)
   */
  public Matrix map(DoubleUnaryOperator f) {
    Matrix result = zeros(rows(), cols());
    double[] from = entries.data;
    double[] to = result.entries.data;
    for (int k = 0; k < to.length; k++) {
      to[k] = f.applyAsDouble(from[k]);
    }
    return result;
  }

  /**
   * f(A, B), entry by entry.
   *
   * @param B the same shape, or broadcast: a column (rows, 1), a row (1, cols), a (1, 1)
   * @param f a function of an entry of A and one of B
   * @return the values (rows, cols)
   */
  public Matrix map(Matrix B, DoubleBinaryOperator f) {
    return zip("map", B, f);
  }

  /**
   * A ← A + c B, in place: this matrix is modified.
   *
   * @param c a number
   * @param B the same shape, without broadcasting
   */
  public void addScaled(double c, Matrix B) {
    Shape.requireSame(name("addScaled"), "B", B, this);
    CommonOps_DDRM.addEquals(entries, c, B.entries);
  }

  // ---- sums and extremes

  /**
   * The sum over the examples, Σ over j of column j: what db does with dZ.
   *
   * @return a column (rows, 1)
   */
  public Matrix sumOverExamples() {
    return new Matrix(CommonOps_DDRM.sumRows(entries, null));
  }

  /**
   * The sum of each column: one number for each example.
   *
   * @return a row (1, cols)
   */
  public Matrix sumOfColumns() {
    return new Matrix(CommonOps_DDRM.sumCols(entries, null));
  }

  /**
   * The largest entry of each column: one number for each example.
   *
   * @return a row (1, cols)
   */
  public Matrix maxOfColumns() {
    return new Matrix(CommonOps_DDRM.maxCols(entries, null));
  }

  /**
   * The row of each column's largest entry, the first of equals: the class that each example is
   * given.
   *
   * @return cols row numbers, from 0
   */
  public int[] argMaxOfColumns() {
    int[] largest = new int[cols()];
    for (int i = 1; i < rows(); i++) {
      for (int j = 0; j < largest.length; j++) {
        if (get(i, j) > get(largest[j], j)) {
          largest[j] = i;
        }
      }
    }
    return largest;
  }

  /**
   * The sum of all entries.
   *
   * @return 1ᵀ A 1
   */
  public double sum() {
    return CommonOps_DDRM.elementSum(entries);
  }

  /**
   * The mean of all entries.
   *
   * @return their sum over their number
   */
  public double mean() {
    return sum() / entries.getNumElements();
  }

  /**
   * The largest size of an entry, max |a|; the distance of two matrices is {@code A.minus(B)
   * .maxAbs()}.
   *
   * @return the largest absolute value; NaN if an entry is NaN
   */
  public double maxAbs() {
    double max = 0;
    for (int k = 0; k < entries.getNumElements(); k++) { // EJML's array may be longer
      max = Math.max(max, Math.abs(entries.data[k]));
    }
    return max;
  }

  /**
   * The Frobenius norm ‖A‖ = √(Σ a²).
   *
   * @return the norm
   */
  public double norm() {
    return Math.sqrt(hadamard(this).sum());
  }

  /**
   * Whether every entry is a number: neither NaN nor infinite.
   *
   * @return true if so
   */
  public boolean isFinite() {
    return !MatrixFeatures_DDRM.hasUncountable(entries);
  }

  // ---- text and equality

  /**
   * The entries as text with four significant digits, shortened with … above ten rows or columns.
   *
   * @return rows of cells
   */
  public List<List<String>> cells() {
    return MatrixText.cells(this);
  }

  /** The shape and the entries with four significant digits. */
  @Override
  public String toString() {
    return MatrixText.of(this);
  }

  /** Equal when the shapes and all entries are, to the last bit. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Matrix B
        && rows() == B.rows()
        && cols() == B.cols()
        && Arrays.deepEquals(toArray(), B.toArray());
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(toArray());
  }

  // ---- inside

  private static Matrix product(
      Matrix A, boolean transA, Matrix B, boolean transB, int rows, int inner, int cols) {
    Matrix C = zeros(rows, cols);
    Blas.gemm(
        A.entries.data,
        A.cols(),
        transA,
        B.entries.data,
        B.cols(),
        transB,
        C.entries.data,
        rows,
        inner,
        cols);
    return C;
  }

  private Matrix zip(String operation, Matrix B, DoubleBinaryOperator f) {
    if (B == null) {
      throw new ShapeException(name(operation) + ": B must be a matrix, got null");
    }
    int stepRow = step(operation, B, B.rows(), rows()) * B.cols();
    int stepCol = step(operation, B, B.cols(), cols());
    Matrix result = zeros(rows(), cols());
    double[] a = entries.data;
    double[] b = B.entries.data;
    double[] to = result.entries.data;
    for (int i = 0, k = 0; i < rows(); i++) {
      for (int j = 0, l = i * stepRow; j < cols(); j++, k++, l += stepCol) {
        to[k] = f.applyAsDouble(a[k], b[l]);
      }
    }
    return result;
  }

  /** 1 where B has as many rows (or columns) as this, 0 where its only one is broadcast. */
  private int step(String operation, Matrix B, int sizeB, int size) {
    if (sizeB == size) {
      return 1;
    }
    if (sizeB != 1) {
      throw new ShapeException(
          "%s: B must be %s, or a column (%s, 1) or row (1, %s) to broadcast, got %s%s"
              .formatted(
                  name(operation),
                  shape(),
                  rows(),
                  cols(),
                  B.shape(),
                  B.rows() == cols() && B.cols() == rows() ? " — transposed?" : ""));
    }
    return 0;
  }

  private int index(int i, int j) {
    if (i < 0 || i >= rows() || j < 0 || j >= cols()) {
      throw new IndexOutOfBoundsException(
          "entry (%s, %s) does not exist in a matrix %s; both count from 0"
              .formatted(i, j, shape()));
    }
    return i * cols() + j;
  }

  private String name(String operation) {
    return "A.%s(B) with A %s".formatted(operation, shape());
  }
}
