package backprop.optimizer;

import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import backprop.matrix.Workspace.BufferSafe;

/**
 * V ← βV + dW, W ← W − α (dW + βV), from V = 0. Nesterov 1983; Sutskever et al. 2013, whose point ahead, where they
 * take the gradient, is W here.
 *
 * @param alpha the learning rate α &gt; 0
 * @param beta β in [0, 1), the share of V that stays
 */
public record Nesterov(double alpha, double beta) implements Optimizer, BufferSafe {
    /**
     * Refuses a hyperparameter out of its range.
     *
     * @param alpha the learning rate α &gt; 0
     * @param beta β in [0, 1)
     * @throws IllegalArgumentException if one is out of its range
     */
    public Nesterov {
        Hyperparameter.of("Nesterov", alpha).decay("β", beta);
    }

    /**
     * β = {@value Momentum#BETA}.
     *
     * @param alpha the learning rate α &gt; 0
     */
    public Nesterov(double alpha) {
        this(alpha, Momentum.BETA);
    }

    @Override
    public Step step(int rows, int cols) {
        Matrix V = Matrix.zeros(rows, cols);
        return (W, dW, alpha) -> {
            V.assign(Shape.requireSame("Nesterov", "dW", dW, W), (v, d) -> beta * v + d);
            W.assign(dW, V, (w, d, v) -> w - alpha * (d + beta * v));
        };
    }
}
