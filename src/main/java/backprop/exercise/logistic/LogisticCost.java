package backprop.exercise.logistic;

import backprop.exercise.Exercise;
import backprop.matrix.Matrix;

/** The contract: J = (1/m) Σ ℒ⁽ⁱ⁾, the mean of the losses of m examples. */
@Exercise(LogisticCostTests.class)
@FunctionalInterface
public interface LogisticCost {
    /**
     * The cost of a batch.
     *
     * @param w the weights (n, 1)
     * @param b the bias
     * @param X the examples (n, m)
     * @param Y their labels (1, m)
     * @return J
     */
    double of(Matrix w, double b, Matrix X, Matrix Y);
}
