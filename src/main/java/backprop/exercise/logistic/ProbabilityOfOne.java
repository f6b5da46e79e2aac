package backprop.exercise.logistic;

import backprop.exercise.Exercise;
import backprop.matrix.Matrix;

/** The contract: ŷ = σ(wᵀx + b) for one example. */
@Exercise(ProbabilityOfOneTests.class)
@FunctionalInterface
public interface ProbabilityOfOne {
    /**
     * The probability of yes.
     *
     * @param w the weights (n, 1)
     * @param b the bias
     * @param x the example (n, 1)
     * @return ŷ, between 0 and 1
     */
    double of(Matrix w, double b, Matrix x);
}
