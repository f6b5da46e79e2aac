package backprop.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.Samples;
import backprop.activation.Relu;
import backprop.layer.Dense;
import backprop.layer.Layer;
import backprop.layer.Parameter;
import backprop.loss.CrossEntropy;
import backprop.loss.SquaredError;
import backprop.matrix.Matrix;
import backprop.matrix.ShapeException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        Matrix batch = net.parameters().get(0).gradient().copy();
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
        assertThatThrownBy(() -> {
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
        assertThatThrownBy(() -> new Dense(4, 3, null)).hasMessage("Dense: the activation must not be null");
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
        assertThat(net.parameters()).extracting(Parameter::name).containsExactly("W[1]", "b[1]", "W[2]", "b[2]");
        assertThat(net).hasToString("Dense[1] 784→100\nDense[2] 100→10\nCrossEntropy, 79510 parameters");
    }

    @Test
    void aNetworkNeedsALayerAndCountsThemFromOne() {
        assertThatThrownBy(() -> new Network(1, new CrossEntropy()))
                .hasMessage("Network: must have at least one layer, got none");
        assertThatThrownBy(() -> net(1).layer(0)).hasMessage("Network: layers are numbered 1 to 2, got 0");
    }

    @Test
    void theSummaryIsATableOfLayersShapesAndCounts() {
        Layer anyRows = new Own("Any", 0, Matrix.zeros(1, 1));
        Network net = new Network(1, new CrossEntropy(), new Dense(784, 100, new Relu()), anyRows, new Dense(100, 10));
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("de-DE"));
        try {
            assertThat(net.summary()).isEqualTo("""
          Dense[1] 784→100 Relu   (100, m)       78,500
          Any                     (100, m)            0
          Dense[3] 100→10          (10, m)        1,010
                                     total       79,510
          """);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theSummaryLeavesAWidthOpenThatNobodyStates() {
        Network net = new Network(1, new CrossEntropy(), new Own("Any", 0, Matrix.zeros(1, 1)));
        assertThat(net.summary()).startsWith("Any     (n, m)            0\n");
    }

    @Test
    void theStateIsEveryLayersParametersAndWhatItKeepsBesides() {
        Matrix mean = Matrix.column(7);
        Network net = new Network(1, new CrossEntropy(), new Dense(4, 3), new Own("Own", 1, mean), new Dense(3, 3));
        assertThat(net.state().keySet()).containsExactly("W[1]", "b[1]", "w1[2]", "mean[2]", "W[3]", "b[3]");
        assertThat(net.state().get("mean[2]")).isSameAs(mean);
        assertThat(net.state().get("W[3]")).isSameAs(((Dense) net.layer(3)).W());
    }

    @Test
    void twoMatricesOfOneNameAreRefused() {
        Network net = new Network(1, new CrossEntropy(), new Own("Own", 2, Matrix.zeros(1, 1)));
        assertThatThrownBy(net::state)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Network: a name must be one matrix's, got two w1[1]");
    }

    @Test
    void aCheckpointBringsBackParametersAndWhatLayersKeep() {
        Matrix mean = Matrix.column(7);
        Network net = new Network(1, new CrossEntropy(), new Dense(4, 3), new Own("Own", 0, mean));
        Matrix W = ((Dense) net.layer(1)).W();
        Matrix before = W.copy();
        Runnable back = net.checkpoint();
        W.set(2, 3, 99);
        mean.set(0, 0, 8);
        back.run();
        assertThat(W).isEqualTo(before).isSameAs(((Dense) net.layer(1)).W());
        assertThat(mean).isEqualTo(Matrix.column(7));
    }

    private static Network net(long seed) {
        return new Network(seed, new CrossEntropy(), new Dense(4, 5, new Relu()), new Dense(5, 3));
    }

    /** A layer of a learner's own: A itself, parameters that are all called w1, and a mean. */
    private record Own(String name, int count, Matrix mean) implements Layer {
        @Override
        public Matrix forward(Matrix A) {
            return A;
        }

        @Override
        public Matrix backward(Matrix dA) {
            return dA;
        }

        @Override
        public List<Parameter> parameters() {
            Matrix w = Matrix.ones(1, 1);
            return Collections.nCopies(count, new Parameter("w1", w, w, true));
        }

        @Override
        public Map<String, Matrix> state() {
            return Map.of("mean", mean);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @Test
    void aLayerWithoutATextOfItsOwnIsCalledByItsClassAndNumber() {
        class Silent implements Layer {
            @Override
            public Matrix forward(Matrix A) {
                return A;
            }

            @Override
            public Matrix backward(Matrix dA) {
                return dA;
            }
        }
        Network net = new Network(1, new SquaredError(), new Dense(2, 3), new Silent(), new Dense(3, 1));
        assertThat(net.name(1)).isEqualTo("Dense[1] 2→3");
        assertThat(net.name(2)).isEqualTo("Silent[2]");
        assertThat(net.toString() + net.summary()).doesNotContain("@");
    }
}
