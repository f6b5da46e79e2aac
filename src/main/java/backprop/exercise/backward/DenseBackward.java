package backprop.exercise.backward;

import backprop.exercise.Exercise;
import backprop.matrix.Matrix;

/** The contract: dW = (1/m) dZ Aᵀ, db = (1/m) Σ dZ over the examples, dA = Wᵀ dZ. */
@Exercise(DenseBackwardTests.class)
@FunctionalInterface
public interface DenseBackward {
    /**
     * One dense layer, backward, for a whole batch.
     *
     * @param dZ m ∂J/∂Z (n, m)
     * @param A the activations that came into the layer (n₋, m)
     * @param W the layer's weights (n, n₋)
     * @return dW (n, n₋), db (n, 1) and dA (n₋, m)
     */
    LayerGradients of(Matrix dZ, Matrix A, Matrix W);
}
