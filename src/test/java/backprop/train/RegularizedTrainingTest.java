package backprop.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.Samples;
import backprop.activation.Tanh;
import backprop.data.Dataset;
import backprop.layer.Dense;
import backprop.loss.CrossEntropy;
import backprop.matrix.Matrix;
import backprop.network.Network;
import backprop.optimizer.Adam;
import backprop.optimizer.GradientDescent;
import backprop.regularizer.L1;
import backprop.regularizer.L2;
import backprop.regularizer.Regularizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegularizedTrainingTest {
    private static final double LAMBDA = 0.7;
    private static final Dataset DATA = new Dataset(Samples.normal(3, 10, 1), Samples.oneHot(2, 10, 2));

    /** W ← W − α (dW + (λ/m) W), and b ← b − α db: note 000, section 7.1. */
    @Test
    void aStepAddsThePenaltysGradientToTheWeightsAlone() {
        Network trained = net();
        new Trainer(trained, new GradientDescent(0.5))
                .regularizer(new Squares())
                .step(DATA);
        Network byHand = net();
        byHand.forward(DATA.X());
        byHand.backward(DATA.Y());
        for (int l = 1; l <= 2; l++) {
            Matrix W = ((Dense) byHand.layer(l)).W();
            Matrix dW = byHand.layer(l).parameters().get(0).gradient();
            Matrix b = ((Dense) byHand.layer(l)).b();
            Matrix db = byHand.layer(l).parameters().get(1).gradient();
            Matrix expectedW = W.times(1 - 0.5 * LAMBDA / 10).minus(dW.times(0.5));
            Matrix expectedb = b.minus(db.times(0.5));
            assertThat(((Dense) trained.layer(l)).W().minus(expectedW).maxAbs()).isLessThan(1e-15);
            assertThat(((Dense) trained.layer(l)).b().minus(expectedb).maxAbs()).isLessThan(1e-15);
        }
    }

    @Test
    void severalRegularizersAddUp() {
        Network both = net();
        new Trainer(both, new GradientDescent(0.5))
                .regularizer(new L2(0.3))
                .regularizer(new L1(0.2))
                .regularizer(new L2(0.4))
                .step(DATA);
        Network byHand = net();
        byHand.forward(DATA.X());
        byHand.backward(DATA.Y());
        for (int l = 1; l <= 2; l++) {
            Matrix W = ((Dense) byHand.layer(l)).W();
            Matrix dW = byHand.layer(l).parameters().get(0).gradient();
            Matrix signs = W.map(w -> w > 0 ? 1 : -1);
            Matrix dJ = dW.plus(W.times(0.7 / 10)).plus(signs.times(0.2 / 10));
            Matrix expected = W.minus(dJ.times(0.5));
            assertThat(((Dense) both.layer(l)).W().minus(expected).maxAbs()).isLessThan(1e-15);
        }
    }

    @Test
    void mIsTheSizeOfEachBatch() {
        List<Integer> sizes = new ArrayList<>();
        Regularizer noting = new Regularizer() {
            @Override
            public double penalty(Matrix W, int m) {
                return 0;
            }

            @Override
            public void addGradient(Matrix W, Matrix dW, int m) {
                sizes.add(m);
            }
        };
        new Trainer(net(), new Adam()).batchSize(4).regularizer(noting).train(DATA, 1);
        assertThat(sizes).containsExactly(4, 4, 4, 4, 2, 2); // two weights in each of three batches
    }

    @Test
    void theHistoryHoldsTheCostWithoutThePenalty() {
        Network net = net();
        double before = net.cost(DATA.X(), DATA.Y());
        Trainer trainer = new Trainer(net, new Adam())
                .batchSize(10)
                .regularizer(new Squares())
                .validation(DATA);
        Epoch epoch = trainer.train(DATA, 1).last();
        assertThat(Math.abs(epoch.cost() - before)).isLessThan(1e-15);
        assertThat(epoch.validationCost()).isEqualTo(net.cost(DATA.X(), DATA.Y()));
    }

    @Test
    void noRegularizerIsRefusedByName() {
        assertThatThrownBy(() -> new Trainer(net(), new Adam()).regularizer(null))
                .hasMessage("regularizer: it must not be null");
    }

    /** Its biases are not 0, or a penalty on them would change nothing. */
    private static Network net() {
        Dense hidden = new Dense(3, 6, new Tanh());
        Dense output = new Dense(6, 2);
        Network net = new Network(5, new CrossEntropy(), hidden, output);
        hidden.set(hidden.W(), Samples.normal(6, 1, 3));
        output.set(output.W(), Samples.normal(2, 1, 4));
        return net;
    }

    /** (λ/2m) Σ w², by plain loops. */
    private static final class Squares implements Regularizer {
        @Override
        public double penalty(Matrix W, int m) {
            return LAMBDA / (2 * m) * W.hadamard(W).sum();
        }

        @Override
        public void addGradient(Matrix W, Matrix dW, int m) {
            for (int i = 0; i < W.rows(); i++) {
                for (int j = 0; j < W.cols(); j++) {
                    dW.set(i, j, dW.get(i, j) + LAMBDA / m * W.get(i, j));
                }
            }
        }
    }
}
