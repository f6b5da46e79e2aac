package backprop.activation;

import backprop.matrix.Matrix;

/**
 * An activation A = g(Z), entry by entry, with its derivative g'(Z).
 *
 * <p>To make one of your own, write the two functions of one number; the matrix forms follow.
 */
public interface Activation {
  /**
   * g(z).
   *
   * @param z a number
   * @return g(z)
   */
  double of(double z);

  /**
   * g'(z).
   *
   * @param z a number
   * @return the derivative of g at z
   */
  double derivative(double z);

  /**
   * A = g(Z).
   *
   * @param Z (n, m)
   * @return A (n, m)
   */
  default Matrix of(Matrix Z) {
    return Z.map(this::of);
  }

  /**
   * g'(Z).
   *
   * @param Z (n, m)
   * @return the derivatives (n, m)
   */
  default Matrix derivative(Matrix Z) {
    return Z.map(this::derivative);
  }
}
