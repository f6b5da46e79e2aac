package backprop.optimizer;

import backprop.matrix.Shape;
import backprop.matrix.Workspace.Reusing;

/** W ← W − α dW. Source: notes 000 to 004.
 * @param alpha the learning rate α &gt; 0 */
public record GradientDescent(double alpha) implements Optimizer, Reusing {
  @Override public Step step(int rows, int cols) {
    Hyperparameter.of("GradientDescent", alpha);
    return (W, dW, alpha) -> W.addScaled(-alpha, Shape.requireSame("GradientDescent", "dW", dW, W));
  }
}
