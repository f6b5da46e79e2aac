package backprop.optimizer;

import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import backprop.matrix.Workspace.BufferSafe;

/**
 * V ← βV + dW, W ← W − αV, from V = 0. Polyak 1964, in PyTorch's form; the averaged one, V ← βV + (1 − β) dW, takes
 * the same path at α / (1 − β).
 *
 * @param alpha the learning rate α &gt; 0
 * @param beta β in [0, 1), the share of V that stays
 */
public record Momentum(double alpha, double beta) implements Optimizer, BufferSafe {
    /** β = 0.9, Krizhevsky et al. 2012, section 5. */
    public static final double BETA = 0.9;

    /**
     * Refuses a hyperparameter out of its range.
     *
     * @param alpha the learning rate α &gt; 0
     * @param beta β in [0, 1)
     * @throws IllegalArgumentException if one is out of its range
     */
    public Momentum {
        Hyperparameter.of("Momentum", alpha).decay("β", beta);
    }

    /**
     * β = {@value #BETA}.
     *
     * @param alpha the learning rate α &gt; 0
     */
    public Momentum(double alpha) {
        this(alpha, BETA);
    }

    @Override
    public Step step(int rows, int cols) {
        Matrix V = Matrix.zeros(rows, cols);
        return (W, dW, alpha) -> {
            V.assign(Shape.requireSame("Momentum", "dW", dW, W), (v, d) -> beta * v + d);
            W.addScaled(-alpha, V);
        };
    }
}
