package backprop.activation;

import backprop.matrix.Matrix;
import backprop.matrix.Shape;

/**
 * softmax(z)ⱼ = e^zⱼ / Σₖ e^zₖ over each column. It is no {@link Activation}: every entry of a
 * column depends on all of them. The cross-entropy loss owns it.
 */
public final class Softmax {
  private Softmax() {}

  /**
   * Ŷ = softmax(Z), column by column. Subtracting the column's maximum changes nothing and keeps
   * every exponential at or below 1. Source: note 004, softmax.
   *
   * @param Z (n, m)
   * @return Ŷ (n, m), whose columns are positive and sum to 1
   * @throws backprop.matrix.ShapeException if Z has no entry
   */
  public static Matrix of(Matrix Z) {
    Shape.require("Softmax", "Z", Z, Shape.ANY, Shape.ANY);
    Matrix E = Z.minus(Z.maxOfColumns()).map(Math::exp);
    return E.divide(E.sumOfColumns());
  }

  /**
   * ln Σⱼ e^zⱼ = max z + ln Σⱼ e^(zⱼ − max z), column by column; finite wherever Z is.
   *
   * @param Z (n, m)
   * @return a row (1, m)
   * @throws backprop.matrix.ShapeException if Z has no entry
   */
  public static Matrix logSumExp(Matrix Z) {
    Shape.require("Softmax", "Z", Z, Shape.ANY, Shape.ANY);
    Matrix max = Z.maxOfColumns();
    Matrix E = Z.minus(max).map(Math::exp);
    return max.plus(E.sumOfColumns().map(Math::log));
  }
}
