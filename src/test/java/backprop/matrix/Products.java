package backprop.matrix;

/** The products of a dense layer as BLAS computes them, into matrices that are there already. */
public final class Products {
    private Products() {}

    /** Z ← W A. */
    public static void forward(Matrix W, Matrix A, Matrix Z) {
        Blas.gemm(W.ejml(), false, A.ejml(), false, Z.ejml());
    }

    /** dW ← dZ Aᵀ. */
    public static void weights(Matrix dZ, Matrix A, Matrix dW) {
        Blas.gemm(dZ.ejml(), false, A.ejml(), true, dW.ejml());
    }

    /** dA ← Wᵀ dZ, where A is the layer's input. */
    public static void backward(Matrix W, Matrix dZ, Matrix dA) {
        Blas.gemm(W.ejml(), true, dZ.ejml(), false, dA.ejml());
    }
}
