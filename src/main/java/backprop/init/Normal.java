package backprop.init;

import backprop.matrix.Matrix;
import java.util.Random;

/**
 * W ~ N(0, σ²): W = σ N with N from the standard normal distribution.
 *
 * @param sigma σ, the standard deviation, at least 0 and finite
 */
public record Normal(double sigma) implements Initializer {
    /**
     * Refuses what is no deviation.
     *
     * @param sigma σ, at least 0 and finite
     * @throws IllegalArgumentException if it is negative, NaN or infinite
     */
    public Normal {
        Range.size("Normal", "σ", sigma);
    }

    @Override
    public Matrix weights(int n, int nPrev, Random random) {
        return Matrix.generate(n, nPrev, (i, j) -> sigma * random.nextGaussian());
    }
}
