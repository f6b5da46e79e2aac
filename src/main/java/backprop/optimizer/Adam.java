package backprop.optimizer;

import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import backprop.matrix.Workspace.BufferSafe;

/**
 * M ← β₁M + (1 − β₁) dW, V ← β₂V + (1 − β₂) dW², W ← W − α M̂ / (√V̂ + ε), with M̂ = M / (1 − β₁ᵗ) and V̂ = V / (1 −
 * β₂ᵗ). Kingma &amp; Ba 2015, Algorithm 1; ε stands outside the root.
 *
 * @param alpha the learning rate α &gt; 0
 * @param beta1 β₁, the decay of the mean M, in [0, 1)
 * @param beta2 β₂, the decay of the mean square V, in [0, 1)
 * @param epsilon ε &gt; 0, keeps the quotient finite
 */
public record Adam(double alpha, double beta1, double beta2, double epsilon) implements Optimizer, BufferSafe {
    /** α = 0.001, Kingma &amp; Ba 2015, Algorithm 1. */
    public static final double ALPHA = 0.001;
    /** β₁ = 0.9, Kingma &amp; Ba 2015, Algorithm 1. */
    public static final double BETA1 = 0.9;
    /** β₂ = 0.999, Kingma &amp; Ba 2015, Algorithm 1. */
    public static final double BETA2 = 0.999;
    /** ε = 10⁻⁸, Kingma &amp; Ba 2015, Algorithm 1. */
    public static final double EPSILON = 1e-8;

    /**
     * Refuses a hyperparameter out of its range.
     *
     * @param alpha the learning rate α &gt; 0
     * @param beta1 β₁ in [0, 1)
     * @param beta2 β₂ in [0, 1)
     * @param epsilon ε &gt; 0
     * @throws IllegalArgumentException if one is out of its range
     */
    public Adam {
        Hyperparameter.of("Adam", alpha).decay("β₁", beta1).decay("β₂", beta2).positive("ε", epsilon);
    }

    /** All defaults of the paper. */
    public Adam() {
        this(ALPHA);
    }

    /**
     * The paper's defaults but for the learning rate.
     *
     * @param alpha the learning rate α &gt; 0
     */
    public Adam(double alpha) {
        this(alpha, BETA1, BETA2, EPSILON);
    }

    @Override
    public Step step(int rows, int cols) {
        Matrix M = Matrix.zeros(rows, cols);
        Matrix V = Matrix.zeros(rows, cols);
        return new Step() {
            private int t;

            @Override
            public void update(Matrix W, Matrix dW, double alpha) {
                M.assign(Shape.requireSame("Adam", "dW", dW, W), (m, d) -> beta1 * m + (1 - beta1) * d);
                V.assign(dW, (v, d) -> beta2 * v + (1 - beta2) * d * d);
                t++;
                double c1 = 1 - Math.pow(beta1, t);
                double c2 = 1 - Math.pow(beta2, t);
                W.assign(M, V, (w, m, v) -> w - alpha * (m / c1) / (Math.sqrt(v / c2) + epsilon));
            }
        };
    }
}
