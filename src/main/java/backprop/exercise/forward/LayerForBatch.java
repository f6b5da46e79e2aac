package backprop.exercise.forward;

import backprop.exercise.Exercise;
import backprop.matrix.Matrix;

/** The contract: Z = W A + b, with b added to every column. */
@Exercise(LayerForBatchTests.class)
@FunctionalInterface
public interface LayerForBatch {
    /**
     * The weighted sums of one layer, for a whole batch.
     *
     * @param W the layer's weights (n, n₋)
     * @param A what comes in (n₋, m), a column for each example
     * @param b the biases (n, 1)
     * @return Z (n, m)
     */
    Matrix of(Matrix W, Matrix A, Matrix b);
}
