package backprop.exercise.forward;

import backprop.exercise.Exercise;
import backprop.matrix.Matrix;

/** The contract: A[0] = X; for l = 1 … L: Z[l] = W[l] A[l−1] + b[l]; A[l] = ReLU(Z[l]) for l &lt; L, A[L] = Z[L]. */
@Exercise(ForwardPassTests.class)
@FunctionalInterface
public interface ForwardPass {
    /**
     * A whole network, forward, with all that the way back will need. Index 0 of W and b is null.
     *
     * @param W the weights, W[l] (n[l], n[l−1]) for l = 1 … L
     * @param b the biases, b[l] (n[l], 1)
     * @param X the inputs (n[0], m)
     * @return Z and A, each of L + 1 places: Z[l] and A[l] (n[l], m), and A[0] = X
     */
    ForwardValues of(Matrix[] W, Matrix[] b, Matrix X);
}
