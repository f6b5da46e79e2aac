package backprop.regularizer;

import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import backprop.matrix.Workspace;

/**
 * (λ/2m) ‖W‖² = (λ/2m) Σ w², gradient (λ/m) W. Note 000, section 7; Krogh &amp; Hertz 1992.
 *
 * @param lambda λ ≥ 0
 */
public record L2(double lambda) implements Regularizer, Workspace.BufferSafe {
    /**
     * Refuses a λ below 0 or not finite.
     *
     * @param lambda λ ≥ 0
     * @throws IllegalArgumentException if λ is out of its range
     */
    public L2 {
        requireLambda("L2", lambda);
    }

    @Override
    public double penalty(Matrix W, int m) {
        return rate("L2", lambda, W, m) / 2 * W.hadamard(W).sum();
    }

    @Override
    public void addGradient(Matrix W, Matrix dW, int m) {
        double rate = rate("L2", lambda, W, m);
        Shape.requireSame("L2", "dW", dW, W).addScaled(rate, W);
    }

    static void requireLambda(String where, double lambda) {
        if (!(lambda >= 0 && Double.isFinite(lambda))) {
            throw new IllegalArgumentException(where + ": λ must be at least 0 and finite, got " + lambda);
        }
    }

    /** λ/m, refused where m is no batch's size, or W is no matrix. */
    static double rate(String where, double lambda, Matrix W, int m) {
        Shape.require(where, "W", W, Shape.ANY, Shape.ANY);
        if (m < 1) {
            throw new IllegalArgumentException(where + ": m must be at least 1, got " + m);
        }
        return lambda / m;
    }
}
