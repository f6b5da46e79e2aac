package backprop.init;

/** Checks the numbers that an initializer is made with. */
final class Range {
    private Range() {}

    /** Refuses what is infinite or NaN. */
    static void finite(String where, String symbol, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("%s: %s must be finite, got %s".formatted(where, symbol, value));
        }
    }

    /** Refuses what is negative, infinite or NaN. */
    static void size(String where, String symbol, double value) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(
                    "%s: %s must be at least 0 and finite, got %s".formatted(where, symbol, value));
        }
    }

    /** Refuses a layer without inputs or without nodes. */
    static void widths(String where, int n, int nPrev) {
        if (n < 1 || nPrev < 1) {
            throw new IllegalArgumentException(
                    "%s: both widths must be at least 1, got %s→%s".formatted(where, nPrev, n));
        }
    }
}
