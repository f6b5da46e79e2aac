package backprop.init;

import backprop.matrix.Matrix;

/** W of mean 0 and variance 2 / n[l-1]: the 2 makes up for the half of the inputs that ReLU sets to 0. He et al. 2015,
 * equation 10; note 000 has it too.
 * @param distribution normal, or uniform */
public record He(Distribution distribution) implements Initializer {
  /** Normally distributed. */
  public He() { this(Distribution.NORMAL); }

  @Override public Matrix weights(int n, int nPrev, java.util.Random random) {
    return distribution.of(2.0 / nPrev).weights(n, nPrev, random);
  }
}
