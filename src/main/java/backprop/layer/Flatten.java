package backprop.layer;

import backprop.matrix.Matrix;
import backprop.matrix.Workspace;
import java.util.Random;

/** A[l] = A[l-1], (C H W, m): a column holds its image flat already, so there is nothing to do. With this layer a
 * network reads as it does elsewhere. Note 003, where an image is flattened. */
public final class Flatten implements Layer, Workspace.Reusing {
  private final Doors doors;

  /** From images to columns.
   * @param in the shape of its input */
  public Flatten(Volume in) {
    doors = new Doors("Flatten", in + "→" + in.size(), in.size(), in.size());
  }

  /** A itself. */
  @Override public Matrix predict(Matrix A) { return doors.predict(A); }

  /** dA itself. */
  @Override public Matrix backward(Matrix dA) { return doors.backward(dA); }
  @Override public void initialize(int l, Random random) { doors.number(l); }
  @Override public Matrix forward(Matrix A) { return predict(doors.forward(A)); }
  @Override public int inputs() { return doors.inputs; }
  @Override public int outputs() { return doors.outputs; }
  @Override public String toString() { return doors.toString(); }
}
