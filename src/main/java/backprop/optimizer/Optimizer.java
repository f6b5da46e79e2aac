package backprop.optimizer;

import backprop.matrix.Matrix;

/**
 * A rule by which parameters follow their gradients. The optimizer itself holds hyperparameters
 * only; what it remembers of a parameter (a mean of its gradients, say) lives in that parameter's
 * {@link Step}, so that one optimizer serves many networks.
 */
public interface Optimizer {
  /**
   * A fresh step for one parameter.
   *
   * @param rows rows of the parameter
   * @param cols columns of the parameter
   * @return the step, which remembers nothing yet
   */
  Step step(int rows, int cols);

  /** The update of one parameter. */
  @FunctionalInterface
  interface Step {
    /**
     * Moves W against its gradient: W is modified in place.
     *
     * @param W the parameter
     * @param dW its gradient ∂J/∂W, of W's shape
     */
    void update(Matrix W, Matrix dW);
  }
}
