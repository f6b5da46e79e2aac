package backprop.matrix;

import java.util.Locale;

/** Numbers as the library writes them: with a decimal point in every locale, and with few digits. */
public final class Numbers {
    private static final String TRAILING_ZEROS = "\\.0+(?=$|e)|(\\.\\d*[1-9])0+(?=$|e)";

    private Numbers() {}

    /**
     * {@return a number as an entry of a matrix is written: four significant digits, a whole number below a million
     * without a fraction, ∞ for infinity}
     *
     * @param x any number
     */
    public static String entry(double x) {
        if (Double.isNaN(x)) {
            return "NaN";
        }
        if (Double.isInfinite(x)) {
            return x > 0 ? "∞" : "-∞";
        }
        if (x == Math.rint(x) && Math.abs(x) < 1e6) {
            return Long.toString(Math.round(x));
        }
        double size = Math.abs(x);
        if (size < 1e-3 || size >= 1e5) {
            return String.format(Locale.ROOT, "%.3e", x);
        }
        int digits = 3 - (int) Math.floor(Math.log10(size));
        return String.format(Locale.ROOT, "%." + Math.max(0, digits) + "f", x);
    }

    /**
     * {@return a number with so many significant digits at most, without zeros at the end of its fraction}
     *
     * @param x any number
     * @param digits how many, at least 1
     */
    public static String significant(double x, int digits) {
        if (x == 0) {
            return "0";
        }
        return String.format(Locale.ROOT, "%." + digits + "g", x).replaceFirst(TRAILING_ZEROS, "$1");
    }
}
