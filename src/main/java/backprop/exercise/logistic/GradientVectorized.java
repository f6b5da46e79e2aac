package backprop.exercise.logistic;

import backprop.exercise.Exercise;
import backprop.matrix.Matrix;

/** The contract: A = σ(wᵀX + b), dZ = A − Y, dw = (1/m) X dZᵀ, db = (1/m) Σ dZ. */
@Exercise(GradientVectorizedTests.class)
@FunctionalInterface
public interface GradientVectorized {
    /**
     * Forward and backward for a whole batch.
     *
     * @param w the weights (n, 1)
     * @param b the bias
     * @param X the examples (n, m)
     * @param Y their labels (1, m)
     * @return A (1, m), dZ (1, m), dw (n, 1) and db
     */
    LogisticPass of(Matrix w, double b, Matrix X, Matrix Y);
}
