package backprop.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.Golden;
import backprop.matrix.Matrix;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Six steps of each optimizer against PyTorch's; a new optimizer joins by a row. */
class OptimizerGoldenTest {
  private static final JsonNode FILE = Golden.read("optimizers.json");

  private static final Map<String, Optimizer> OPTIMIZERS =
      Map.of(
          "sgd(lr=0.1)", new GradientDescent(0.1),
          "momentum(lr=0.1,beta=0.9)", new Momentum(0.1, 0.9),
          "nesterov(lr=0.1,beta=0.9)", new Nesterov(0.1, 0.9),
          "adagrad(lr=0.1,eps=1e-10)", new AdaGrad(0.1, 1e-10),
          "rmsprop(lr=0.01,rho=0.99,eps=1e-8)", new RmsProp(0.01, 0.99, 1e-8),
          "adadelta(lr=1,rho=0.9,eps=1e-6)", new AdaDelta(1, 0.9, 1e-6),
          "adam(lr=0.01,beta1=0.9,beta2=0.999,eps=1e-8)", new Adam(0.01, 0.9, 0.999, 1e-8),
          "adamw(lr=0.01,weightDecay=0.1)", new AdamW(0.01, 0.9, 0.999, 1e-8, 0.1));

  @Test
  void everyTrajectoryOfTheFileHasItsOptimizer() {
    List<String> names = new ArrayList<>();
    FILE.get("after").fieldNames().forEachRemaining(names::add);
    assertThat(OPTIMIZERS.keySet()).containsExactlyInAnyOrderElementsOf(names);
  }

  @TestFactory
  Stream<DynamicTest> eachTrajectoryIsPyTorchsTo1eMinus12() {
    return OPTIMIZERS.entrySet().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(row.getKey(), () -> follow(row.getValue(), row.getKey())));
  }

  private static void follow(Optimizer optimizer, String name) {
    JsonNode after = FILE.get("after").get(name);
    Matrix W = Golden.matrix(FILE.get("w0"));
    Optimizer.Step step = optimizer.step(W.rows(), W.cols());
    for (int t = 0; t < after.size(); t++) {
      step.update(W, Golden.matrix(FILE.get("grads").get(t)), optimizer.alpha());
      Matrix golden = Golden.matrix(after.get(t));
      for (int i = 0; i < W.rows(); i++) {
        for (int j = 0; j < W.cols(); j++) {
          assertThat(Math.abs(W.get(i, j) - golden.get(i, j)))
              .as("W after %s steps at (%s, %s)", t + 1, i, j)
              .isLessThanOrEqualTo(1e-12 * Math.abs(golden.get(i, j)) + 1e-15);
        }
      }
    }
    assertThat(after.size()).isEqualTo(6);
  }
}
