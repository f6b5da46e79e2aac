package backprop.regularizer;

import backprop.matrix.Matrix;
import backprop.matrix.Workspace;

/**
 * (λ/2m) ‖W‖² = (λ/2m) Σ w², gradient (λ/m) W. Note 000, section 7; Krogh &amp; Hertz 1992.
 *
 * @param lambda λ ≥ 0
 */
public record L2(double lambda) implements Regularizer, Workspace.Reusing {
  @Override
  public double penalty(Matrix W, int m) {
    return rate("L2", lambda, m) / 2 * W.hadamard(W).sum();
  }

  @Override
  public void addGradient(Matrix W, Matrix dW, int m) {
    dW.addScaled(rate("L2", lambda, m), W);
  }

  static double rate(String where, double lambda, int m) {
    if (lambda >= 0 && Double.isFinite(lambda) && m >= 1) {
      return lambda / m;
    }
    throw new IllegalArgumentException(
        "%s: λ must be ≥ 0 and m ≥ 1, got λ = %s and m = %s".formatted(where, lambda, m));
  }
}
