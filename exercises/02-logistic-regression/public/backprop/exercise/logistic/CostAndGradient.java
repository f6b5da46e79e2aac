package backprop.exercise.logistic;

import backprop.matrix.Matrix;

/**
 * The cost of a batch and its derivatives.
 *
 * @param J the mean of the losses
 * @param dw ∂J/∂w (n, 1)
 * @param db ∂J/∂b
 */
public record CostAndGradient(double J, Matrix dw, double db) {}
