package backprop.optimizer;

import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import backprop.matrix.Workspace.BufferSafe;

/**
 * S ← ρS + (1 − ρ) dW², ΔW = √(D + ε) / √(S + ε) dW, D ← ρD + (1 − ρ) ΔW², W ← W − α ΔW, from S = D = 0. Zeiler 2012,
 * Algorithm 1, where α is 1.
 *
 * @param alpha the learning rate α &gt; 0
 * @param rho ρ in [0, 1), the share of S and of D that stays
 * @param epsilon ε &gt; 0, keeps the quotient finite and the first step above 0
 */
public record AdaDelta(double alpha, double rho, double epsilon) implements Optimizer, BufferSafe {
    /** ρ = 0.95, Zeiler 2012, section 4.1. */
    public static final double RHO = 0.95;
    /** ε = 10⁻⁶, Zeiler 2012, section 4.1. */
    public static final double EPSILON = 1e-6;

    /**
     * Refuses a hyperparameter out of its range.
     *
     * @param alpha the learning rate α &gt; 0
     * @param rho ρ in [0, 1)
     * @param epsilon ε &gt; 0
     * @throws IllegalArgumentException if one is out of its range
     */
    public AdaDelta {
        Hyperparameter.of("AdaDelta", alpha).decay("ρ", rho).positive("ε", epsilon);
    }

    /** α = 1, ρ = {@value #RHO} and ε = 10⁻⁶. */
    public AdaDelta() {
        this(1, RHO, EPSILON);
    }

    @Override
    public Step step(int rows, int cols) {
        Matrix S = Matrix.zeros(rows, cols);
        Matrix D = Matrix.zeros(rows, cols);
        Matrix delta = Matrix.zeros(rows, cols);
        return (W, dW, alpha) -> {
            S.assign(Shape.requireSame("AdaDelta", "dW", dW, W), (s, g) -> rho * s + (1 - rho) * g * g);
            delta.assign(dW);
            delta.assign(D, S, (g, d, s) -> Math.sqrt(d + epsilon) / Math.sqrt(s + epsilon) * g);
            D.assign(delta, (d, x) -> rho * d + (1 - rho) * x * x);
            W.addScaled(-alpha, delta);
        };
    }
}
