package backprop.loss;

import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import backprop.matrix.ShapeException;

/** Checks what a loss is given: Y must have the shape of Z, and hold labels. */
final class Labels {
    private static final double ROUNDING = 1e-9;

    private Labels() {}

    /** Requires Z, or whatever else the loss is computed from, to be there. */
    static Matrix given(Loss loss, String symbol, Matrix Z) {
        return Shape.require(name(loss), symbol, Z, Shape.ANY, Shape.ANY);
    }

    /** Requires Y to be (n[L], m), as Z is, and finite. */
    static void values(Loss loss, Matrix Z, Matrix Y) {
        requireSame(loss, Z, Y);
        requireEach(loss, "labels Y", Y, -Double.MAX_VALUE, Double.MAX_VALUE, "finite");
    }

    /** Requires Y to be (n[L], m), as Z is, with probabilities as its entries. */
    static void probabilities(Loss loss, Matrix Z, Matrix Y) {
        requireSame(loss, Z, Y);
        requireEach(loss, "labels Y", Y, 0, 1, "between 0 and 1");
    }

    /** Requires Y to be (n[L], m), as Z is, with columns that are one-hot or other distributions, which sum to 1. */
    static void distributions(Loss loss, Matrix Z, Matrix Y) {
        probabilities(loss, Z, Y);
        Matrix sums = Y.sumOfColumns();
        for (int j = 0; j < Y.cols(); j++) {
            if (Math.abs(sums.get(0, j) - 1) > ROUNDING) {
                throw new ShapeException("%s: each column of Y must sum to 1 (one-hot), column %s sums to %s"
                        .formatted(name(loss), j, sums.get(0, j)));
            }
        }
    }

    /** Requires the entries of Ŷ to be probabilities. NaN passes, because it shows that a training has diverged. */
    static void predictions(Loss loss, Matrix Yhat) {
        requireEach(loss, "Ŷ", Yhat.map(p -> Double.isNaN(p) ? 0 : p), 0, 1, "between 0 and 1");
    }

    private static void requireSame(Loss loss, Matrix Z, Matrix Y) {
        Shape.requireSame(name(loss), "Y", Y, given(loss, "Z", Z));
    }

    private static void requireEach(Loss loss, String symbol, Matrix Y, double low, double high, String range) {
        if (Y.isWithin(low, high)) {
            return;
        }
        for (int i = 0; i < Y.rows(); i++) {
            for (int j = 0; j < Y.cols(); j++) {
                double y = Y.get(i, j);
                if (!(y >= low && y <= high)) {
                    throw new ShapeException("%s: %s must be %s, got %s at row %s, column %s"
                            .formatted(name(loss), symbol, range, y, i, j));
                }
            }
        }
    }

    private static String name(Loss loss) {
        return loss.getClass().getSimpleName();
    }
}
