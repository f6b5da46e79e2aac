package backprop.train;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.Samples;
import backprop.activation.Relu;
import backprop.activation.Tanh;
import backprop.data.Dataset;
import backprop.layer.Dense;
import backprop.layer.Layer;
import backprop.layer.Parameter;
import backprop.loss.CrossEntropy;
import backprop.loss.Loss;
import backprop.matrix.Matrix;
import backprop.matrix.Workspace;
import backprop.network.Network;
import backprop.optimizer.Adam;
import backprop.optimizer.Optimizer;
import backprop.regularizer.Regularizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The same seed gives the same bits, whether a step reuses its matrices or not; and it reuses none where something of
 * a learner's own takes part, which may keep them.
 */
class ReproducibilityTest {
    private static final Dataset DATA =
            new Dataset(Samples.normal(3, 50, 1), Samples.oneHot(2, 50, 2), List.of("a", "b"));
    private static final Dataset HELD =
            new Dataset(Samples.normal(3, 9, 3), Samples.oneHot(2, 9, 4), List.of("a", "b"));

    /** Every matrix that somebody was handed, and what was in it then. */
    private final List<Matrix> kept = new ArrayList<>();

    private final List<Matrix> copies = new ArrayList<>();

    @Test
    void theSameSeedGivesTheSameHistoryAndWeightsToTheLastBit() {
        Network first = net(new CrossEntropy(), layer -> layer);
        Network second = net(new CrossEntropy(), layer -> layer);
        assertThat(train(first, new Adam())).isEqualTo(train(second, new Adam()));
        assertThat(first.state()).isEqualTo(second.state());
    }

    @Test
    void reusedMatricesGiveTheSameBitsAsFreshOnes() {
        Network reusing = net(new CrossEntropy(), layer -> layer);
        Network fresh = net(new CrossEntropy(), Own::new);
        assertThat(train(reusing, new Adam())).isEqualTo(train(fresh, new Adam()));
        assertThat(reusing.state()).isEqualTo(fresh.state());
    }

    private record Row(String name, Runnable training, boolean mayKeep) {}

    /**
     * A parameter and its gradient are the layer's own, so an optimizer or a regularizer that keeps one sees it change.
     * The last row shows that the first can fail: who promises to keep nothing sees it change.
     */
    @TestFactory
    Stream<DynamicTest> whatIsKeptStaysUnlessTheKeeperPromisedToKeepNothing() {
        return Stream.of(
                        new Row("a layer", () -> train(net(new CrossEntropy(), KeepingLayer::new), new Adam()), true),
                        new Row("a loss", () -> train(net(new KeepingLoss(), layer -> layer), new Adam()), true),
                        new Row(
                                "an optimizer",
                                () -> train(net(new CrossEntropy(), layer -> layer), new KeepingOptimizer()),
                                false),
                        new Row(
                                "a regularizer",
                                () -> new Trainer(net(new CrossEntropy(), layer -> layer), new Adam())
                                        .regularizer(new KeepingRegularizer())
                                        .train(DATA, 3),
                                false),
                        new Row(
                                "a loss that promised",
                                () -> train(net(new PromisingLoss(), layer -> layer), new Adam()),
                                false))
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> requireKept(row)));
    }

    private void requireKept(Row row) {
        kept.clear();
        copies.clear();
        row.training().run();
        assertThat(kept).hasSizeGreaterThan(10);
        assertThat(kept.equals(copies)).isEqualTo(row.mayKeep());
    }

    private static History train(Network net, Optimizer optimizer) {
        return new Trainer(net, optimizer).batchSize(8).seed(3).validation(HELD).train(DATA, 3);
    }

    private static Network net(Loss loss, UnaryOperator<Layer> second) {
        return new Network(
                5, loss, new Dense(3, 6, new Relu()), second.apply(new Dense(6, 4, new Tanh())), new Dense(4, 2));
    }

    private Matrix keep(Matrix M) {
        kept.add(M);
        copies.add(M.copy());
        return M;
    }

    /** A layer of a learner's own, which promises nothing. */
    private static final class Own implements Layer {
        private final Layer inside;

        Own(Layer inside) {
            this.inside = inside;
        }

        @Override
        public void initialize(int l, Random random) {
            inside.initialize(l, random);
        }

        @Override
        public Matrix forward(Matrix A) {
            return inside.forward(A);
        }

        @Override
        public Matrix predict(Matrix A) {
            return inside.predict(A);
        }

        @Override
        public Matrix backward(Matrix dA) {
            return inside.backward(dA);
        }

        @Override
        public List<Parameter> parameters() {
            return inside.parameters();
        }
    }

    private final class KeepingLayer implements Layer {
        private final Layer inside;

        KeepingLayer(Layer inside) {
            this.inside = inside;
        }

        @Override
        public void initialize(int l, Random random) {
            inside.initialize(l, random);
        }

        @Override
        public Matrix forward(Matrix A) {
            return keep(inside.forward(keep(A)));
        }

        @Override
        public Matrix backward(Matrix dA) {
            Matrix dAPrev = keep(inside.backward(keep(dA)));
            return dAPrev;
        }

        @Override
        public List<Parameter> parameters() {
            return inside.parameters();
        }
    }

    private class KeepingLoss implements Loss {
        private final Loss inside = new CrossEntropy();

        @Override
        public Matrix predict(Matrix Z) {
            return keep(inside.predict(keep(Z)));
        }

        @Override
        public Matrix perExample(Matrix Z, Matrix Y) {
            return keep(inside.perExample(Z, Y));
        }

        @Override
        public Matrix dZ(Matrix Z, Matrix Y) {
            return keep(inside.dZ(Z, Y));
        }
    }

    private final class PromisingLoss extends KeepingLoss implements Workspace.BufferSafe {}

    private final class KeepingOptimizer implements Optimizer {
        @Override
        public double alpha() {
            return 0.1;
        }

        @Override
        public Step step(int rows, int cols) {
            return (W, dW, alpha) -> W.addScaled(-alpha, keep(dW));
        }
    }

    private final class KeepingRegularizer implements Regularizer {
        @Override
        public double penalty(Matrix W, int m) {
            return 0;
        }

        @Override
        public void addGradient(Matrix W, Matrix dW, int m) {
            keep(dW);
        }
    }
}
