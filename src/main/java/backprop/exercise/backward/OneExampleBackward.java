package backprop.exercise.backward;

import backprop.exercise.Exercise;
import backprop.matrix.Matrix;

/** The contract: dW = dz aᵀ, db = dz, da = Wᵀ dz, for a single example. */
@Exercise(OneExampleBackwardTests.class)
@FunctionalInterface
public interface OneExampleBackward {
    /**
     * One dense layer, backward, for one example.
     *
     * @param dz ∂ℒ/∂z (n, 1)
     * @param a the activations that came into the layer (n₋, 1)
     * @param W the layer's weights (n, n₋)
     * @return dW (n, n₋), db (n, 1) and da, called dA in the record (n₋, 1)
     */
    LayerGradients of(Matrix dz, Matrix a, Matrix W);
}
