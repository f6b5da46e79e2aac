package backprop.optimizer;

import backprop.matrix.Shape;
import backprop.matrix.Workspace;

/**
 * W ← W − α dW. Source: notes 000 to 004.
 *
 * @param alpha the learning rate α &gt; 0
 */
public record GradientDescent(double alpha) implements Optimizer, Workspace.Reusing {
  /**
   * Refuses a learning rate that is not positive.
   *
   * @param alpha the learning rate α &gt; 0
   * @throws IllegalArgumentException if α is not positive and finite
   */
  public GradientDescent {
    Hyperparameter.requirePositive("GradientDescent", "the learning rate α", alpha);
  }

  /** W ← W − α dW. */
  @Override
  public Step step(int rows, int cols) {
    return (W, dW, alpha) -> {
      Shape.requireSame("GradientDescent", "dW", dW, W);
      W.addScaled(-alpha, dW);
    };
  }
}
