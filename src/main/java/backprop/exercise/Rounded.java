package backprop.exercise;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as a learner reads them: rounded, without trailing zeros, with a point everywhere. */
final class Rounded {
    private Rounded() {}

    /** x with so many significant digits: 0.5, 1e-12, 0.9722, NaN. */
    static String text(double x, int digits) {
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
