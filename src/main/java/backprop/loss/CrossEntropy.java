package backprop.loss;

import backprop.activation.Softmax;
import backprop.matrix.Matrix;

/**
 * ℒ = −Σⱼ yⱼ ln ŷⱼ with ŷ = softmax(z): for one of n classes. Labels are one-hot columns, or any
 * distributions. Source: notes 001, 002 and 004.
 */
public record CrossEntropy() implements Loss {
  private static final String NAME = "CrossEntropy";

  /** Ŷ = softmax(Z). */
  @Override
  public Matrix predict(Matrix Z) {
    return Softmax.of(Z);
  }

  /** ℒ = ln Σⱼ e^zⱼ − Σⱼ yⱼ zⱼ, for ln ŷⱼ = zⱼ − ln Σₖ e^zₖ and Σⱼ yⱼ = 1. */
  @Override
  public Matrix perExample(Matrix Z, Matrix Y) {
    Labels.distributions(NAME, Z, Y);
    return Softmax.logSumExp(Z).minus(Y.hadamard(Z).sumOfColumns());
  }

  /** dZ = Ŷ − Y: the derivatives of the logarithm and of softmax cancel. */
  @Override
  public Matrix dZ(Matrix Z, Matrix Y) {
    Labels.distributions(NAME, Z, Y);
    return predict(Z).minus(Y);
  }
}
