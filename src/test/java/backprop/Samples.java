package backprop;

import backprop.matrix.Matrix;
import java.util.Random;

/** Random matrices for tests, by a stated seed. */
public final class Samples {
  private Samples() {}

  /** Standard normal entries (rows, cols). */
  public static Matrix normal(int rows, int cols, long seed) {
    Random random = new Random(seed);
    return Matrix.generate(rows, cols, (i, j) -> random.nextGaussian());
  }

  /** One-hot columns (classes, m). */
  public static Matrix oneHot(int classes, int m, long seed) {
    Random random = new Random(seed);
    Matrix Y = Matrix.zeros(classes, m);
    for (int j = 0; j < m; j++) {
      Y.set(random.nextInt(classes), j, 1);
    }
    return Y;
  }
}
