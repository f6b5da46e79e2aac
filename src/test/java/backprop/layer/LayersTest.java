package backprop.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.Samples;
import backprop.activation.Relu;
import backprop.activation.Tanh;
import backprop.data.Dataset;
import backprop.loss.CrossEntropy;
import backprop.matrix.Matrix;
import backprop.matrix.ShapeException;
import backprop.network.GradientCheck;
import backprop.network.Network;
import backprop.optimizer.Adam;
import backprop.train.Trainer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds for every layer, and for many in one network; a new layer joins by a row. */
class LayersTest {
    private static final Volume IMAGE = new Volume(2, 4, 4);

    private static final Map<String, Supplier<Layer>> LAYERS = Map.of(
            "Dense",
            () -> new Dense(32, 3, new Tanh()),
            "ActivationLayer",
            () -> new ActivationLayer(new Tanh()),
            "Dropout",
            () -> new Dropout(0.5),
            "BatchNorm",
            () -> new BatchNorm(32),
            "BatchNorm of channels",
            () -> new BatchNorm(IMAGE),
            "Conv2d",
            () -> new Conv2d(IMAGE, 3, 3, new Tanh()),
            "MaxPool",
            () -> new MaxPool(IMAGE, 2),
            "AveragePool",
            () -> new AveragePool(IMAGE, 2),
            "Flatten",
            () -> new Flatten(IMAGE));

    private static Stream<DynamicTest> each(Consumer<Supplier<Layer>> test) {
        return LAYERS.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> test.accept(row.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> aPredictionBetweenForwardAndBackwardChangesNothing() {
        return each(layer -> {
            Matrix A = Samples.normal(32, 5, 1);
            Layer undisturbed = layer.get();
            Matrix dA = Samples.normal(undisturbed.forward(A).rows(), 5, 2);
            Layer disturbed = layer.get();
            disturbed.forward(A);
            disturbed.predict(Samples.normal(32, 7, 3));
            assertThat(disturbed.backward(dA)).isEqualTo(undisturbed.backward(dA));
            assertThat(disturbed.parameters()).isEqualTo(undisturbed.parameters());
        });
    }

    @TestFactory
    Stream<DynamicTest> inputAndDerivativeAreLeftAlone() {
        return each(supplier -> {
            Layer layer = supplier.get();
            Matrix A = Samples.normal(32, 5, 1);
            Matrix dA = Samples.normal(layer.forward(A).rows(), 5, 2);
            layer.predict(A);
            layer.backward(dA);
            assertThat(A).isEqualTo(Samples.normal(32, 5, 1));
            assertThat(dA).isEqualTo(Samples.normal(dA.rows(), 5, 2));
        });
    }

    @TestFactory
    Stream<DynamicTest> itsOutputHasAsManyRowsAsItSays() {
        return each(supplier -> {
            Layer layer = supplier.get();
            layer.initialize(3, new Random(1));
            Matrix A = Samples.normal(32, 5, 1);
            int rows = layer.outputs() < 0 ? 32 : layer.outputs();
            assertThat(layer.forward(A).rows()).isEqualTo(rows);
            assertThat(layer.predict(A).rows()).isEqualTo(rows);
            assertThat(layer.toString()).contains("[3]");
        });
    }

    @Test
    void aTrainingHasTheSameWeightsWithAndWithoutReusedMatrices() {
        Network reusing = network(new Flatten(new Volume(4, 3, 3)));
        Network plain = network(new Plain(new Flatten(new Volume(4, 3, 3))));
        Dataset data = new Dataset(Samples.normal(72, 50, 1), Samples.oneHot(3, 50, 2));
        for (Network net : List.of(reusing, plain)) {
            new Trainer(net, new Adam()).batchSize(16).train(data, 3);
        }
        assertThat(reusing.parameters()).hasSize(6).isEqualTo(plain.parameters());
        assertThat(reusing.layer(2).state()).isEqualTo(plain.layer(2).state());
        assertThat(reusing.predict(data.X())).isEqualTo(plain.predict(data.X()));
        assertThat(reusing.parameters())
                .isNotEqualTo(network(new Flatten(new Volume(4, 3, 3))).parameters());
    }

    /** With inputs that bring no two pixels of a window within h: there a maximum has a kink. */
    @Test
    void aWholeNetworkPassesItsGradientCheck() {
        Network net = network(new Flatten(new Volume(4, 3, 3)));
        GradientCheck check = GradientCheck.of(net, Samples.normal(72, 4, 1), Samples.oneHot(3, 4, 4));
        assertThat(check.errors()).hasSize(6);
        assertThat(check.worst()).isLessThan(1e-8);
    }

    @Test
    void aNetworkRefusesLayersThatDoNotFit() {
        assertThatThrownBy(() -> new Network(
                        1,
                        new CrossEntropy(),
                        new MaxPool(new Volume(16, 8, 8), 2),
                        new Conv2d(new Volume(16, 8, 8), 3, 3, new Relu())))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Network: Conv2d[2] 16×8×8→3×8×8 Relu takes 1024 inputs, but MaxPool[1]"
                        + " 16×8×8→16×4×4 before it gives 256");
    }

    @Test
    void theTextOfANetworkReadsFromImageToClasses() {
        Volume in = new Volume(1, 8, 8);
        Conv2d conv = new Conv2d(in, 16, 3, new Relu());
        MaxPool pool = new MaxPool(conv.output(), 2);
        Network net = new Network(
                1,
                new CrossEntropy(),
                conv,
                new BatchNorm(conv.output()),
                new ActivationLayer(new Relu()),
                pool,
                new Flatten(pool.output()),
                new Dropout(0.25),
                new Dense(pool.outputs(), 10));
        assertThat(net).hasToString("""
        Conv2d[1] 1×8×8→16×8×8 Relu
        BatchNorm[2] 16×8×8
        ActivationLayer[3] Relu
        MaxPool[4] 16×8×8→16×4×4
        Flatten[5] 16×4×4→256
        Dropout[6] 0.25
        Dense[7] 256→10
        CrossEntropy, 2762 parameters""");
    }

    @Test
    void anActivationRefusesADerivativeOfAnotherShape() {
        ActivationLayer layer = new ActivationLayer(new Tanh());
        layer.forward(Matrix.ones(3, 2));
        assertThatThrownBy(() -> layer.backward(Matrix.ones(1, 2)))
                .hasMessage("ActivationLayer Tanh: dA[l] must be (3, 2), got (1, 2)");
        assertThatThrownBy(() -> layer.forward(Matrix.zeros(3, 0)))
                .hasMessage("ActivationLayer Tanh: A[l-1] must be (n, m), got (3, 0) — there is no example in it");
    }

    private static Network network(Layer flatten) {
        Volume in = new Volume(2, 6, 6);
        Conv2d conv = new Conv2d(in, 4, 3, new Tanh());
        return new Network(
                5,
                new CrossEntropy(),
                conv,
                new BatchNorm(conv.output()),
                new ActivationLayer(new Tanh()),
                new MaxPool(conv.output(), 2),
                new Dropout(0.3),
                flatten,
                new Dense(36, 3));
    }

    /** A layer of one's own, which promises nothing. */
    private record Plain(Layer layer) implements Layer {
        @Override
        public Matrix forward(Matrix A) {
            return layer.forward(A);
        }

        @Override
        public Matrix backward(Matrix dA) {
            return layer.backward(dA);
        }
    }
}
