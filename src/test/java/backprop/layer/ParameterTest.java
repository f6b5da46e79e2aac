package backprop.layer;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.Samples;
import backprop.activation.Identity;
import backprop.activation.Tanh;
import backprop.loss.CrossEntropy;
import backprop.matrix.Matrix;
import backprop.network.Network;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parameters are live pairs, and what was set in a layer stays. */
class ParameterTest {
    private static final Volume IMAGE = new Volume(1, 3, 3);
    private static final Matrix X = Samples.normal(9, 4, 1);
    private static final Matrix Y = Samples.oneHot(3, 4, 2);
    private static final Matrix W = Samples.normal(3, 18, 3);
    private static final Matrix B = Samples.normal(3, 1, 4);
    private static final Matrix FILTERS = Samples.normal(2, 9, 5);
    private static final Matrix BIASES = Samples.normal(2, 1, 6);
    private static final Matrix GAMMA = Matrix.column(2, 3);
    private static final Matrix BETA = Matrix.column(-1, 5);

    @Test
    void whatWasSetStaysWhenTheLayerJoinsANetwork() {
        Conv2d conv = new Conv2d(IMAGE, 2, 3, new Tanh()).set(FILTERS, BIASES);
        BatchNorm norm = new BatchNorm(conv.output()).set(GAMMA, BETA);
        Dense dense = new Dense(18, 3).set(W, B);
        requireValues(new Network(1, new CrossEntropy(), conv, norm, dense), FILTERS, BIASES, GAMMA, BETA, W, B);
    }

    @Test
    void whatWasWrittenIntoAParameterStaysToo() {
        Conv2d conv = new Conv2d(IMAGE, 2, 3, new Tanh());
        conv.dense().W().assign(FILTERS);
        conv.dense().b().assign(BIASES);
        BatchNorm norm = new BatchNorm(conv.output());
        norm.parameters().get(0).value().assign(GAMMA);
        norm.parameters().get(1).value().assign(BETA);
        Dense dense = new Dense(18, 3);
        dense.W().assign(W);
        dense.parameters().get(1).value().assign(B);
        requireValues(new Network(1, new CrossEntropy(), conv, norm, dense), FILTERS, BIASES, GAMMA, BETA, W, B);
        Dense biasOnly = new Dense(3, 2);
        Matrix drawn = biasOnly.W().copy();
        biasOnly.b().set(1, 0, 7);
        requireValues(new Network(1, new CrossEntropy(), biasOnly), drawn, Matrix.column(0, 7));
    }

    @Test
    void theOtherLayersDrawWhatTheyDrawWithoutIt() {
        Network plain = new Network(3, new CrossEntropy(), new Dense(4, 5), new Dense(5, 3));
        Network withOneSet = new Network(
                3, new CrossEntropy(), new Dense(4, 5).set(Matrix.ones(5, 4), Matrix.zeros(5, 1)), new Dense(5, 3));
        assertThat(withOneSet.state().get("W[2]")).isEqualTo(plain.state().get("W[2]"));
        assertThat(withOneSet.state().get("W[1]")).isEqualTo(Matrix.ones(5, 4));
    }

    @Test
    void aNewLayerStillDrawsFromTheSeedOfTheNetwork() {
        Dense alone = new Dense(4, 5, new Identity());
        alone.initialize(1, new Random(9));
        Network net = new Network(9, new CrossEntropy(), new Dense(4, 5, new Identity()));
        assertThat(net.state().get("W[1]")).isEqualTo(alone.W());
    }

    @Test
    void theSameMatricesAreParametersAndGradientsForEver(@TempDir Path folder) {
        Conv2d conv = new Conv2d(IMAGE, 2, 3, new Tanh());
        BatchNorm norm = new BatchNorm(conv.output());
        Dense dense = new Dense(18, 3);
        List<Parameter> early = List.of(conv, norm, dense).stream()
                .flatMap(layer -> layer.parameters().stream())
                .toList();
        Network net = new Network(1, new CrossEntropy(), conv, norm, dense);
        net.save(folder.resolve("net.npz"));
        net.forward(X);
        net.backward(Y);
        requireSame(early, net);
        assertThat(early).allSatisfy(p -> assertThat(p.gradient().maxAbs()).isPositive());
        conv.set(FILTERS, BIASES);
        norm.set(GAMMA, BETA);
        dense.set(W, B);
        requireSame(early, net);
        assertThat(early.get(4).value()).isEqualTo(W);
        net.load(folder.resolve("net.npz"));
        requireSame(early, net);
        assertThat(early.get(4).value()).isNotEqualTo(W);
    }

    @Test
    void aGradientIsThatOfTheLastPassNotASum() {
        Network net = new Network(1, new CrossEntropy(), new Dense(9, 3));
        net.forward(X);
        net.backward(Y);
        Matrix once = net.parameters().get(0).gradient().copy();
        net.forward(X);
        net.backward(Y);
        assertThat(net.parameters().get(0).gradient()).isEqualTo(once);
    }

    private static void requireSame(List<Parameter> early, Network net) {
        List<Parameter> now = net.parameters();
        for (int k = 0; k < early.size(); k++) {
            assertThat(early.get(k).value())
                    .as(now.get(k).name())
                    .isSameAs(now.get(k).value());
            assertThat(early.get(k).gradient())
                    .as(now.get(k).name())
                    .isSameAs(now.get(k).gradient());
        }
    }

    private static void requireValues(Network net, Matrix... values) {
        assertThat(net.parameters()).extracting(Parameter::value).containsExactly(values);
    }
}
