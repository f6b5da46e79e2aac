package backprop.exercise.backward;

import backprop.exercise.Exercise;
import backprop.matrix.Matrix;
import java.util.function.ToDoubleFunction;

/** The contract: entry (i, j) of the result is (J(W with w + h) − J(W with w − h)) / 2h for w = W.get(i, j). */
@Exercise(CentralDifferencesTests.class)
@FunctionalInterface
public interface CentralDifferences {
    /**
     * The slopes of a cost in each entry of a matrix, measured. In the end W holds the numbers it held before.
     *
     * @param J a cost that depends on W
     * @param W where to measure (n, n₋)
     * @param h the step, positive
     * @return the slopes (n, n₋)
     */
    Matrix of(ToDoubleFunction<Matrix> J, Matrix W, double h);
}
