package backprop.exercise.logistic;

import backprop.exercise.Exercise;
import backprop.matrix.Matrix;

/** The contract: dz = ŷ − y, dw = x dz, db = dz. */
@Exercise(GradientOfOneTests.class)
@FunctionalInterface
public interface GradientOfOne {
    /**
     * The derivatives of one example's loss.
     *
     * @param w the weights (n, 1)
     * @param b the bias
     * @param x the example (n, 1)
     * @param y its label
     * @return dw (n, 1) and db
     */
    LogisticGradient of(Matrix w, double b, Matrix x, double y);
}
