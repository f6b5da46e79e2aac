package backprop.optimizer;

import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import backprop.matrix.Workspace.BufferSafe;

/**
 * S ← S + dW², W ← W − α dW / (√S + ε), from S = 0. Duchi et al. 2011, Figure 1.
 *
 * @param alpha the learning rate α &gt; 0
 * @param epsilon ε &gt; 0, keeps the quotient finite
 */
public record AdaGrad(double alpha, double epsilon) implements Optimizer, BufferSafe {
    /** α = 0.01, PyTorch's. */
    public static final double ALPHA = 0.01;
    /** ε = 10⁻¹⁰, PyTorch's. */
    public static final double EPSILON = 1e-10;

    /**
     * Refuses a hyperparameter out of its range.
     *
     * @param alpha the learning rate α &gt; 0
     * @param epsilon ε &gt; 0
     * @throws IllegalArgumentException if one is out of its range
     */
    public AdaGrad {
        Hyperparameter.of("AdaGrad", alpha).positive("ε", epsilon);
    }

    /** α = 0.01 and ε = 10⁻¹⁰. */
    public AdaGrad() {
        this(ALPHA, EPSILON);
    }

    @Override
    public Step step(int rows, int cols) {
        Matrix S = Matrix.zeros(rows, cols);
        return (W, dW, alpha) -> {
            S.assign(Shape.requireSame("AdaGrad", "dW", dW, W), (s, d) -> s + d * d);
            W.assign(dW, S, (w, d, s) -> w - alpha * d / (Math.sqrt(s) + epsilon));
        };
    }
}
