package backprop.activation;

import backprop.matrix.Matrix;

/** g(z) = z, g'(z) = 1: no activation. The last layer has it, for the loss owns the output's. */
public record Identity() implements Activation {
  @Override
  public double of(double z) {
    return z;
  }

  @Override
  public double derivative(double z) {
    return 1;
  }

  /** Z itself, which is not copied. */
  @Override
  public Matrix of(Matrix Z) {
    return Z;
  }

  @Override
  public Matrix derivative(Matrix Z) {
    return Matrix.ones(Z.rows(), Z.cols());
  }
}
