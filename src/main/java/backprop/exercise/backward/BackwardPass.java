package backprop.exercise.backward;

import backprop.exercise.Exercise;
import backprop.matrix.Matrix;

/**
 * The contract: dZ[L] = Ŷ − Y; for l = L … 1: dW[l] = (1/m) dZ[l] A[l-1]ᵀ, db[l] = (1/m) Σ dZ[l] over the examples,
 * and if l > 1, dZ[l-1] = (W[l]ᵀ dZ[l]) ⊙ g′(Z[l-1]), with ReLU as the hidden layers' g.
 */
@Exercise(BackwardPassTests.class)
@FunctionalInterface
public interface BackwardPass {
    /**
     * The whole backward pass of a network of L layers, for a batch. Place l of each array belongs to layer l.
     *
     * @param W the weights, W[l] (n[l], n[l-1]); W[0] is null, and so L = W.length − 1
     * @param Z what the forward pass kept, Z[l] (n[l], m); Z[0] is null
     * @param A what the forward pass kept, A[l] (n[l], m): A[0] is X, A[L] is Ŷ
     * @param Y the labels, one-hot (n[L], m)
     * @return dW[l] (n[l], n[l-1]) and db[l] (n[l], 1) for l = 1 … L
     */
    Gradients of(Matrix[] W, Matrix[] Z, Matrix[] A, Matrix Y);
}
