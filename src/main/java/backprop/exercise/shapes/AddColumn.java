package backprop.exercise.shapes;

import backprop.exercise.Exercise;
import backprop.matrix.Matrix;

/** The contract: Z + b with b broadcast, entry [k, i] is Z[k, i] + b[k]. */
@Exercise(AddColumnTests.class)
@FunctionalInterface
public interface AddColumn {
    /**
     * A column added to each column.
     *
     * @param Z a matrix (n, m)
     * @param b a column (n, 1)
     * @return Z + b (n, m), a new matrix
     */
    Matrix of(Matrix Z, Matrix b);
}
