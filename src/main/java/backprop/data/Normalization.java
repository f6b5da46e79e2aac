package backprop.data;

import backprop.matrix.Matrix;
import backprop.matrix.Shape;

/**
 * (X − μ) ⊘ σ: gives every feature mean 0 and standard deviation 1 over the training set, to which alone it is fitted.
 * Source: note 000, which divides by σ² where σ is meant.
 *
 * @param mu μ, the mean of each feature (n, 1)
 * @param sigma σ, the standard deviation of each feature (n, 1); 1 for a feature that is constant
 */
public record Normalization(Matrix mu, Matrix sigma) {
    /**
     * Keeps μ and σ.
     *
     * @param mu μ (n, 1)
     * @param sigma σ (n, 1)
     */
    public Normalization {
        Dataset.requireFinite("Normalization", "μ", mu, Shape.ANY, 1);
        Shape.require("Normalization", "σ", sigma, mu.rows(), 1);
        boolean above = sigma.isWithin(Double.MIN_VALUE, Double.MAX_VALUE);
        DataException.require(above, "Normalization: σ must hold finite numbers above 0, got others");
    }

    /**
     * {@return μ = (1/m) Σ x⁽ⁱ⁾ and σ = √((1/m) Σ (x⁽ⁱ⁾ − μ)²), but 1, not 0, of a constant feature}
     *
     * @param X inputs of the training set (n, m)
     */
    public static Normalization fit(Matrix X) {
        Dataset.requireFinite("Normalization.fit", "X", X, Shape.ANY, Shape.ANY);
        // the mean as seen from the first example: exact, so σ is exactly 0, where all are the same
        Matrix first = X.cols(0);
        Matrix mu = mean(X.minus(first)).plus(first);
        Matrix sigma = mean(X.minus(mu).map(d -> d * d)).map(Math::sqrt);
        return new Normalization(mu, sigma.map(s -> s == 0 ? 1 : s));
    }

    /**
     * {@return (X − μ) ⊘ σ (n, m)}
     *
     * @param X inputs (n, m)
     */
    public Matrix apply(Matrix X) {
        return Shape.require("Normalization", "X", X, mu.rows(), Shape.ANY)
                .minus(mu)
                .divide(sigma);
    }

    /**
     * {@return the examples with (X − μ) ⊘ σ (n, m) in place of X}
     *
     * @param data examples with X (n, m)
     */
    public Dataset apply(Dataset data) {
        DataException.require(data != null, "Normalization: must have a data set, got null");
        return new Dataset(apply(data.X()), data.Y(), data.classes());
    }

    /**
     * {@return X ⊙ σ + μ (n, m): back to the original units}
     *
     * @param X normalized inputs (n, m)
     */
    public Matrix invert(Matrix X) {
        return Shape.require("Normalization", "X", X, mu.rows(), Shape.ANY)
                .hadamard(sigma)
                .plus(mu);
    }

    private static Matrix mean(Matrix X) {
        return X.sumOverExamples().divide(X.cols());
    }
}
