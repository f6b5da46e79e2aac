package backprop.layer;

import backprop.matrix.Matrix;

/**
 * A parameter of a layer and its gradient. Both matrices are the layer's own as long as it lives: each pass and each
 * step writes into them, and so does loading a file. A {@link Matrix#copy()} stays as it is.
 *
 * @param name its letter, such as W or b
 * @param value the parameter itself, which an optimizer modifies in place
 * @param gradient ∂J/∂value of the last backward pass, of the same shape; it carries the 1/m
 * @param penalized whether a penalty such as L2 counts it: weights yes, biases no
 */
public record Parameter(String name, Matrix value, Matrix gradient, boolean penalized) {}
