package backprop.lecture;

import backprop.matrix.Matrix;
import backprop.matrix.NumberText;
import backprop.matrix.Shape;
import java.util.Arrays;
import java.util.Objects;

/**
 * The notebooks' checks. Each throws when it fails; when it holds it prints one line, with what was shown and the
 * bound that was met, never rounding digits. (Java's own {@code assert} does nothing in a notebook.) In the messages
 * {@code what} is a few words for what is shown, such as {@code "dW[1], loops against the product"}.
 *
 * <p>A comparison that holds whatever the code did shows nothing. Where that is never meant, such as a matrix compared
 * with itself, an empty one, or a tolerance as large as the values, the check fails and says why. Where it may be
 * meant, such as two matrices of zeros, its line begins with ○ instead of ✓; {@link #zero} is the check that says that
 * zeros are meant.
 */
public final class Check {
    private static final int DIGITS = 6;

    private Check() {}

    /**
     * value ≥ bound.
     *
     * @param what what is shown
     * @param bound the smallest value that passes
     * @param value the value
     * @throws CheckFailedException if the value is smaller, or NaN
     */
    public static void atLeast(String what, double bound, double value) {
        CheckPreconditions.requireBound(what, bound, Double.NEGATIVE_INFINITY);
        require(what, value >= bound, "at least " + text(bound), text(value));
    }

    /**
     * value ≥ bound.
     *
     * @param bound the smallest value that passes
     * @param value the value
     * @throws CheckFailedException if the value is smaller, or NaN
     */
    public static void atLeast(double bound, double value) {
        atLeast("", bound, value);
    }

    /**
     * value ≤ bound.
     *
     * @param what what is shown
     * @param bound the largest value that passes
     * @param value the value
     * @throws CheckFailedException if the value is larger, or NaN
     */
    public static void atMost(String what, double bound, double value) {
        CheckPreconditions.requireBound(what, bound, Double.POSITIVE_INFINITY);
        require(what, value <= bound, "at most " + text(bound), text(value));
    }

    /**
     * value ≤ bound.
     *
     * @param bound the largest value that passes
     * @param value the value
     * @throws CheckFailedException if the value is larger, or NaN
     */
    public static void atMost(double bound, double value) {
        atMost("", bound, value);
    }

    /**
     * |actual − expected| ≤ tolerance.
     *
     * @param what what is shown
     * @param expected what it should be
     * @param actual what it is
     * @param tolerance how far apart they may be: less than |expected|, unless 0 is expected
     * @throws CheckFailedException if they are farther apart, or either is NaN, or 0 would pass as well
     * @throws IllegalArgumentException if the tolerance is negative, NaN or infinite
     */
    public static void close(String what, double expected, double actual, double tolerance) {
        String bound = tolerance == 0 ? "exactly" : "to within " + text(tolerance);
        boolean holds = Math.abs(actual - expected) <= tolerance || actual == expected; // two infinities are equal
        CheckPreconditions.requireTolerance(what, tolerance, holds ? Math.abs(expected) : 0); // where it fails, it can
        require(what, holds, "%s %s".formatted(text(expected), bound), text(actual));
    }

    /**
     * |actual − expected| ≤ tolerance.
     *
     * @param expected what it should be
     * @param actual what it is
     * @param tolerance how far apart they may be
     * @throws CheckFailedException if they are farther apart, or either is NaN
     */
    public static void close(double expected, double actual, double tolerance) {
        close("", expected, actual, tolerance);
    }

    /**
     * max |actual − expected| ≤ tolerance, over all entries.
     *
     * @param what what is shown
     * @param expected what it should be (n, m)
     * @param actual what it is (n, m)
     * @param tolerance how far apart two entries may be
     * @throws CheckFailedException if some are farther apart, or NaN; if the two are one matrix, or without entries; if
     * the tolerance is as large as all that is expected, so that zeros would pass as well
     * @throws IllegalArgumentException if the tolerance is negative, NaN or infinite
     * @throws backprop.matrix.ShapeException if the shapes differ
     */
    public static void close(String what, Matrix expected, Matrix actual, double tolerance) {
        Shape.requireSame("Check.close", "actual", actual, expected);
        CheckPreconditions.requireTwo(what, expected, actual);
        double distance = actual.minus(expected).maxAbs();
        String bound = tolerance == 0 ? "equal in every entry" : "apart by at most " + text(tolerance);
        boolean zeros = expected.maxAbs() == 0;
        double size = distance <= tolerance ? expected.maxAbs() : 0; // where it fails, it can
        CheckPreconditions.requireTolerance(what, tolerance, size);
        require(
                what,
                distance <= tolerance,
                bound,
                "a distance of " + text(distance),
                zeros ? CheckPreconditions.ZEROS : "");
    }

    /**
     * Every entry of M is 0, to within the tolerance: for zeros that are meant.
     *
     * @param what what is 0
     * @param M a matrix (n, m)
     * @param tolerance how far from 0 an entry may be
     * @throws CheckFailedException if one is farther, or NaN, or there is no entry
     * @throws IllegalArgumentException if the tolerance is negative, NaN or infinite
     * @throws backprop.matrix.ShapeException if M is null
     */
    public static void zero(String what, Matrix M, double tolerance) {
        CheckPreconditions.requireEntries(what, M);
        CheckPreconditions.requireTolerance(what, tolerance, 0);
        String wanted = tolerance == 0 ? "0 in every entry" : "0 in every entry, to within " + text(tolerance);
        require(what, M.maxAbs() <= tolerance, wanted, "an entry of size " + text(M.maxAbs()));
    }

    /**
     * Every entry of M is exactly 0: for zeros that are meant.
     *
     * @param what what is 0
     * @param M a matrix (n, m)
     * @throws CheckFailedException if one is not, or there is no entry
     * @throws backprop.matrix.ShapeException if M is null
     */
    public static void zero(String what, Matrix M) {
        zero(what, M, 0);
    }

    /**
     * max |actual − expected| ≤ tolerance, over all entries.
     *
     * @param expected what it should be (n, m)
     * @param actual what it is (n, m)
     * @param tolerance how far apart two entries may be
     * @throws CheckFailedException if some are farther apart, or NaN
     * @throws backprop.matrix.ShapeException if the shapes differ
     */
    public static void close(Matrix expected, Matrix actual, double tolerance) {
        close("", expected, actual, tolerance);
    }

    /**
     * ‖actual − expected‖ / (‖actual‖ + ‖expected‖) ≤ bound, the measure for a gradient against central differences.
     *
     * @param what what is shown
     * @param expected what it should be (n, m)
     * @param actual what it is (n, m)
     * @param bound the largest relative error that passes
     * @throws CheckFailedException if it is larger, or NaN; if the two are one matrix, without entries or both 0; if the
     * bound is 1 or more, which no error exceeds
     * @throws backprop.matrix.ShapeException if the shapes differ
     */
    public static void relative(String what, Matrix expected, Matrix actual, double bound) {
        Shape.requireSame("Check.relative", "actual", actual, expected);
        CheckPreconditions.requireTwo(what, expected, actual);
        CheckPreconditions.requireSize(what, expected, actual);
        CheckPreconditions.require(
                what, bound < 1, "a relative error is never above 1, and the bound is " + text(bound));
        double error = relativeError(expected, actual);
        require(what, error <= bound, "a relative error of at most " + text(bound), text(error));
    }

    /**
     * ‖B − A‖ / (‖B‖ + ‖A‖) ≥ least: two that must not be the same, such as a wrong form and the right one.
     *
     * @param what what is shown
     * @param least the smallest relative error that passes
     * @param A a matrix (n, m)
     * @param B another (n, m)
     * @throws CheckFailedException if they are closer, or NaN; if they are one matrix, or without entries; if the least
     * is not positive
     * @throws backprop.matrix.ShapeException if the shapes differ
     */
    public static void apart(String what, double least, Matrix A, Matrix B) {
        Shape.requireSame("Check.apart", "the second matrix", B, A);
        CheckPreconditions.requireTwo(what, A, B);
        CheckPreconditions.require(
                what, least > 0, "a relative error is never below 0, and the least is " + text(least));
        double error = relativeError(A, B);
        require(what, error >= least, "apart by a relative error of at least " + text(least), text(error));
    }

    /**
     * {@return ‖B − A‖ / (‖B‖ + ‖A‖); NaN for two zeros, which have none}
     *
     * @param A a matrix (n, m)
     * @param B another (n, m)
     */
    public static double relativeError(Matrix A, Matrix B) {
        double distance = Shape.requireSame("Check.relativeError", "the second matrix", B, A)
                .minus(A)
                .norm();
        return distance / (A.norm() + B.norm());
    }

    /**
     * actual equals expected: the same number, the same matrix in every entry, the same text, arrays of the same.
     *
     * @param what what is shown
     * @param expected what it should be
     * @param actual what it is
     * @throws CheckFailedException if they differ, or are one and the same matrix, array or list
     */
    public static void exact(String what, Object expected, Object actual) {
        CheckPreconditions.requireTwo(what, expected, actual);
        boolean holds = Objects.deepEquals(expected, actual);
        if (expected instanceof Matrix M) {
            require(
                    what,
                    holds,
                    "equal in every entry",
                    "another matrix",
                    CheckPreconditions.tells(M) ? "" : CheckPreconditions.ZEROS);
        } else {
            require(what, holds, "exactly " + shown(expected), shown(actual));
        }
    }

    /**
     * actual = expected, for what is counted.
     *
     * @param what what is counted
     * @param expected how many there should be
     * @param actual how many there are
     * @throws CheckFailedException if they differ
     */
    public static void count(String what, long expected, long actual) {
        require(what, expected == actual, Long.toString(expected), Long.toString(actual));
    }

    /**
     * M is (rows, cols).
     *
     * @param what what has the shape
     * @param rows the number of rows
     * @param cols the number of columns
     * @param M the matrix
     * @throws backprop.matrix.ShapeException if it is not
     */
    public static void shape(String what, int rows, int cols, Matrix M) {
        Shape.require("Check.shape", what.isEmpty() ? "the matrix" : what, M, rows, cols);
        print(what.isEmpty() ? "shape " + M.shape() : what + ": shape " + M.shape());
    }

    /**
     * M is (rows, cols).
     *
     * @param rows the number of rows
     * @param cols the number of columns
     * @param M the matrix
     * @throws backprop.matrix.ShapeException if it is not
     */
    public static void shape(int rows, int cols, Matrix M) {
        shape("", rows, cols, M);
    }

    /**
     * The slope of the least-squares line through (ln x, ln y): p where y grows like xᵖ, such as 2 for an error that
     * shrinks with h².
     *
     * @param what what is shown
     * @param expected p
     * @param x positive numbers
     * @param y as many positive numbers
     * @param tolerance how far the slope may be from p
     * @throws CheckFailedException if it is farther; if there are fewer than two different x, or a number is not
     * positive; if the tolerance is |p| or more, so that a constant y would pass as well
     * @throws IllegalArgumentException if x and y are not of one length, or the tolerance is negative, NaN or infinite
     */
    public static void slope(String what, double expected, double[] x, double[] y, double tolerance) {
        CheckPreconditions.requireSeries(what, x, y);
        CheckPreconditions.requireTolerance(what, tolerance, Math.abs(expected));
        Matrix u = Matrix.row(x).map(Math::log);
        Matrix v = Matrix.row(y).map(Math::log);
        Matrix centred = u.map(log -> log - u.mean());
        double slope = centred.multTransB(v).sum() / centred.multTransB(centred).sum();
        require(
                what,
                Math.abs(slope - expected) <= tolerance,
                "a slope of %s to within %s".formatted(text(expected), text(tolerance)),
                text(slope),
                CheckPreconditions.isConstant(y) ? "y is the same number everywhere" : "");
    }

    /**
     * It is so; for what the other checks have no word for.
     *
     * @param what what is so, as a sentence
     * @param holds whether it is
     * @throws CheckFailedException if it is not
     * @throws IllegalArgumentException if nothing is said
     */
    public static void holds(String what, boolean holds) {
        if (what.isBlank()) {
            throw new IllegalArgumentException("Check.holds: what holds must be a sentence, got none");
        }
        if (!holds) {
            throw new CheckFailedException("must hold, but does not: " + what);
        }
        print(what);
    }

    /** Some code of a notebook, which may throw. */
    @FunctionalInterface
    public interface Code {
        /**
         * Runs it.
         *
         * @throws Exception what it throws
         */
        void run() throws Exception;
    }

    /**
     * The code throws such an exception.
     *
     * @param what what is tried
     * @param type the exception's class, or one above it
     * @param code what must throw
     * @throws CheckFailedException if it does not, or throws another
     */
    public static void throwing(String what, Class<? extends Exception> type, Code code) {
        Objects.requireNonNull(type, "Check.throwing: the exception's class must not be null");
        Objects.requireNonNull(code, "Check.throwing: the code must not be null");
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
        require(what, holds, wanted, got, "");
    }

    /** With a reason why it shows nothing though it holds, or an empty one. */
    private static void require(String what, boolean holds, String wanted, String got, String vacuous) {
        String before = what.isEmpty() ? "" : what + ": ";
        if (!holds) {
            throw new CheckFailedException(before + "must be " + wanted + ", got " + got);
        }
        if (vacuous.isEmpty()) {
            print(before + wanted);
        } else {
            System.out.println("○ " + before + wanted + ", but this shows nothing if it is not meant: " + vacuous);
        }
    }

    private static void print(String met) {
        System.out.println("✓ " + met);
    }

    private static String shown(Object value) {
        if (value instanceof Double number) {
            return text(number);
        }
        String inList = Arrays.deepToString(new Object[] {value}); // shows what stands in an array
        return inList.substring(1, inList.length() - 1);
    }

    private static String text(double x) {
        return NumberText.text(x, DIGITS);
    }
}
