package backprop.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.Samples;
import backprop.matrix.Matrix;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OptimizerTest {
  private static final List<Optimizer> OPTIMIZERS =
      List.of(new GradientDescent(0.1), new Adam(0.1));

  @TestFactory
  Stream<DynamicTest> eachFindsTheLowestPointOfABowl() {
    Matrix bottom = Samples.normal(3, 2, 1);
    return OPTIMIZERS.stream()
        .map(
            optimizer ->
                DynamicTest.dynamicTest(
                    optimizer.toString(),
                    () -> {
                      Matrix W = Matrix.zeros(3, 2);
                      Optimizer.Step step = optimizer.step(3, 2);
                      for (int t = 0; t < 2000; t++) {
                        step.update(W, W.minus(bottom), optimizer.alpha());
                      }
                      assertThat(W.minus(bottom).maxAbs()).isLessThan(1e-6);
                    }));
  }

  @Test
  void stepsOfOneOptimizerRememberApart() {
    Optimizer adam = new Adam(0.1);
    Matrix first = Matrix.ones(1, 1);
    adam.step(1, 1).update(first, Matrix.row(1), adam.alpha());
    Matrix second = Matrix.ones(1, 1);
    Optimizer.Step step = adam.step(1, 1);
    step.update(second, Matrix.row(1), adam.alpha());
    assertThat(second).isEqualTo(first);
  }

  @Test
  void hyperparametersOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new GradientDescent(0).step(1, 1))
        .hasMessage("GradientDescent: the learning rate α must be positive, got 0.0");
    assertThatThrownBy(() -> new GradientDescent(Double.NaN).step(1, 1))
        .hasMessageContaining("got NaN");
    assertThatThrownBy(() -> new Adam(0.1, 1, 0.9, 1e-8).step(1, 1))
        .hasMessage("Adam: β₁ must be at least 0 and below 1, got 1.0");
  }

  @Test
  void aGradientOfAnotherShapeIsRefused() {
    for (Optimizer optimizer : OPTIMIZERS) {
      assertThatThrownBy(() -> optimizer.step(2, 3).update(Matrix.ones(2, 3), Matrix.ones(3, 2), 1))
          .as(optimizer.toString())
          .hasMessageEndingWith("dW must be (2, 3), got (3, 2) — transposed?");
    }
  }
}
