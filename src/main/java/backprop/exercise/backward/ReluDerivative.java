package backprop.exercise.backward;

import backprop.exercise.Exercise;
import backprop.matrix.Matrix;

/** The contract: g′(z) of g(z) = max(0, z), entry by entry: 1 for z ≥ 0, else 0. */
@Exercise(ReluDerivativeTests.class)
@FunctionalInterface
public interface ReluDerivative {
    /**
     * The slope of ReLU at each entry; at exactly 0 it is 1 by convention.
     *
     * @param Z any numbers (n, m)
     * @return g′(Z), zeros and ones (n, m)
     */
    Matrix of(Matrix Z);
}
