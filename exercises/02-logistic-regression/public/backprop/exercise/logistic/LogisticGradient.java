package backprop.exercise.logistic;

import backprop.matrix.Matrix;

/**
 * The derivatives of one example's loss.
 *
 * @param dw ∂ℒ/∂w (n, 1)
 * @param db ∂ℒ/∂b
 */
public record LogisticGradient(Matrix dw, double db) {}
