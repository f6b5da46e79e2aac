package backprop.exercise.backward;

import backprop.exercise.Exercise;
import backprop.matrix.Matrix;

/** The contract: ‖G − N‖ / (‖G‖ + ‖N‖), and 0 for two zeros. */
@Exercise(RelativeErrorTests.class)
@FunctionalInterface
public interface RelativeError {
    /**
     * How far two gradients are apart, measured by their size; ‖·‖ is the root of the sum of the squares.
     *
     * @param G a gradient (n, n₋)
     * @param N another of the same thing, such as one by differences (n, n₋)
     * @return a number between 0 and 1
     */
    double of(Matrix G, Matrix N);
}
