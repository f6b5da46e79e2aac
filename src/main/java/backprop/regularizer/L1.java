package backprop.regularizer;

import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import backprop.matrix.Workspace;

/**
 * (λ/m) Σ |w|, gradient (λ/m) sign(W), with sign(0) = 0 (a subgradient). Tibshirani 1996.
 *
 * @param lambda λ ≥ 0
 */
public record L1(double lambda) implements Regularizer, Workspace.BufferSafe {
    /**
     * Refuses a λ below 0 or not finite.
     *
     * @param lambda λ ≥ 0
     * @throws IllegalArgumentException if λ is out of its range
     */
    public L1 {
        L2.requireLambda("L1", lambda);
    }

    @Override
    public double penalty(Matrix W, int m) {
        return L2.rate("L1", lambda, W, m) * W.map(Math::abs).sum();
    }

    @Override
    public void addGradient(Matrix W, Matrix dW, int m) {
        double rate = L2.rate("L1", lambda, W, m);
        Shape.requireSame("L1", "dW", dW, W).addScaled(rate, W.map(Math::signum));
    }
}
