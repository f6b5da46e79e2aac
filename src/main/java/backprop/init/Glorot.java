package backprop.init;

import backprop.matrix.Matrix;
import java.util.Objects;
import java.util.Random;

/**
 * W of mean 0 and variance 2 / (n[l-1] + n[l]): halfway between level activations and level gradients. Glorot &amp;
 * Bengio 2010, equation 12; note 000 calls it Bengio's.
 *
 * @param distribution normal, or uniform
 */
public record Glorot(Distribution distribution) implements Initializer {
    /**
     * Refuses null.
     *
     * @param distribution normal, or uniform
     */
    public Glorot {
        Objects.requireNonNull(distribution, "Glorot: the distribution must not be null");
    }

    /** Normally distributed. */
    public Glorot() {
        this(Distribution.NORMAL);
    }

    @Override
    public Matrix weights(int n, int nPrev, Random random) {
        Range.widths("Glorot", n, nPrev);
        return distribution.of(2.0 / (nPrev + n)).weights(n, nPrev, random);
    }
}
