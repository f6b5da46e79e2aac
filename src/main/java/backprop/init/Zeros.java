package backprop.init;

import backprop.matrix.Matrix;

/** W = 0: all nodes of a layer are and stay alike, the symmetry that random numbers break. Note 000. */
public record Zeros() implements Initializer {
    @Override
    public Matrix weights(int n, int nPrev, java.util.Random random) {
        return Matrix.zeros(n, nPrev);
    }
}
