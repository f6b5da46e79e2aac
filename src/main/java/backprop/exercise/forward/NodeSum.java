package backprop.exercise.forward;

import backprop.exercise.Exercise;

/** The contract: z = wᵀa + b = Σ_j w_j a_j + b. */
@Exercise(NodeSumTests.class)
@FunctionalInterface
public interface NodeSum {
    /**
     * The weighted sum of one node, numbers only.
     *
     * @param w the node's weights, n₋ numbers
     * @param a what comes in, as many numbers
     * @param b the node's bias
     * @return z
     */
    double of(double[] w, double[] a, double b);
}
