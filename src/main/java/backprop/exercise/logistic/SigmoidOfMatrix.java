package backprop.exercise.logistic;

import backprop.exercise.Exercise;
import backprop.matrix.Matrix;

/** The contract: σ(Z), entry by entry, where σ(z) = 1 / (1 + e^−z). */
@Exercise(SigmoidOfMatrixTests.class)
@FunctionalInterface
public interface SigmoidOfMatrix {
    /**
     * σ of every entry.
     *
     * @param Z any numbers (rows, cols), such as ±800
     * @return σ(Z) (rows, cols), a new matrix
     */
    Matrix of(Matrix Z);
}
