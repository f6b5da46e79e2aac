package backprop.exercise.backward;

import backprop.matrix.Matrix;

/**
 * What the backward pass of a whole network gives. Place l belongs to layer l; place 0 is null, as in W and b.
 *
 * @param dW ∂J/∂W[l], each of the shape of W[l] (n[l], n[l-1])
 * @param db ∂J/∂b[l], each of the shape of b[l] (n[l], 1)
 */
@SuppressWarnings("ArrayRecordComponent") // dW[l] in the notebook as on paper; nobody compares two of them
public record Gradients(Matrix[] dW, Matrix[] db) {}
