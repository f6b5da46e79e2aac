package backprop.init;

import backprop.matrix.Matrix;
import java.util.Random;

/** Draws the initial weights W[l] of a layer. */
public interface Initializer {
  /**
   * W[l], drawn row by row. {@link Random}'s sequence is part of its specification, so that a seed
   * gives the same weights on every machine and JDK.
   *
   * @param n width of the layer, n[l]
   * @param nPrev width of the layer before, n[l-1]
   * @param random the source of the numbers
   * @return W (n, nPrev)
   */
  Matrix weights(int n, int nPrev, Random random);
}
