package backprop.exercise.shapes;

import backprop.exercise.Exercise;
import backprop.matrix.Matrix;

/** The contract: C = A B, C[k, i] = Σ_j A[k, j] B[j, i]. */
@Exercise(MatrixProductTests.class)
@FunctionalInterface
public interface MatrixProduct {
    /**
     * The product of two matrices.
     *
     * @param A the left factor (n, p)
     * @param B the right factor (p, m)
     * @return C = A B (n, m)
     */
    Matrix of(Matrix A, Matrix B);
}
