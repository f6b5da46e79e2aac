package backprop.data;

import backprop.matrix.Matrix;

/**
 * Labels as columns: the class k of example i is a 1 in row k of column i, and zeros above and
 * below.
 */
public final class OneHot {
  private OneHot() {}

  /**
   * Y[k, i] = 1 if k = labels[i], else 0. Its inverse is {@link Matrix#argMaxOfColumns()}.
   *
   * @param labels the class of each of m examples, from 0 to classes − 1
   * @param classes the number of classes
   * @return Y (classes, m)
   * @throws DataException if a label is no class
   */
  public static Matrix of(int[] labels, int classes) {
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classes) {
        throw new DataException(
            "OneHot: labels[" + i + "] must be from 0 to " + (classes - 1) + ", got " + labels[i]);
      }
    }
    return Matrix.generate(classes, labels.length, (k, i) -> k == labels[i] ? 1 : 0);
  }
}
