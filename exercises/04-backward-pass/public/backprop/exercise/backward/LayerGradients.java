package backprop.exercise.backward;

import backprop.matrix.Matrix;

/**
 * What the backward pass of one dense layer gives.
 *
 * @param dW ∂J/∂W, of the shape of W (n, n₋)
 * @param db ∂J/∂b, of the shape of b (n, 1)
 * @param dA what goes on to the layer before, of the shape of its A (n₋, m); like dZ not divided by m
 */
public record LayerGradients(Matrix dW, Matrix db, Matrix dA) {}
