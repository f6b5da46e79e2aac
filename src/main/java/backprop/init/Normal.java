package backprop.init;

import backprop.matrix.Matrix;

/** W ~ N(0, σ²): W = σ N with N from the standard normal distribution.
 * @param sigma σ, the standard deviation */
public record Normal(double sigma) implements Initializer {
  @Override public Matrix weights(int n, int nPrev, java.util.Random random) {
    return Matrix.generate(n, nPrev, (i, j) -> sigma * random.nextGaussian());
  }
}
