package backprop.exercise.shapes;

import backprop.exercise.Exercise;
import backprop.matrix.Matrix;

/** The contract: (1/m) Σ x⁽ⁱ⁾, the mean of the columns. */
@Exercise(MeanOverExamplesTests.class)
@FunctionalInterface
public interface MeanOverExamples {
    /**
     * The average example.
     *
     * @param X m examples (n, m)
     * @return the mean of each feature (n, 1)
     */
    Matrix of(Matrix X);
}
