package backprop;

import backprop.activation.Activation;
import backprop.activation.Identity;
import backprop.activation.Relu;
import backprop.activation.Sigmoid;
import backprop.activation.Tanh;
import backprop.layer.Dense;
import backprop.layer.Parameter;
import backprop.loss.BinaryCrossEntropy;
import backprop.loss.CrossEntropy;
import backprop.loss.HalfSquaredError;
import backprop.loss.Loss;
import backprop.loss.SquaredError;
import backprop.matrix.Matrix;
import backprop.network.Network;
import backprop.optimizer.Adam;
import backprop.optimizer.GradientDescent;
import backprop.optimizer.Optimizer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The kit against PyTorch's values, for all that the kit has; a new class joins by a row. */
class GoldenTest {
  private static final Map<String, Activation> ACTIVATIONS =
      Map.of(
          "sigmoid", new Sigmoid(),
          "tanh", new Tanh(),
          "relu", new Relu(),
          "identity", new Identity());

  private static final Map<String, Loss> LOSSES =
      Map.of(
          "softmaxCrossEntropy", new CrossEntropy(),
          "sigmoidBinaryCrossEntropy", new BinaryCrossEntropy(),
          "squaredError", new SquaredError(),
          "halfSquaredError", new HalfSquaredError());

  private static final Map<String, Optimizer> OPTIMIZERS =
      Map.of(
          "sgd(lr=0.1)", new GradientDescent(0.1),
          "adam(lr=0.01,beta1=0.9,beta2=0.999,eps=1e-8)", new Adam(0.01));

  @TestFactory
  Stream<DynamicTest> activationsAndTheirDerivatives() {
    JsonNode file = Golden.read("activations.json");
    double[] z = Golden.numbers(file.get("z"));
    return ACTIVATIONS.entrySet().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.getKey(),
                    () -> {
                      JsonNode golden = file.get("functions").get(row.getKey());
                      Activation g = row.getValue();
                      Matrix Z = Matrix.row(z);
                      Golden.requireEqual(
                          "g(Z)", g.of(Z), Matrix.row(Golden.numbers(golden.get("a"))));
                      Golden.requireEqual(
                          "g'(Z)", g.derivative(Z), Matrix.row(Golden.numbers(golden.get("dadz"))));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> lossesAtOrdinaryAndExtremeLogits() {
    return Golden.cases("losses.json")
        .map(
            golden ->
                DynamicTest.dynamicTest(
                    golden.get("kind").asText() + " m=" + golden.get("Z").get("cols"),
                    () -> {
                      Loss loss = LOSSES.get(golden.get("kind").asText());
                      Matrix Z = Golden.matrix(golden.get("Z"));
                      Matrix Y = Golden.matrix(golden.get("Y"));
                      Golden.requireEqual(
                          "ℒ",
                          loss.perExample(Z, Y),
                          Matrix.row(Golden.numbers(golden.get("perExample"))));
                      Golden.requireEqual("J", loss.cost(Z, Y), golden.get("J").asDouble());
                      Golden.requireEqual("dZ", loss.dZ(Z, Y), Golden.matrix(golden.get("dZ")));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> wholeNetworksAndOneStepOfGradientDescent() {
    return Golden.cases("networks.json")
        .filter(golden -> ACTIVATIONS.containsKey(golden.get("hidden").asText()))
        .filter(golden -> golden.get("lambda").asDouble() == 0)
        .map(
            golden ->
                DynamicTest.dynamicTest(
                    golden.get("sizes") + " " + golden.get("hidden") + " " + golden.get("loss"),
                    () -> requireNetwork(golden)));
  }

  @TestFactory
  Stream<DynamicTest> trajectoriesOfOptimizers() {
    JsonNode file = Golden.read("optimizers.json");
    return OPTIMIZERS.entrySet().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.getKey(),
                    () -> {
                      Matrix W = Golden.matrix(file.get("w0"));
                      Optimizer.Step step = row.getValue().step(W.rows(), W.cols());
                      JsonNode after = file.get("after").get(row.getKey());
                      for (int t = 0; t < after.size(); t++) {
                        step.update(
                            W, Golden.matrix(file.get("grads").get(t)), row.getValue().alpha());
                        Golden.requireEqual("W after " + (t + 1), W, Golden.matrix(after.get(t)));
                      }
                    }));
  }

  private static void requireNetwork(JsonNode golden) {
    Network net = network(golden);
    Matrix X = Golden.matrix(golden.get("X"));
    Matrix Y = Golden.matrix(golden.get("Y"));
    Golden.requireEqual("Z[L]", net.forward(X), Golden.matrix(golden.get("logits")));
    Golden.requireEqual("J", net.backward(Y), golden.get("J").asDouble());
    Golden.requireEqual("J of cost", net.cost(X, Y), golden.get("J").asDouble());
    Optimizer descent = new GradientDescent(golden.get("learningRate").asDouble());
    List<Parameter> parameters = net.parameters();
    for (int k = 0; k < parameters.size(); k++) {
      Parameter p = parameters.get(k);
      String letter = k % 2 == 0 ? "W" : "b";
      Golden.requireEqual(
          "d" + p.name(), p.gradient(), Golden.matrix(golden.get("d" + letter).get(k / 2)));
      descent
          .step(p.value().rows(), p.value().cols())
          .update(p.value(), p.gradient(), descent.alpha());
      Golden.requireEqual(
          p.name() + " after a step",
          p.value(),
          Golden.matrix(golden.get(letter + "next").get(k / 2)));
    }
  }

  private static Network network(JsonNode golden) {
    Activation g = ACTIVATIONS.get(golden.get("hidden").asText());
    JsonNode sizes = golden.get("sizes");
    Dense[] layers = new Dense[sizes.size() - 1];
    for (int l = 1; l <= layers.length; l++) {
      layers[l - 1] =
          new Dense(
              sizes.get(l - 1).asInt(),
              sizes.get(l).asInt(),
              l < layers.length ? g : new Identity());
    }
    Network net = new Network(1, LOSSES.get(golden.get("loss").asText()), layers);
    for (int l = 1; l <= layers.length; l++) {
      layers[l - 1].set(
          Golden.matrix(golden.get("W").get(l - 1)), Golden.matrix(golden.get("b").get(l - 1)));
    }
    return net;
  }
}
