package backprop.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.Samples;
import backprop.activation.Relu;
import backprop.activation.Tanh;
import backprop.layer.Dense;
import backprop.layer.Layer;
import backprop.layer.Parameter;
import backprop.loss.CrossEntropy;
import backprop.matrix.Matrix;
import backprop.matrix.ShapeException;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class NetworkTest {
  private static final Matrix X = Samples.normal(4, 6, 1);
  private static final Matrix Y = Samples.oneHot(3, 6, 2);

  @Test
  void theSameSeedGivesTheSameWeightsAndAnotherSeedOthers() {
    assertThat(net(5).predict(X)).isEqualTo(net(5).predict(X)).isNotEqualTo(net(6).predict(X));
  }

  @Test
  void theCostOfABatchIsTheMeanOfItsExamplesCosts() {
    Network net = net(5);
    double mean = 0;
    for (int i = 0; i < 6; i++) {
      mean += net.cost(X.cols(i), Y.cols(i)) / 6;
    }
    assertThat(net.cost(X, Y)).isCloseTo(mean, Offset.offset(1e-14));
  }

  @Test
  void theGradientOfABatchIsTheMeanOfItsExamplesGradients() {
    Network net = net(5);
    net.forward(X);
    net.backward(Y);
    Matrix batch = net.parameters().get(0).gradient();
    Matrix mean = Matrix.zeros(5, 4);
    for (int i = 0; i < 6; i++) {
      net.forward(X.cols(i));
      net.backward(Y.cols(i));
      mean.addScaled(1.0 / 6, net.parameters().get(0).gradient());
    }
    assertThat(batch.minus(mean).maxAbs()).isLessThan(1e-15);
  }

  @Test
  void predictingKeepsNothing() {
    Network net = net(5);
    assertThatThrownBy(
            () -> {
              net.predict(X);
              net.backward(Y);
            })
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Network: forward must run first, but it has not");
  }

  @Test
  void layersThatDoNotFitEachOtherAreNamed() {
    assertThatThrownBy(() -> new Network(1, new CrossEntropy(), new Dense(4, 5), new Dense(6, 3)))
        .isInstanceOf(ShapeException.class)
        .hasMessage("Network: Dense[2] 6→3 takes 6 inputs, but Dense[1] 4→5 before it gives 5");
  }

  @Test
  void whatIsNullIsNamed() {
    assertThatThrownBy(() -> new Network(1, null, new Dense(4, 3)))
        .hasMessage("Network: the loss must not be null");
    assertThatThrownBy(() -> new Network(1, new CrossEntropy(), (Layer) null))
        .hasMessage("Network: layer 1 must not be null");
    assertThatThrownBy(() -> new Dense(4, 3, null))
        .hasMessage("Dense: the activation must not be null");
  }

  @Test
  void labelsThatDoNotFitAreRefused() {
    Network net = net(1);
    net.forward(X);
    assertThatThrownBy(() -> net.backward(Y.transpose()))
        .hasMessage("CrossEntropy: Y must be (3, 6), got (6, 3) — transposed?");
    assertThatThrownBy(() -> net.cost(X, Matrix.ones(3, 5)))
        .hasMessage("CrossEntropy: Y must be (3, 6), got (3, 5)");
  }

  @Test
  void parametersAreNamedAndCounted() {
    Network net = new Network(1, new CrossEntropy(), new Dense(784, 100), new Dense(100, 10));
    assertThat(net.parameterCount()).isEqualTo(79_510);
    assertThat(net.parameters())
        .extracting(Parameter::name)
        .containsExactly("W[1]", "b[1]", "W[2]", "b[2]");
    assertThat(net)
        .hasToString("Dense[1] 784→100\nDense[2] 100→10\nCrossEntropy, 79510 parameters");
  }

  @Test
  void aNetworkNeedsALayerAndCountsThemFromOne() {
    assertThatThrownBy(() -> new Network(1, new CrossEntropy()))
        .hasMessage("Network: must have at least one layer, got none");
    assertThatThrownBy(() -> net(1).layer(0))
        .hasMessage("Network: layers are numbered 1 to 2, got 0");
  }

  @Test
  void theGradientCheckPassesRightGradientsAndLeavesTheNetworkAsItWas() {
    Network net = net(3);
    Matrix before = net.predict(X);
    assertThat(GradientCheck.of(net, X, Y).worst()).isLessThan(1e-7);
    assertThat(net.predict(X)).isEqualTo(before);
  }

  @Test
  void theGradientCheckFindsAForgottenFactor() {
    Network net = new Network(3, new CrossEntropy(), new WithoutMean(4, 5), new Dense(5, 3));
    GradientCheck check = GradientCheck.of(net, X, Y);
    assertThat(check.errors().get(0).relative()).isGreaterThan(0.5);
    assertThat(check.errors().get(2).relative()).isLessThan(1e-7);
  }

  private static Network net(long seed) {
    return new Network(seed, new CrossEntropy(), new Dense(4, 5, new Relu()), new Dense(5, 3));
  }

  /** A layer of a learner's own, whose dW lacks the 1/m. */
  private static final class WithoutMean implements Layer {
    private final Dense right;

    WithoutMean(int nPrev, int n) {
      right = new Dense(nPrev, n, new Tanh());
    }

    @Override
    public void initialize(int l, Random random) {
      right.initialize(l, random);
    }

    @Override
    public Matrix forward(Matrix A) {
      return right.forward(A);
    }

    @Override
    public Matrix backward(Matrix dA) {
      return right.backward(dA);
    }

    @Override
    public List<Parameter> parameters() {
      return right.parameters().stream()
          .map(p -> new Parameter(p.name(), p.value(), p.gradient().times(X.cols()), p.penalized()))
          .toList();
    }
  }
}
