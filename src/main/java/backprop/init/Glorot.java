package backprop.init;

import backprop.matrix.Matrix;
import java.util.Random;

/**
 * W ~ N(0, 2 / (n[l-1] + n[l])): keeps the variance of activations and of gradients about level
 * through tanh and sigmoid layers. Glorot &amp; Bengio 2010, equation 12; note 000 calls it
 * Bengio's.
 */
public record Glorot() implements Initializer {
  /** W = √(2 / (n[l-1] + n[l])) N with N from the standard normal distribution. */
  @Override
  public Matrix weights(int n, int nPrev, Random random) {
    double sigma = Math.sqrt(2.0 / (nPrev + n));
    return Matrix.generate(n, nPrev, (i, j) -> sigma * random.nextGaussian());
  }
}
