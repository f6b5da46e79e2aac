package backprop.exercise;

import backprop.matrix.Matrix;
import backprop.matrix.Shape;

/** The notebooks' checks. Each throws when it fails; when it holds it prints one line, with what was shown and the
 * bound that was met, never rounding digits. (Java's own {@code assert} does nothing in a notebook.) In the messages
 * {@code what} is a few words for what is shown, such as {@code "dW[1], loops against the product"}. */
public final class Check {
  private static final int DIGITS = 6;

  private Check() {}

  /** value ≥ bound.
   * @param what what is shown
   * @param bound the smallest value that passes
   * @param value the value
   * @throws CheckFailedException if the value is smaller, or NaN */
  public static void atLeast(String what, double bound, double value) {
    require(what, value >= bound, "at least " + text(bound), text(value));
  }

  /** value ≥ bound.
   * @param bound the smallest value that passes
   * @param value the value
   * @throws CheckFailedException if the value is smaller, or NaN */
  public static void atLeast(double bound, double value) {
    atLeast("", bound, value);
  }

  /** value ≤ bound.
   * @param what what is shown
   * @param bound the largest value that passes
   * @param value the value
   * @throws CheckFailedException if the value is larger, or NaN */
  public static void atMost(String what, double bound, double value) {
    require(what, value <= bound, "at most " + text(bound), text(value));
  }

  /** value ≤ bound.
   * @param bound the largest value that passes
   * @param value the value
   * @throws CheckFailedException if the value is larger, or NaN */
  public static void atMost(double bound, double value) {
    atMost("", bound, value);
  }

  /** |actual − expected| ≤ tolerance.
   * @param what what is shown
   * @param expected what it should be
   * @param actual what it is
   * @param tolerance how far apart they may be
   * @throws CheckFailedException if they are farther apart, or either is NaN */
  public static void close(String what, double expected, double actual, double tolerance) {
    String bound = tolerance == 0 ? "exactly" : "to within " + text(tolerance);
    boolean holds = Math.abs(actual - expected) <= tolerance || actual == expected; // two infinities are equal
    require(what, holds, "%s %s".formatted(text(expected), bound), text(actual));
  }

  /** |actual − expected| ≤ tolerance.
   * @param expected what it should be
   * @param actual what it is
   * @param tolerance how far apart they may be
   * @throws CheckFailedException if they are farther apart, or either is NaN */
  public static void close(double expected, double actual, double tolerance) {
    close("", expected, actual, tolerance);
  }

  /** max |actual − expected| ≤ tolerance, over all entries.
   * @param what what is shown
   * @param expected what it should be (n, m)
   * @param actual what it is (n, m)
   * @param tolerance how far apart two entries may be
   * @throws CheckFailedException if some are farther apart, or NaN
   * @throws backprop.matrix.ShapeException if the shapes differ */
  public static void close(String what, Matrix expected, Matrix actual, double tolerance) {
    Shape.requireSame("Check.close", "actual", actual, expected);
    double distance = actual.minus(expected).maxAbs();
    String bound = tolerance == 0 ? "equal in every entry" : "apart by at most " + text(tolerance);
    require(what, distance <= tolerance, bound, "a distance of " + text(distance));
  }

  /** max |actual − expected| ≤ tolerance, over all entries.
   * @param expected what it should be (n, m)
   * @param actual what it is (n, m)
   * @param tolerance how far apart two entries may be
   * @throws CheckFailedException if some are farther apart, or NaN
   * @throws backprop.matrix.ShapeException if the shapes differ */
  public static void close(Matrix expected, Matrix actual, double tolerance) {
    close("", expected, actual, tolerance);
  }

  /** ‖actual − expected‖ / (‖actual‖ + ‖expected‖) ≤ bound, the measure for a gradient against central differences.
   * @param what what is shown
   * @param expected what it should be (n, m)
   * @param actual what it is (n, m)
   * @param bound the largest relative error that passes
   * @throws CheckFailedException if it is larger, or NaN
   * @throws backprop.matrix.ShapeException if the shapes differ */
  public static void relative(String what, Matrix expected, Matrix actual, double bound) {
    double error = relativeError(expected, actual);
    require(what, error <= bound, "a relative error of at most " + text(bound), text(error));
  }

  /** ‖B − A‖ / (‖B‖ + ‖A‖) ≥ least: two that must not be the same, such as a wrong form and the right one.
   * @param what what is shown
   * @param least the smallest relative error that passes
   * @param A a matrix (n, m)
   * @param B another (n, m)
   * @throws CheckFailedException if they are closer, or NaN
   * @throws backprop.matrix.ShapeException if the shapes differ */
  public static void apart(String what, double least, Matrix A, Matrix B) {
    double error = relativeError(A, B);
    require(what, error >= least, "apart by a relative error of at least " + text(least), text(error));
  }

  /** {@return ‖B − A‖ / (‖B‖ + ‖A‖), 0 for two zeros}
   * @param A a matrix (n, m)
   * @param B another (n, m) */
  public static double relativeError(Matrix A, Matrix B) {
    double distance = Shape.requireSame("Check.relativeError", "B", B, A).minus(A).norm();
    return distance == 0 ? 0 : distance / (A.norm() + B.norm());
  }

  /** actual equals expected: the same number, the same matrix to the last bit, the same text.
   * @param what what is shown
   * @param expected what it should be
   * @param actual what it is
   * @throws CheckFailedException if they differ */
  public static void exact(String what, Object expected, Object actual) {
    boolean matrix = expected instanceof Matrix;
    require(what, expected.equals(actual), matrix ? "equal in every entry" : "exactly " + shown(expected),
        matrix ? "another matrix" : shown(actual));
  }

  /** actual = expected, for what is counted.
   * @param what what is counted
   * @param expected how many there should be
   * @param actual how many there are
   * @throws CheckFailedException if they differ */
  public static void count(String what, long expected, long actual) {
    require(what, expected == actual, Long.toString(expected), Long.toString(actual));
  }

  /** M is (rows, cols).
   * @param what what has the shape
   * @param rows the number of rows
   * @param cols the number of columns
   * @param M the matrix
   * @throws backprop.matrix.ShapeException if it is not */
  public static void shape(String what, int rows, int cols, Matrix M) {
    Shape.require("Check.shape", what.isEmpty() ? "the matrix" : what, M, rows, cols);
    print(what.isEmpty() ? "shape " + M.shape() : what + ": shape " + M.shape());
  }

  /** M is (rows, cols).
   * @param rows the number of rows
   * @param cols the number of columns
   * @param M the matrix
   * @throws backprop.matrix.ShapeException if it is not */
  public static void shape(int rows, int cols, Matrix M) {
    shape("", rows, cols, M);
  }

  /** The slope of the least-squares line through (ln x, ln y): p where y grows like xᵖ, such as 2 for an error that
   * shrinks with h².
   * @param what what is shown
   * @param expected p
   * @param x positive numbers
   * @param y as many positive numbers
   * @param tolerance how far the slope may be from p
   * @throws CheckFailedException if it is farther, or NaN */
  public static void slope(String what, double expected, double[] x, double[] y, double tolerance) {
    Matrix u = Matrix.row(x).map(Math::log);
    Matrix v = Matrix.row(y).map(Math::log);
    Matrix centred = u.map(log -> log - u.mean());
    double slope = centred.multTransB(v).sum() / centred.multTransB(centred).sum();
    require(what, Math.abs(slope - expected) <= tolerance,
        "a slope of %s to within %s".formatted(text(expected), text(tolerance)), text(slope));
  }

  /** It is so; for what the other checks have no word for.
   * @param what what is so, as a sentence
   * @param holds whether it is
   * @throws CheckFailedException if it is not */
  public static void holds(String what, boolean holds) {
    if (!holds) { throw new CheckFailedException("must hold, but does not: " + what); }
    print(what);
  }

  /** Some code of a notebook, which may throw. */
  @FunctionalInterface
  public interface Code {
    /** Runs it.
     * @throws Exception what it throws */
    void run() throws Exception;
  }

  /** The code throws such an exception.
   * @param what what is tried
   * @param type the exception's class, or one above it
   * @param code what must throw
   * @throws CheckFailedException if it does not, or throws another */
  public static void throwing(String what, Class<? extends Exception> type, Code code) {
    String wanted = "refused with " + type.getSimpleName();
    try {
      code.run();
    } catch (Exception e) {
      require(what, type.isInstance(e), wanted, e.toString());
      return;
    }
    require(what, false, wanted, "no exception");
  }

  private static void require(String what, boolean holds, String wanted, String got) {
    String before = what.isEmpty() ? "" : what + ": ";
    if (!holds) { throw new CheckFailedException(before + "must be " + wanted + ", got " + got); }
    print(before + wanted);
  }

  private static void print(String met) { System.out.println("✓ " + met); }

  private static String shown(Object value) {
    return value instanceof Double number ? text(number) : String.valueOf(value);
  }

  private static String text(double x) { return Rounded.text(x, DIGITS); }
}
