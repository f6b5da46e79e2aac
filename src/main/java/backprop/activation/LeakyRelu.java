package backprop.activation;

/**
 * g(z) = z for z ≥ 0, else slope z; g'(z) = 1 for z ≥ 0, thus also at the kink, as {@link Relu} has it, else slope.
 * Maas et al. 2013.
 *
 * @param slope the slope for z &lt; 0, at least 0 and finite
 */
public record LeakyRelu(double slope) implements Activation {
    /** slope = 0.01, Maas et al. 2013. */
    public static final double SLOPE = 0.01;

    /**
     * Refuses what is no slope.
     *
     * @param slope the slope for z &lt; 0, at least 0 and finite
     * @throws IllegalArgumentException if it is negative, NaN or infinite
     */
    public LeakyRelu {
        if (!(slope >= 0 && slope <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("LeakyRelu: the slope must be at least 0 and finite, got " + slope);
        }
    }

    /** The paper's slope. */
    public LeakyRelu() {
        this(SLOPE);
    }

    @Override
    public double of(double z) {
        return z >= 0 ? z : slope * z;
    }

    @Override
    public double derivative(double z) {
        return z >= 0 ? 1 : z < 0 ? slope : z;
    } // NaN stays
}
