package backprop.exercise;

import backprop.matrix.Matrix;
import backprop.matrix.Shape;

/** The notebooks' checks. Each throws when it fails; when it holds it prints one line with the bound that was met,
 * never rounding digits. (Java's own {@code assert} does nothing in a notebook.) */
public final class Check {
  private static final int DIGITS = 6;

  private Check() {}

  /** value ≥ bound.
   * @param bound the smallest value that passes
   * @param value the value
   * @throws CheckFailedException if the value is smaller, or NaN */
  public static void atLeast(double bound, double value) {
    require(value >= bound, "at least " + text(bound), text(value));
  }

  /** value ≤ bound.
   * @param bound the largest value that passes
   * @param value the value
   * @throws CheckFailedException if the value is larger, or NaN */
  public static void atMost(double bound, double value) {
    require(value <= bound, "at most " + text(bound), text(value));
  }

  /** |actual − expected| ≤ tolerance.
   * @param expected what it should be
   * @param actual what it is
   * @param tolerance how far apart they may be
   * @throws CheckFailedException if they are farther apart, or either is NaN */
  public static void close(double expected, double actual, double tolerance) {
    String bound = tolerance == 0 ? "exactly" : "to within " + text(tolerance);
    require(Math.abs(actual - expected) <= tolerance, "%s %s".formatted(text(expected), bound), text(actual));
  }

  /** max |actual − expected| ≤ tolerance, over all entries.
   * @param expected what it should be (n, m)
   * @param actual what it is (n, m)
   * @param tolerance how far apart two entries may be
   * @throws CheckFailedException if some are farther apart, or NaN
   * @throws backprop.matrix.ShapeException if the shapes differ */
  public static void close(Matrix expected, Matrix actual, double tolerance) {
    Shape.requireSame("Check.close", "actual", actual, expected);
    double distance = actual.minus(expected).maxAbs();
    String bound = tolerance == 0 ? "equal in every entry" : "apart by at most " + text(tolerance);
    require(distance <= tolerance, bound, "a distance of " + text(distance));
  }

  /** M is (rows, cols).
   * @param rows the number of rows
   * @param cols the number of columns
   * @param M the matrix
   * @throws backprop.matrix.ShapeException if it is not */
  public static void shape(int rows, int cols, Matrix M) {
    Shape.require("Check.shape", "the matrix", M, rows, cols);
    print("shape " + M.shape());
  }

  private static void require(boolean holds, String wanted, String got) {
    if (!holds) { throw new CheckFailedException("must be " + wanted + ", got " + got); }
    print(wanted);
  }

  private static void print(String met) { System.out.println("✓ " + met); }

  private static String text(double x) { return Rounded.text(x, DIGITS); }
}
