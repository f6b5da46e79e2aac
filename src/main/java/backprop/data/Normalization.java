package backprop.data;

import backprop.matrix.Matrix;
import backprop.matrix.Shape;

/**
 * (X − μ) ⊘ σ: gives every feature mean 0 and standard deviation 1 over the training set. Source:
 * note 000, which divides by σ² where σ is meant.
 *
 * <p>Fitted on the training set alone, then applied to training and test set alike: what the test
 * set's mean would tell is not known when a network learns.
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
   * @throws backprop.matrix.ShapeException if they are not two columns of one height
   */
  public Normalization {
    Shape.require("Normalization", "μ", mu, Shape.ANY, 1);
    Shape.require("Normalization", "σ", sigma, mu.rows(), 1);
  }

  /**
   * μ = (1/m) Σ x⁽ⁱ⁾, σ = √((1/m) Σ (x⁽ⁱ⁾ − μ)²), and σ = 1 where a feature is constant, which
   * apply then makes 0 instead of 0 / 0.
   *
   * @param X inputs of the training set (n, m)
   * @return the normalization of n features
   * @throws backprop.matrix.ShapeException if there is no example
   * @throws DataException if an input is not a finite number
   */
  public static Normalization fit(Matrix X) {
    Shape.require("Normalization.fit", "X", X, Shape.ANY, Shape.ANY);
    if (!X.isFinite()) {
      throw new DataException("Normalization.fit: X must hold finite numbers, got NaN or infinity");
    }
    // the mean as seen from the first example: exact, so σ is exactly 0, where all are the same
    Matrix first = X.cols(0);
    Matrix mu = mean(X.minus(first)).plus(first);
    Matrix sigma = mean(X.minus(mu).map(d -> d * d)).map(Math::sqrt);
    return new Normalization(mu, sigma.map(s -> s == 0 ? 1 : s));
  }

  /**
   * (X − μ) ⊘ σ.
   *
   * @param X inputs (n, m)
   * @return the normalized inputs (n, m)
   * @throws backprop.matrix.ShapeException if X has another number of features than the training
   *     set
   */
  public Matrix apply(Matrix X) {
    Shape.require("Normalization", "X", X, mu.rows(), Shape.ANY);
    return X.minus(mu).divide(sigma);
  }

  /**
   * Normalizes the inputs; the labels stay.
   *
   * @param data examples with X (n, m)
   * @return examples with (X − μ) ⊘ σ (n, m) and the same Y
   * @throws backprop.matrix.ShapeException if X has another number of features than the training
   *     set
   */
  public Dataset apply(Dataset data) {
    return new Dataset(apply(data.X()), data.Y(), data.classes());
  }

  /**
   * X ⊙ σ + μ: back to the original units.
   *
   * @param X normalized inputs (n, m)
   * @return the inputs (n, m)
   * @throws backprop.matrix.ShapeException if X has another number of features than the training
   *     set
   */
  public Matrix invert(Matrix X) {
    Shape.require("Normalization", "X", X, mu.rows(), Shape.ANY);
    return X.hadamard(sigma).plus(mu);
  }

  /** (1/m) Σ over the examples. */
  private static Matrix mean(Matrix X) {
    return X.sumOverExamples().divide(X.cols());
  }
}
