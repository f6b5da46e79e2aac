package backprop.exercise.backward;

import backprop.exercise.Exercise;
import backprop.matrix.Matrix;

/** The contract: dZ = dA ⊙ g′(Z) with g(z) = max(0, z). */
@Exercise(ReluBackwardTests.class)
@FunctionalInterface
public interface ReluBackward {
    /**
     * Backward through ReLU.
     *
     * @param dA m ∂J/∂A of a layer (n, m)
     * @param Z the same layer's Z, kept by the forward pass (n, m)
     * @return dZ (n, m)
     */
    Matrix of(Matrix dA, Matrix Z);
}
