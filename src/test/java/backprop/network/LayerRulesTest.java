package backprop.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.Samples;
import backprop.activation.Identity;
import backprop.activation.Relu;
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
import backprop.matrix.ShapeException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which layers form a network, with which loss and which batch. */
class LayerRulesTest {
    private static final Volume IMAGE = new Volume(1, 2, 2);

    @Test
    void oneLayerTwiceIsRefusedByName() {
        Dense twice = new Dense(4, 4, new Relu());
        assertThatThrownBy(() -> new Network(1, new CrossEntropy(), twice, new Dense(4, 4), twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Network: layers 1 and 3 must be two objects, got Dense 4→4 Relu twice: make a new one");
        assertThatCode(() -> new Network(1, new SquaredError(), twice)).doesNotThrowAnyException();
    }

    @Test
    void aLayerOfAnotherNetworkIsRefusedByNameAndKeepsItsWeights() {
        List<Layer> all = List.of(
                new Dense(4, 4),
                new BatchNorm(4),
                new ActivationLayer(new Tanh()),
                new Dropout(0.5),
                new Conv2d(IMAGE, 1, 1, new Tanh()),
                new MaxPool(IMAGE, 1),
                new AveragePool(IMAGE, 1),
                new Flatten(IMAGE));
        Network first = new Network(1, new SquaredError(), all.toArray(Layer[]::new));
        List<Matrix> before =
                first.parameters().stream().map(p -> p.value().copy()).toList();
        for (Layer shared : all) {
            Dense fresh = new Dense(4, 4);
            assertThatThrownBy(() -> new Network(2, new SquaredError(), fresh, shared))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Network: layer 2 must be in no other network, got " + shared
                            + ", which is in one: make a new one");
            assertThatCode(() -> new Network(2, new SquaredError(), fresh))
                    .doesNotThrowAnyException(); // nothing changed
        }
        for (int k = 0; k < before.size(); k++) {
            assertThat(first.parameters().get(k).value()).isEqualTo(before.get(k));
        }
    }

    @Test
    void aNetworkThatIsRefusedTakesNoLayer() {
        Dense first = new Dense(4, 5);
        assertThatThrownBy(() -> new Network(1, new CrossEntropy(), first, new Dense(6, 3)))
                .isInstanceOf(ShapeException.class);
        assertThat(first.isInNetwork()).isFalse();
    }

    @Test
    void aLossFromLogitsRefusesALastLayerWithAnActivation() {
        assertThatThrownBy(() -> new Network(
                        1, new BinaryCrossEntropy(), new Dense(2, 4), new Dense(4, 3), new Dense(3, 1, new Sigmoid())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Network: BinaryCrossEntropy computes the sigmoid itself: give Dense[3] no activation, it must not have"
                                + " Sigmoid");
        for (Loss loss : List.of(new BinaryCrossEntropy(), new CrossEntropy(), new KullbackLeibler())) {
            for (Layer last : List.of(
                    new Dense(4, 4, new Relu()),
                    new ActivationLayer(new Sigmoid()),
                    new Conv2d(IMAGE, 1, 1, new Tanh()),
                    new Dropout(0.5))) {
                assertThatThrownBy(() -> new Network(1, loss, new Dense(4, 4), last))
                        .as(loss + " after " + last)
                        .hasMessageContaining(loss.getClass().getSimpleName() + " computes ")
                        .hasMessageContaining(last.getClass().getSimpleName() + "[2]");
            }
            for (Layer last : List.of(
                    new Dense(4, 4),
                    new ActivationLayer(new Identity()),
                    new BatchNorm(4),
                    new Conv2d(IMAGE, 1, 1, new Identity()),
                    new Flatten(IMAGE),
                    new AveragePool(IMAGE, 1))) {
                assertThatCode(() -> new Network(1, loss, new Dense(4, 4, new Relu()), last))
                        .as(loss + " after " + last)
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void aLossOfValuesOrProbabilitiesTakesALastLayerWithAnActivation() {
        for (Loss loss : List.of(
                new SquaredError(),
                new HalfSquaredError(),
                new ProbabilityCrossEntropy(),
                new ProbabilityBinaryCrossEntropy())) {
            assertThatCode(() -> new Network(1, loss, new Dense(4, 3, new Sigmoid())))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aBatchOfOneIsRefusedBeforeAnyLayerRuns() {
        Network net = new Network(1, new CrossEntropy(), new Dense(4, 5), new BatchNorm(5), new Dense(5, 3));
        assertThat(net.minimumBatchSize()).isEqualTo(2);
        Matrix logits = net.forward(Samples.normal(4, 3, 1));
        Matrix Z = ((Dense) net.layer(1)).Z();
        assertThatThrownBy(() -> net.forward(Samples.normal(4, 1, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Network: a batch must have at least 2 examples, because BatchNorm[2] 5 needs them, got 1");
        assertThat(((Dense) net.layer(1)).Z()).isEqualTo(Z);
        assertThat(net.predict(Samples.normal(4, 1, 2)).shape()).isEqualTo("(3, 1)");
        assertThat(net.forward(Samples.normal(4, 3, 1))).isEqualTo(logits);
        assertThat(new Network(1, new CrossEntropy(), new Dense(4, 3)).minimumBatchSize())
                .isEqualTo(1);
        assertThat(new BatchNorm(new Volume(3, 2, 2)).minimumBatchSize()).isEqualTo(1);
    }

    @Test
    void whatAPassReturnsIsNobodyElses() {
        List<Layer> layers = List.of(
                new Dense(4, 4),
                new Dense(4, 4, new Relu()),
                new ActivationLayer(new Identity()),
                new ActivationLayer(new Relu()),
                new Dropout(0),
                new Dropout(0.5),
                new Flatten(IMAGE),
                new BatchNorm(4),
                new Conv2d(IMAGE, 1, 1, new Identity()),
                new MaxPool(IMAGE, 1),
                new AveragePool(IMAGE, 1));
        Matrix X = Samples.normal(4, 3, 1);
        Matrix C = Samples.normal(4, 3, 2);
        for (Layer layer : layers) {
            Matrix A = layer.forward(X);
            Matrix expected = layer.backward(C).copy();
            Matrix prediction = layer.predict(X);
            Layer again = layer; // the same D until backward, so forward anew
            assertThat(A.sharesNumbers(X) || prediction.sharesNumbers(X))
                    .as(layer + "")
                    .isFalse();
            if (layer.isRandom()) {
                continue;
            }
            Matrix spoilt = again.forward(X);
            spoilt.assign(Matrix.ones(4, 3).times(7));
            Matrix back = again.backward(C);
            assertThat(back.sharesNumbers(C)).as(layer + "").isFalse();
            assertThat(back).as(layer + "").isEqualTo(expected);
        }
    }

    @Test
    void aLearnerWhoChangesTheLogitsDoesNotChangeTheGradient() {
        Matrix X = Samples.normal(4, 3, 1);
        Matrix Y = Samples.oneHot(3, 3, 2);
        Network net = new Network(1, new CrossEntropy(), new Dense(4, 3));
        net.forward(X);
        double J = net.backward(Y);
        net.forward(X).assign(Matrix.ones(3, 3).times(100));
        assertThat(net.backward(Y)).isEqualTo(J);
        Network values = new Network(1, new SquaredError(), new Flatten(IMAGE));
        assertThat(values.predict(X).sharesNumbers(X)).isFalse();
        assertThat(new SquaredError().predict(X).sharesNumbers(X)).isFalse();
    }
}
