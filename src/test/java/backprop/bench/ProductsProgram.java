package backprop.bench;

import backprop.Samples;
import backprop.matrix.Matrix;
import backprop.matrix.Products;

/**
 * The bound that a step cannot get below: Z[l] = W[l] A[l-1] and dW[l] = dZ[l] A[l-1]ᵀ for every layer, dA[l-1] =
 * W[l]ᵀ dZ[l] for l ≥ 2, into matrices that are there already, and nothing else.
 */
final class ProductsProgram implements Program {
    private final int L;
    private final Matrix[] W;
    private final Matrix[] A;
    private final Matrix[] Z;
    private final Matrix[] dZ;
    private final Matrix[] dW;
    private final Matrix[] dA;

    ProductsProgram(Task task) {
        int[] n = task.widths();
        L = n.length - 1;
        W = new Matrix[L + 1];
        A = new Matrix[L + 1];
        Z = new Matrix[L + 1];
        dZ = new Matrix[L + 1];
        dW = new Matrix[L + 1];
        dA = new Matrix[L + 1];
        for (int l = 0; l <= L; l++) {
            A[l] = Samples.normal(n[l], task.m(), 4);
            Z[l] = A[l].copy();
            dZ[l] = A[l].copy();
            dA[l] = A[l].copy();
            W[l] = l == 0 ? null : Samples.normal(n[l], n[l - 1], 4);
            dW[l] = l == 0 ? null : W[l].copy();
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
            Products.forward(W[l], A[l - 1], Z[l]);
        }
        for (int l = L; l >= 1; l--) {
            Products.weights(dZ[l], A[l - 1], dW[l]);
            if (l > 1) {
                Products.backward(W[l], dZ[l], dA[l - 1]);
            }
        }
    }
}
