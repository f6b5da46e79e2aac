package backprop.optimizer;

import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import backprop.matrix.Workspace.BufferSafe;

/**
 * S ← ρS + (1 − ρ) dW², W ← W − α dW / (√S + ε), from S = 0. Tieleman &amp; Hinton 2012, lecture 6e.
 *
 * @param alpha the learning rate α &gt; 0
 * @param rho ρ in [0, 1), the share of S that stays
 * @param epsilon ε &gt; 0, keeps the quotient finite
 */
public record RmsProp(double alpha, double rho, double epsilon) implements Optimizer, BufferSafe {
    /** ρ = 0.9, Tieleman &amp; Hinton 2012, lecture 6e. */
    public static final double RHO = 0.9;

    /**
     * Refuses a hyperparameter out of its range.
     *
     * @param alpha the learning rate α &gt; 0
     * @param rho ρ in [0, 1)
     * @param epsilon ε &gt; 0
     * @throws IllegalArgumentException if one is out of its range
     */
    public RmsProp {
        Hyperparameter.of("RmsProp", alpha).decay("ρ", rho).positive("ε", epsilon);
    }

    /** ρ = {@value #RHO}; α and ε as {@link Adam} has them, for the lecture names none. */
    public RmsProp() {
        this(Adam.ALPHA, RHO, Adam.EPSILON);
    }

    @Override
    public Step step(int rows, int cols) {
        Matrix S = Matrix.zeros(rows, cols);
        return (W, dW, alpha) -> {
            S.assign(Shape.requireSame("RmsProp", "dW", dW, W), (s, d) -> rho * s + (1 - rho) * d * d);
            W.assign(dW, S, (w, d, s) -> w - alpha * d / (Math.sqrt(s) + epsilon));
        };
    }
}
