package backprop.optimizer;

/** The guard at a hyperparameter's door. */
final class Hyperparameter {
  private Hyperparameter() {}

  /** Refuses what is not positive and finite. */
  static void requirePositive(String where, String symbol, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(
          "%s: %s must be positive, got %s".formatted(where, symbol, value));
    }
  }

  /** Refuses what is not in [0, 1). */
  static void requireDecay(String where, String symbol, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(
          "%s: %s must be at least 0 and below 1, got %s".formatted(where, symbol, value));
    }
  }
}
