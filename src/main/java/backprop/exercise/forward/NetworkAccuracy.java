package backprop.exercise.forward;

import backprop.exercise.Exercise;
import backprop.matrix.Matrix;

/** The contract: the forward pass, the class of each column of Z[L], and the share of these that is right. */
@Exercise(NetworkAccuracyTests.class)
@FunctionalInterface
public interface NetworkAccuracy {
    /**
     * How well a network of given parameters classifies.
     *
     * @param W the weights, W[l] (n[l], n[l−1]) for l = 1 … L; W[0] is null
     * @param b the biases, b[l] (n[l], 1); b[0] is null
     * @param X the inputs (n[0], m)
     * @param labels the m true classes
     * @return the share of right ones, from 0 to 1
     */
    double of(Matrix[] W, Matrix[] b, Matrix X, int[] labels);
}
