package backprop.init;

import backprop.matrix.Matrix;

/** W = c in every entry, for experiments: see {@link Zeros}.
 * @param c the entry */
public record Constant(double c) implements Initializer {
  @Override public Matrix weights(int n, int nPrev, java.util.Random random) {
    return Matrix.generate(n, nPrev, (i, j) -> c);
  }
}
