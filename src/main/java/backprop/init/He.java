package backprop.init;

import backprop.matrix.Matrix;
import java.util.Random;

/**
 * W ~ N(0, 2 / n[l-1]): the 2 makes up for the half of the inputs that ReLU sets to 0. He et al.
 * 2015, equation 10; note 000 has it too.
 */
public record He() implements Initializer {
  /** W = √(2 / n[l-1]) N with N from the standard normal distribution. */
  @Override
  public Matrix weights(int n, int nPrev, Random random) {
    double sigma = Math.sqrt(2.0 / nPrev);
    return Matrix.generate(n, nPrev, (i, j) -> sigma * random.nextGaussian());
  }
}
