package backprop.bench;

import backprop.Samples;
import backprop.matrix.Products;

/**
 * The bound that a step cannot get below: Z[l] = W[l] A[l-1] and dW[l] = dZ[l] A[l-1]ᵀ for every
 * layer, dA[l-1] = W[l]ᵀ dZ[l] for l ≥ 2, into arrays that are there already, and nothing else.
 */
final class ProductsProgram implements Program {
  private final int L;
  private final Products[] layer;
  private final double[][] W;
  private final double[][] A;
  private final double[][] Z;
  private final double[][] dZ;
  private final double[][] dW;
  private final double[][] dA;

  ProductsProgram(Task task) {
    int[] n = task.widths();
    L = n.length - 1;
    layer = new Products[L + 1];
    W = new double[L + 1][];
    A = new double[L + 1][];
    Z = new double[L + 1][];
    dZ = new double[L + 1][];
    dW = new double[L + 1][];
    dA = new double[L + 1][];
    A[0] = normal(n[0], task.m());
    for (int l = 1; l <= L; l++) {
      layer[l] = new Products(n[l - 1], n[l], task.m());
      W[l] = normal(n[l], n[l - 1]);
      A[l] = normal(n[l], task.m());
      dZ[l] = normal(n[l], task.m());
      Z[l] = new double[A[l].length];
      dA[l] = new double[A[l].length];
      dW[l] = new double[W[l].length];
    }
  }

  /** It computes no J. */
  @Override
  public double cost() {
    return Double.NaN;
  }

  @Override
  public void step() {
    for (int l = 1; l <= L; l++) {
      layer[l].forward(W[l], A[l - 1], Z[l]);
    }
    for (int l = L; l >= 1; l--) {
      layer[l].weights(dZ[l], A[l - 1], dW[l]);
      if (l > 1) {
        layer[l].backward(W[l], dZ[l], dA[l - 1]);
      }
    }
  }

  private static double[] normal(int rows, int cols) {
    return Samples.normal(rows, cols, 4).ejml().data;
  }
}
