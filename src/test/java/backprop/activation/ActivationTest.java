package backprop.activation;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.matrix.Matrix;
import org.junit.jupiter.api.Test;

class ActivationTest {
  @Test
  void theSigmoidIsFiniteAndRightAtTheFarEnds() {
    Sigmoid sigmoid = new Sigmoid();
    assertThat(sigmoid.of(800)).isEqualTo(1);
    assertThat(sigmoid.of(-800)).isEqualTo(0);
    assertThat(sigmoid.of(0)).isEqualTo(0.5);
    assertThat(sigmoid.derivative(0)).isEqualTo(0.25);
  }

  @Test
  void reluHasSlopeOneAtZero() {
    assertThat(new Relu().derivative(0)).isEqualTo(1);
    assertThat(new Relu().derivative(-1e-300)).isEqualTo(0);
    assertThat(new Relu().of(-3)).isEqualTo(0);
  }

  @Test
  void anActivationOfOnesOwnNeedsTwoFunctionsOnly() {
    Activation cube =
        new Activation() {
          @Override
          public double of(double z) {
            return z * z * z;
          }

          @Override
          public double derivative(double z) {
            return 3 * z * z;
          }
        };
    assertThat(cube.of(Matrix.row(2, -1))).isEqualTo(Matrix.row(8, -1));
    assertThat(cube.derivative(Matrix.row(2, -1))).isEqualTo(Matrix.row(12, 3));
  }

  @Test
  void softmaxSurvivesHugeLogits() {
    Matrix Z = Matrix.of(new double[][] {{1e4, -1e4, 0}, {0, -1e4, 0}});
    assertThat(Softmax.of(Z)).isEqualTo(Matrix.of(new double[][] {{1, 0.5, 0.5}, {0, 0.5, 0.5}}));
    assertThat(
            Softmax.logSumExp(Z).minus(Matrix.row(1e4, -1e4 + Math.log(2), Math.log(2))).maxAbs())
        .isLessThan(1e-11);
  }
}
