package backprop.exercise.backward;

import backprop.matrix.Matrix;

/** J(W, b): what a network costs with these weights and biases, on a batch of its own. */
@FunctionalInterface
public interface CostOfParameters {
    /**
     * The cost.
     *
     * @param W weights, W[l] (n[l], n[l-1]); W[0] is null
     * @param b biases, b[l] (n[l], 1); b[0] is null
     * @return J
     */
    double of(Matrix[] W, Matrix[] b);
}
