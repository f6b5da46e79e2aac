package backprop.optimizer;

/** Checks the hyperparameters of an optimizer or a schedule when it is made. */
record Hyperparameter(String where) {
    /** A guard that has seen the learning rate. */
    static Hyperparameter of(String where, double alpha) {
        return new Hyperparameter(where).positive("the learning rate α", alpha);
    }

    /** Refuses what is not positive and finite. */
    Hyperparameter positive(String symbol, double value) {
        return require(value > 0 && Double.isFinite(value), symbol, "positive and finite", value);
    }

    /** Refuses what is not in [0, 1). */
    Hyperparameter decay(String symbol, double value) {
        return require(value >= 0 && value < 1, symbol, "at least 0 and below 1", value);
    }

    /** Refuses what is below 0 or not finite. */
    Hyperparameter atLeastZero(String symbol, double value) {
        return require(value >= 0 && Double.isFinite(value), symbol, "at least 0 and finite", value);
    }

    private Hyperparameter require(boolean fits, String symbol, String range, double value) {
        if (!fits) {
            throw new IllegalArgumentException("%s: %s must be %s, got %s".formatted(where, symbol, range, value));
        }
        return this;
    }
}
