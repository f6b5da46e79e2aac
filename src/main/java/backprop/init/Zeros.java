package backprop.init;

import backprop.matrix.Matrix;
import java.util.Random;

/** W = 0: all nodes of a layer are and stay alike, the symmetry that random numbers break. Note 000. */
public record Zeros() implements Initializer {
    @Override
    public Matrix weights(int n, int nPrev, Random random) {
        return Matrix.zeros(n, nPrev);
    }
}
