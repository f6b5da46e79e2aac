package backprop.init;

import backprop.matrix.Matrix;
import java.util.Objects;
import java.util.Random;

/**
 * W of mean 0 and variance 1 / n[l-1]: where A[l-1] has variance 1, so has Z[l]. LeCun et al. 1998; note 000 calls it
 * Xavier's.
 *
 * @param distribution normal, or uniform
 */
public record LeCun(Distribution distribution) implements Initializer {
    /**
     * Refuses null.
     *
     * @param distribution normal, or uniform
     */
    public LeCun {
        Objects.requireNonNull(distribution, "LeCun: the distribution must not be null");
    }

    /** Normally distributed. */
    public LeCun() {
        this(Distribution.NORMAL);
    }

    @Override
    public Matrix weights(int n, int nPrev, Random random) {
        Range.widths("LeCun", n, nPrev);
        return distribution.of(1.0 / nPrev).weights(n, nPrev, random);
    }
}
