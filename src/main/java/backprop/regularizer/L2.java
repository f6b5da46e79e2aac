package backprop.regularizer;

import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import backprop.matrix.Workspace;

/** (λ/2m) ‖W‖² = (λ/2m) Σ w², gradient (λ/m) W. Note 000, section 7; Krogh &amp; Hertz 1992.
 * @param lambda λ ≥ 0 */
public record L2(double lambda) implements Regularizer, Workspace.Reusing {
  @Override public double penalty(Matrix W, int m) { return rate("L2", lambda, W, m) / 2 * W.hadamard(W).sum(); }

  @Override public void addGradient(Matrix W, Matrix dW, int m) {
    double rate = rate("L2", lambda, W, m);
    Shape.requireSame("L2", "dW", dW, W).addScaled(rate, W);
  }

  /** λ/m, refused where λ or m is out of range, or W is no matrix. */
  static double rate(String where, double lambda, Matrix W, int m) {
    Shape.require(where, "W", W, Shape.ANY, Shape.ANY);
    if (lambda >= 0 && Double.isFinite(lambda) && m >= 1) { return lambda / m; }
    throw new IllegalArgumentException(
        "%s: λ must be ≥ 0 and m ≥ 1, got λ = %s and m = %s".formatted(where, lambda, m));
  }
}
