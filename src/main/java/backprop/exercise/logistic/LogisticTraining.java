package backprop.exercise.logistic;

import backprop.exercise.Exercise;
import backprop.matrix.Matrix;

/** The contract: from w = 0 and b = 0, so many times: w := w − α dw, b := b − α db, both at once. */
@Exercise(LogisticTrainingTests.class)
@FunctionalInterface
public interface LogisticTraining {
    /**
     * Gradient descent on the whole batch.
     *
     * @param X the examples (n, m)
     * @param Y their labels (1, m)
     * @param alpha α, the learning rate
     * @param steps how many steps, 0 or more
     * @return w (n, 1) and b after the last step, and the costs (1, steps + 1)
     */
    LogisticModel of(Matrix X, Matrix Y, double alpha, int steps);
}
