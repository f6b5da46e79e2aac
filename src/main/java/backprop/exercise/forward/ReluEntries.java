package backprop.exercise.forward;

import backprop.exercise.Exercise;
import backprop.matrix.Matrix;

/** The contract: A = ReLU(Z), entry by entry max(0, z). */
@Exercise(ReluEntriesTests.class)
@FunctionalInterface
public interface ReluEntries {
    /**
     * ReLU of each entry.
     *
     * @param Z any matrix (n, m)
     * @return A (n, m)
     */
    Matrix of(Matrix Z);
}
