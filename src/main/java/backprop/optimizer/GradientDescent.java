package backprop.optimizer;

import backprop.matrix.Shape;
import backprop.matrix.Workspace.BufferSafe;

/**
 * W ← W − α dW. Source: notes 000 to 004.
 *
 * @param alpha the learning rate α &gt; 0
 */
public record GradientDescent(double alpha) implements Optimizer, BufferSafe {
    /**
     * Refuses a hyperparameter out of its range.
     *
     * @param alpha the learning rate α &gt; 0
     * @throws IllegalArgumentException if one is out of its range
     */
    public GradientDescent {
        Hyperparameter.of("GradientDescent", alpha);
    }

    @Override
    public Step step(int rows, int cols) {
        return (W, dW, alpha) -> W.addScaled(-alpha, Shape.requireSame("GradientDescent", "dW", dW, W));
    }
}
