package backprop.exercise.forward;

import backprop.exercise.Exercise;
import backprop.matrix.Matrix;

/** The contract: z = W a + b. */
@Exercise(LayerForOneTests.class)
@FunctionalInterface
public interface LayerForOne {
    /**
     * The weighted sums of one layer, for one example.
     *
     * @param W the layer's weights (n, n₋), a row for each node
     * @param a what comes in (n₋, 1)
     * @param b the biases (n, 1)
     * @return z (n, 1)
     */
    Matrix of(Matrix W, Matrix a, Matrix b);
}
