package backprop.init;

import backprop.matrix.Matrix;
import java.util.Objects;
import java.util.Random;

/**
 * W of mean 0 and variance 2 / ((1 + a²) n[l-1]), where a is the slope of the activation for z &lt; 0. Of ReLU a is 0,
 * and the 2 makes up for the half of the inputs that it sets to 0. He et al. 2015, equation 10, and 15 with a; note 000
 * has it too.
 *
 * @param distribution normal, or uniform
 * @param slope a, at least 0 and finite
 */
public record He(Distribution distribution, double slope) implements Initializer {
    /**
     * Refuses null, and what is no slope.
     *
     * @param distribution normal, or uniform
     * @param slope a, at least 0 and finite
     * @throws IllegalArgumentException if the slope is negative, NaN or infinite
     */
    public He {
        Objects.requireNonNull(distribution, "He: the distribution must not be null");
        Range.size("He", "the slope", slope);
    }

    /**
     * For ReLU.
     *
     * @param distribution normal, or uniform
     */
    public He(Distribution distribution) {
        this(distribution, 0);
    }

    /** Normally distributed, for ReLU. */
    public He() {
        this(Distribution.NORMAL);
    }

    @Override
    public Matrix weights(int n, int nPrev, Random random) {
        Range.widths("He", n, nPrev);
        return distribution.of(2.0 / ((1 + slope * slope) * nPrev)).weights(n, nPrev, random);
    }
}
