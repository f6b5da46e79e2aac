package backprop.exercise.backward;

import backprop.exercise.Exercise;
import backprop.matrix.Matrix;

/** The contract: the largest relative error of all dW[l] and db[l] against central differences of J. */
@Exercise(WorstErrorTests.class)
@FunctionalInterface
public interface WorstError {
    /**
     * A gradient check of a whole network, with h = 1e-5.
     *
     * @param W weights, W[l] (n[l], n[l-1]); W[0] is null, and so L = W.length − 1
     * @param b biases, b[l] (n[l], 1); b[0] is null
     * @param d the gradients that are to be judged
     * @param J the cost
     * @return the largest of the 2L relative errors
     */
    double of(Matrix[] W, Matrix[] b, Gradients d, CostOfParameters J);
}
