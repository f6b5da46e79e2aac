package backprop.exercise.logistic;

import backprop.matrix.Matrix;

/**
 * What gradient descent arrives at, and the costs on its way.
 *
 * @param w the weights (n, 1)
 * @param b the bias
 * @param costs (1, steps + 1): costs.get(0, t) is J after t steps, so the first entry is J at the start
 */
public record LogisticModel(Matrix w, double b, Matrix costs) {}
