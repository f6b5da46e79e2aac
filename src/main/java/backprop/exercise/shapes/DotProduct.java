package backprop.exercise.shapes;

import backprop.exercise.Exercise;
import backprop.matrix.Matrix;

/** The contract: wᵀ x = Σ w_k x_k. */
@Exercise(DotProductTests.class)
@FunctionalInterface
public interface DotProduct {
    /**
     * What a node adds up from its inputs, each times its weight.
     *
     * @param w a column (n, 1)
     * @param x a column (n, 1)
     * @return wᵀ x, a number
     */
    double of(Matrix w, Matrix x);
}
