package backprop.layer;

import backprop.matrix.Matrix;

/**
 * A parameter of a layer and its gradient.
 *
 * @param name its letter, such as W or b
 * @param value the parameter itself, which an optimizer modifies in place
 * @param gradient ∂J/∂value of the last backward pass, of the same shape; it carries the 1/m
 */
public record Parameter(String name, Matrix value, Matrix gradient) {}
