package backprop.layer;

import backprop.matrix.Matrix;
import backprop.matrix.Shape;

/** The doors of a layer: who asks, what may come in, and what backward needs of forward. */
final class Doors {
  private final String layer;
  private final String input;
  private final String gradient;
  private final int rowsIn;
  private final int rowsOut;

  /** Of layer l, or of one without a number (l = 0); {@link Shape#ANY} where it takes any rows. */
  Doors(String kind, int l, String sizes, int rowsIn, int rowsOut) {
    layer = kind + (l == 0 ? "" : "[" + l + "]") + (sizes.isEmpty() ? "" : " " + sizes);
    input = l == 0 ? "A[l-1]" : "A[" + (l - 1) + "]";
    gradient = l == 0 ? "dA[l]" : "dA[" + l + "]";
    this.rowsIn = rowsIn;
    this.rowsOut = rowsOut;
  }

  /** A[l-1] is (n[l-1], m). */
  Matrix input(Matrix A) {
    return Shape.require(layer, input, A, rowsIn, Shape.ANY);
  }

  /** dA[l] is (n[l], m), with the m of what forward kept. */
  Matrix gradient(Matrix dA, Matrix kept) {
    after("forward", kept);
    return Shape.require(layer, gradient, dA, rowsOut, kept.cols());
  }

  /** A parameter is (rows, cols). */
  Matrix parameter(String letter, Matrix W, int rows, int cols) {
    return Shape.require(layer, letter, W, rows, cols);
  }

  /** What a pass has left; refused while that pass has not run. */
  <T> T after(String pass, T left) {
    if (left == null) {
      throw new IllegalStateException(layer + ": " + pass + " must run first, but it has not");
    }
    return left;
  }

  /** For example {@code Dense[2] 100→10}. */
  @Override
  public String toString() {
    return layer;
  }
}
