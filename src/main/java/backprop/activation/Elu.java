package backprop.activation;

/**
 * g(z) = z for z ≥ 0, else α (e^z − 1); g'(z) = 1 for z ≥ 0, thus also at 0, which is a kink unless α = 1, else α e^z.
 * Clevert et al. 2016.
 *
 * @param alpha α, positive and finite: far to the left g is −α
 */
public record Elu(double alpha) implements Activation {
    /** α = 1, Clevert et al. 2016. */
    public static final double ALPHA = 1;

    /**
     * Refuses what is no α.
     *
     * @param alpha α, positive and finite
     * @throws IllegalArgumentException if it is not positive, NaN or infinite
     */
    public Elu {
        if (!(alpha > 0 && alpha <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("Elu: α must be positive and finite, got " + alpha);
        }
    }

    /** The paper's α. */
    public Elu() {
        this(ALPHA);
    }

    @Override
    public double of(double z) {
        return z >= 0 ? z : alpha * Math.expm1(z);
    }

    @Override
    public double derivative(double z) {
        return z >= 0 ? 1 : alpha * Math.exp(z);
    }
}
