package backprop.matrix;

/** The products of one dense layer as BLAS computes them, into arrays that are there already. */
public final class Products {
  private final int nPrev;
  private final int n;
  private final int m;

  /**
   * The products of a layer.
   *
   * @param nPrev n[l-1]
   * @param n n[l]
   * @param m examples of a batch
   */
  public Products(int nPrev, int n, int m) {
    this.nPrev = nPrev;
    this.n = n;
    this.m = m;
  }

  /** Z ← W A. */
  public void forward(double[] W, double[] A, double[] Z) {
    Blas.gemm(W, nPrev, false, A, m, false, Z, n, nPrev, m);
  }

  /** dW ← dZ Aᵀ. */
  public void weights(double[] dZ, double[] A, double[] dW) {
    Blas.gemm(dZ, m, false, A, m, true, dW, n, m, nPrev);
  }

  /** dA ← Wᵀ dZ, where A is the layer's input. */
  public void backward(double[] W, double[] dZ, double[] dA) {
    Blas.gemm(W, nPrev, true, dZ, m, false, dA, nPrev, n, m);
  }
}
