package backprop.exercise.logistic;

import backprop.exercise.Exercise;
import backprop.matrix.Matrix;

/** The contract: J = (1/m) Σ ℒ⁽ⁱ⁾, dw = (1/m) Σ x⁽ⁱ⁾ dz⁽ⁱ⁾, db = (1/m) Σ dz⁽ⁱ⁾, example by example. */
@Exercise(GradientByLoopsTests.class)
@FunctionalInterface
public interface GradientByLoops {
    /**
     * The cost of a batch and its derivatives.
     *
     * @param w the weights (n, 1)
     * @param b the bias
     * @param X the examples (n, m)
     * @param Y their labels (1, m)
     * @return J, dw (n, 1) and db
     */
    CostAndGradient of(Matrix w, double b, Matrix X, Matrix Y);
}
