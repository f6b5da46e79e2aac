package backprop;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.activation.Activation;
import backprop.activation.Sigmoid;
import backprop.activation.Tanh;
import backprop.layer.ActivationLayer;
import backprop.layer.AveragePool;
import backprop.layer.BatchNorm;
import backprop.layer.Conv2d;
import backprop.layer.Dense;
import backprop.layer.Dropout;
import backprop.layer.Flatten;
import backprop.layer.Layer;
import backprop.layer.MaxPool;
import backprop.layer.Parameter;
import backprop.layer.Volume;
import backprop.loss.BinaryCrossEntropy;
import backprop.loss.CrossEntropy;
import backprop.loss.HalfSquaredError;
import backprop.loss.KullbackLeibler;
import backprop.loss.Loss;
import backprop.loss.ProbabilityBinaryCrossEntropy;
import backprop.loss.ProbabilityCrossEntropy;
import backprop.loss.SquaredError;
import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import backprop.network.GradientCheck;
import backprop.network.Network;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Derivatives against central differences; a new activation, loss or layer joins by a row. */
class GradientTest {
    private static final double TOLERANCE = 1e-7;
    private static final int M = 5;

    private static final Volume IMAGE = new Volume(2, 4, 3);

    /** A layer for any number of inputs gets four. */
    private static final Map<String, Supplier<Layer>> LAYERS = Map.ofEntries(
            Map.entry("Dense", () -> new Dense(4, 3)),
            Map.entry("Dense with Tanh", () -> new Dense(4, 3, new Tanh())),
            Map.entry("Dense with Sigmoid", () -> new Dense(4, 3, new Sigmoid())),
            Map.entry("ActivationLayer", () -> new ActivationLayer(new Tanh())),
            Map.entry("Dropout", () -> new Dropout(0.4)),
            Map.entry("BatchNorm", () -> new BatchNorm(4)),
            Map.entry("BatchNorm of channels", () -> new BatchNorm(IMAGE)),
            Map.entry("Conv2d", () -> new Conv2d(IMAGE, 3, 3, new Tanh())),
            Map.entry("Conv2d with stride", () -> new Conv2d(IMAGE, 3, 2, 2, 1, new Sigmoid())),
            Map.entry("MaxPool", () -> new MaxPool(IMAGE, 2)),
            Map.entry("MaxPool with overlaps", () -> new MaxPool(IMAGE, 2, 1)),
            Map.entry("AveragePool", () -> new AveragePool(IMAGE, 3)),
            Map.entry("AveragePool with overlaps", () -> new AveragePool(IMAGE, 2, 1)),
            Map.entry("Flatten", () -> new Flatten(IMAGE)));

    private record LossRow(Loss loss, Matrix Y) {}

    private static final List<LossRow> LOSSES = List.of(
            new LossRow(new CrossEntropy(), Samples.oneHot(3, M, 11)),
            new LossRow(new BinaryCrossEntropy(), Samples.oneHot(3, M, 12)),
            new LossRow(new SquaredError(), Samples.normal(3, M, 13)),
            new LossRow(new HalfSquaredError(), Samples.normal(3, M, 14)),
            new LossRow(new CrossEntropy(), Samples.distributions(3, M, 15)),
            new LossRow(new KullbackLeibler(), Samples.distributions(3, M, 16)),
            new LossRow(new BinaryCrossEntropy(), Samples.uniform(3, M, 17)));

    /** Their logits are probabilities. */
    private static final List<LossRow> LOSSES_OF_PROBABILITIES = List.of(
            new LossRow(new ProbabilityCrossEntropy(), Samples.distributions(3, M, 18)),
            new LossRow(new ProbabilityBinaryCrossEntropy(), Samples.uniform(3, M, 19)));

    @TestFactory
    Stream<DynamicTest> activations() {
        return Activations.ALL.stream()
                .map(g -> DynamicTest.dynamicTest(g.toString(), () -> {
                    Matrix Z = Samples.normal(4, 7, 1);
                    double h = GradientCheck.STEP;
                    Matrix slope = Z.map(z -> (g.of(z + h) - g.of(z - h)) / (2 * h));
                    assertThat(g.derivative(Z).minus(slope).maxAbs()).isLessThan(1e-9);
                }));
    }

    @TestFactory
    Stream<DynamicTest> lossesPerExample() {
        return Stream.concat(
                LOSSES.stream().map(row -> lossTest(row, Samples.normal(3, M, 2))),
                LOSSES_OF_PROBABILITIES.stream().map(row -> lossTest(row, Samples.uniform(3, M, 2))));
    }

    private static DynamicTest lossTest(LossRow row, Matrix Z) {
        return DynamicTest.dynamicTest(row.loss().toString(), () -> {
            Matrix slope = GradientCheck.numerical(
                    Z, () -> row.loss().perExample(Z, row.Y()).sum());
            assertThat(row.loss().dZ(Z, row.Y()).minus(slope).maxAbs()).isLessThan(1e-7);
        });
    }

    @TestFactory
    Stream<DynamicTest> layersForAnyCostOfTheirOutput() {
        return LAYERS.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.getKey(), () -> requireLayer(row.getValue().get())));
    }

    /** J = (1/m) Σ C ⊙ A[l], so that dA[l] = C. */
    private static void requireLayer(Layer layer) {
        layer.initialize(1, new Random(8));
        Matrix X = Samples.normal(layer.inputs() == Shape.ANY ? 4 : layer.inputs(), M, 5);
        Matrix C = Samples.normal(layer.forward(X).rows(), M, 6);
        DoubleSupplier J = () -> layer.forward(X).hadamard(C).sum() / M;
        List<Matrix> slopes = layer.parameters().stream()
                .map(p -> GradientCheck.numerical(p.value(), J))
                .toList();
        Matrix slope = GradientCheck.numerical(X, J).times(M);
        layer.forward(X);
        assertThat(layer.backward(C).minus(slope).maxAbs()).isLessThan(TOLERANCE);
        for (int k = 0; k < slopes.size(); k++) {
            Parameter p = layer.parameters().get(k);
            assertThat(p.gradient().minus(slopes.get(k)).maxAbs()).as(p.name()).isLessThan(TOLERANCE);
        }
    }

    @TestFactory
    Stream<DynamicTest> networksOfEveryActivationAndLoss() {
        return Activations.ALL.stream().flatMap(g -> LOSSES.stream().map(row -> networkTest(g, row)));
    }

    private static DynamicTest networkTest(Activation g, LossRow row) {
        return DynamicTest.dynamicTest(g + " with " + row.loss(), () -> {
            Network net = new Network(7, row.loss(), new Dense(4, 6, g), new Dense(6, 5, g), new Dense(5, 3));
            Matrix X = Samples.normal(4, M, 3);
            net.forward(X);
            net.backward(row.Y());
            for (Parameter p : net.parameters()) {
                Matrix slope = GradientCheck.numerical(p.value(), () -> net.cost(X, row.Y()));
                assertThat(p.gradient().minus(slope).maxAbs()).as(p.name()).isLessThan(TOLERANCE);
            }
        });
    }
}
