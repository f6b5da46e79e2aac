package backprop.lecture;

import backprop.matrix.Matrix;
import backprop.matrix.NumberText;
import backprop.matrix.ShapeException;
import java.util.Arrays;

/** Finds checks that would hold whatever the code did, and so show nothing. */
final class CheckPreconditions {
    /** The remark on two matrices of zeros. */
    static final String ZEROS = "every entry of both is 0; Check.zero says that zeros are meant";

    private static final int DIGITS = 6;

    private CheckPreconditions() {}

    /** Fails where a check cannot. */
    static void require(String what, boolean canFail, String why) {
        if (!canFail) {
            String before = what.isEmpty() ? "" : what + ": ";
            throw new CheckFailedException(before + "this shows nothing, because " + why);
        }
    }

    /** Two things, not one that is compared with itself; a matrix with entries. */
    static void requireTwo(String what, Object expected, Object actual) {
        if (expected instanceof Matrix A && actual instanceof Matrix B) {
            require(what, !A.sharesNumbers(B), "a matrix is compared with itself: keep a copy() of what it was");
            requireEntries(what, A);
        }
        boolean array = expected != null && expected.getClass().isArray();
        boolean mayChange = array || expected instanceof Iterable;
        require(what, expected != actual || !mayChange, "an object is compared with itself");
    }

    /** At least one entry. */
    static void requireEntries(String what, Matrix M) {
        if (M == null) {
            throw new ShapeException("Check: the matrix must not be null");
        }
        require(what, M.rows() > 0 && M.cols() > 0, "a matrix " + M.shape() + " has no entries");
    }

    /** Not both 0: their relative error would be 0 / 0. */
    static void requireSize(String what, Matrix A, Matrix B) {
        require(
                what,
                A.maxAbs() != 0 || B.maxAbs() != 0,
                "both are 0 and have no relative error; if zeros are meant, Check.zero says so");
    }

    /** A tolerance that 0 in the place of the value exceeds, unless 0 is expected. */
    static void requireTolerance(String what, double tolerance, double size) {
        if (!(tolerance >= 0 && tolerance <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "Check: the tolerance must be at least 0 and finite, got " + NumberText.text(tolerance, DIGITS));
        }
        boolean hidesAll = size > 0 && size <= tolerance;
        require(
                what,
                !hidesAll,
                "the tolerance " + NumberText.text(tolerance, DIGITS) + " is not smaller than what is expected, "
                        + NumberText.text(size, DIGITS) + ", so that 0 would pass as well");
    }

    /** A bound that some number does not meet. */
    static void requireBound(String what, double bound, double metByAll) {
        require(what, bound != metByAll, "every number meets the bound " + NumberText.text(bound, DIGITS));
    }

    /** Points for a line through their logarithms. */
    static void requireSeries(String what, double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "Check.slope: y must have as many numbers as x, %s, got %s".formatted(x.length, y.length));
        }
        require(what, x.length >= 2, "a line needs two points, and there are " + x.length);
        for (double[] series : new double[][] {x, y}) {
            for (double number : series) {
                require(
                        what,
                        number > 0 && number <= Double.MAX_VALUE,
                        "only positive numbers have logarithms, and one is " + NumberText.text(number, DIGITS));
            }
        }
        require(what, !isConstant(x), "a line needs two different x, and all are " + NumberText.text(x[0], DIGITS));
    }

    static boolean isConstant(double[] series) {
        return Arrays.stream(series).distinct().count() < 2;
    }

    /** Whether some entry is a number other than 0. */
    static boolean tells(Matrix M) {
        Matrix sizes = M.map(a -> Double.isNaN(a) ? 0 : a);
        return sizes.maxAbs() > 0;
    }
}
