package backprop.matrix;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as a learner reads them: rounded, without trailing zeros, with a point everywhere. */
public final class NumberText {
    private NumberText() {}

    /**
     * {@return the number as text: 0.5, 1e-12, 0.9722, NaN}
     *
     * @param x any number
     * @param digits how many significant digits there may be
     */
    public static String text(double x, int digits) {
        if (Double.isNaN(x)) {
            return "NaN";
        }
        if (Double.isInfinite(x)) {
            return x > 0 ? "∞" : "-∞";
        }
        BigDecimal rounded =
                BigDecimal.valueOf(x).round(new MathContext(digits)).stripTrailingZeros();
        double size = Math.abs(x);
        if (x == 0 || (size >= 1e-3 && size < 1e9)) {
            return rounded.toPlainString();
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        return rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }
}
