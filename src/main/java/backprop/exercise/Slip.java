package backprop.exercise;

import backprop.matrix.Matrix;
import java.util.Optional;

/** Slips that show in the numbers alone, whatever the formula is. */
final class Slip {
  /** How near a value is to that of a slip when it is taken for one. */
  static final double LIKE = 1e-6;
  private static final double ROUNDED = 1e-4;

  private Slip() {}

  /** The key of the slip's text, below {@code slip}.
   * @param m the number of examples that the truth is a mean over; 1 where it is none */
  static Optional<String> recognize(Value truth, Value got, int m) {
    return recognize(truth.entries(), got.entries(), m).filter(slip -> !(truth.isWhole() && slip.equals("rounded")));
  }

  private static Optional<String> recognize(Matrix truth, Matrix got, int m) {
    boolean same = truth.rows() == got.rows() && truth.cols() == got.cols();
    if (!same) {
      boolean swapped = truth.rows() == got.cols() && truth.cols() == got.rows();
      return swapped ? Optional.of("transposed") : Optional.empty();
    }
    if (hasNaN(got)) { return Optional.of("nan"); }
    if (!got.isFinite()) { return Optional.of("infinite"); }
    if (got.maxAbs() == 0) { return Optional.of("zeros"); }
    if (near(truth.transpose(), got, LIKE) && !near(truth.transpose(), truth, LIKE)) {
      return Optional.of("transposed");
    }
    if (near(truth.times(-1), got, LIKE)) { return Optional.of("negated"); }
    if (m > 1 && near(truth.times(m), got, LIKE)) { return Optional.of("timesM"); }
    if (m > 1 && near(truth.divide(m), got, LIKE)) { return Optional.of("overM"); }
    return near(truth, got, ROUNDED) ? Optional.of("rounded") : Optional.empty();
  }

  private static boolean hasNaN(Matrix M) { return Double.isNaN(M.map(x -> Double.isNaN(x) ? x : 0).sum()); }

  /** |got − wanted| ≤ bound (1 + |wanted|) in every entry; shapes that differ are not near. */
  static boolean near(Matrix wanted, Matrix got, double bound) {
    if (wanted.rows() != got.rows() || wanted.cols() != got.cols()) { return false; }
    for (int i = 0; i < wanted.rows(); i++) {
      for (int j = 0; j < wanted.cols(); j++) { if (!near(wanted.get(i, j), got.get(i, j), bound)) { return false; } }
    }
    return true;
  }

  static boolean near(double wanted, double got, double bound) {
    return Double.compare(wanted, got) == 0
        || Math.abs(got - wanted) <= Math.min(bound * (1 + Math.abs(wanted)), Double.MAX_VALUE);
  }
}
