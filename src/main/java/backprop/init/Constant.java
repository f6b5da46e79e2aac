package backprop.init;

import backprop.matrix.Matrix;
import java.util.Random;

/**
 * W = c in every entry, for experiments: see {@link Zeros}.
 *
 * @param c the entry
 */
public record Constant(double c) implements Initializer {
    /**
     * Refuses what is no number.
     *
     * @param c the entry, finite
     * @throws IllegalArgumentException if it is NaN or infinite
     */
    public Constant {
        Range.finite("Constant", "c", c);
    }

    @Override
    public Matrix weights(int n, int nPrev, Random random) {
        return Matrix.generate(n, nPrev, (i, j) -> c);
    }
}
