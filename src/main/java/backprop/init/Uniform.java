package backprop.init;

import backprop.matrix.Matrix;
import java.util.Random;

/**
 * W ~ U(−bound, bound), of variance bound² / 3: W = bound (2 U − 1) with U from [0, 1).
 *
 * @param bound the largest size of an entry, at least 0 and finite
 */
public record Uniform(double bound) implements Initializer {
    /**
     * Refuses what is no bound.
     *
     * @param bound at least 0 and finite
     * @throws IllegalArgumentException if it is negative, NaN or infinite
     */
    public Uniform {
        Range.size("Uniform", "the bound", bound);
    }

    @Override
    public Matrix weights(int n, int nPrev, Random random) {
        return Matrix.generate(n, nPrev, (i, j) -> bound * (2 * random.nextDouble() - 1));
    }
}
