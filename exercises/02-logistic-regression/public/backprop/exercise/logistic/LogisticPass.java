package backprop.exercise.logistic;

import backprop.matrix.Matrix;

/**
 * Forward and backward for a whole batch.
 *
 * @param A the probabilities of yes (1, m)
 * @param dZ m ∂J/∂Z (1, m), not divided by m
 * @param dw ∂J/∂w (n, 1)
 * @param db ∂J/∂b
 */
public record LogisticPass(Matrix A, Matrix dZ, Matrix dw, double db) {}
