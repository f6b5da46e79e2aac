package backprop.activation;

import backprop.matrix.Matrix;

/**
 * ReLU(z) = max(0, z); ReLU'(z) = 1 for z ≥ 0, else 0. At 0, where there is no derivative, it is 1
 * as in notes 000, 002 and 003 (PyTorch takes 0).
 */
public record Relu() implements Activation {
  @Override
  public double of(double z) {
    return Math.max(0, z);
  }

  @Override
  public double derivative(double z) {
    return z >= 0 ? 1 : 0;
  }

  @Override
  public Matrix of(Matrix Z) {
    return Z.max(0);
  }

  @Override
  public Matrix derivative(Matrix Z) {
    return Z.atLeast(0);
  }
}
