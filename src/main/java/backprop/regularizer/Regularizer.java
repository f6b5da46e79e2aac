package backprop.regularizer;

import backprop.matrix.Matrix;

/** A penalty on the weights: J = J_data + Σ penalty(W[l], m) over the layers; b[l] has none. Note 000, section 7. */
public interface Regularizer {
    /**
     * {@return the penalty, the part of J that is this W's}
     *
     * @param W (n, n₋)
     * @param m the batch size
     */
    double penalty(Matrix W, int m);

    /**
     * dW ← dW + ∂penalty/∂W, in place: dW is modified.
     *
     * @param W (n, n₋)
     * @param dW (n, n₋), the gradient of J_data
     * @param m the batch size
     */
    void addGradient(Matrix W, Matrix dW, int m);
}
