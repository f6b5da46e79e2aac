package backprop.optimizer;

import backprop.matrix.Matrix;

/**
 * A rule by which parameters follow their gradients. It holds hyperparameters only, which are checked when it is made:
 * what it remembers of a parameter lives in that parameter's {@link Step}, so that it serves many networks. Note 000,
 * section 6.
 */
public interface Optimizer {
    /** {@return the learning rate α, from which a {@link Schedule} may depart} */
    double alpha();

    /**
     * {@return a fresh step for one parameter, which remembers nothing yet}
     *
     * @param rows rows of the parameter
     * @param cols columns of the parameter
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
         * @param alpha the learning rate α of this update
         */
        void update(Matrix W, Matrix dW, double alpha);
    }
}
