package backprop.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.Samples;
import backprop.activation.Relu;
import backprop.data.Dataset;
import backprop.layer.Dense;
import backprop.layer.Layer;
import backprop.layer.Parameter;
import backprop.loss.CrossEntropy;
import backprop.loss.SquaredError;
import backprop.matrix.Matrix;
import backprop.network.Network;
import backprop.optimizer.Adam;
import backprop.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A network of one weight w whose cost grows with w², and an optimizer that sets w, epoch by epoch, to the numbers of
 * a script: so the validation costs follow the script.
 */
class EarlyStoppingTest {
    private static final double[] SCRIPT = {5, 4, 3, 3.5, -3, 2, 2.5, 2.6, 2.7, 1, 0.5, 0.1};
    private static final Dataset ONE = new Dataset(Matrix.row(1), Matrix.row(0));

    private final Weight weight = new Weight();
    private final Network net = new Network(1, new SquaredError(), weight);

    @Test
    void itStopsWhenPatienceEpochsBroughtNoNewMinimum() {
        History history = scripted(SCRIPT).earlyStopping(3).train(ONE, 12);
        assertThat(history.epochs()).hasSize(9);
        assertThat(history.best().number()).isEqualTo(6);
        assertThat(weight.w).isEqualTo(Matrix.row(2));
    }

    @Test
    void anEqualCostIsNoNewMinimum() {
        History history = scripted(SCRIPT).earlyStopping(2).train(ONE, 12);
        assertThat(history.epochs()).hasSize(5);
        assertThat(history.best().number()).isEqualTo(3);
        assertThat(weight.w).isEqualTo(Matrix.row(3));
    }

    @Test
    void whatALayerKeepsBesidesIsThatOfTheBestEpochToo() {
        scripted(SCRIPT).earlyStopping(3).train(ONE, 12);
        assertThat(weight.passes).isEqualTo(Matrix.row(6));
    }

    @Test
    void theBestWeightsAreBackWhenTheEpochsRunOut() {
        assertThat(scripted(SCRIPT).earlyStopping(3).train(ONE, 8).epochs()).hasSize(8);
        assertThat(weight.w).isEqualTo(Matrix.row(2));
    }

    @Test
    void theBestWeightsAreBackWhenTheTrainingIsInterrupted() {
        TrainingListener interrupting = (epoch, planned) -> {
            if (epoch.number() == 4) {
                Thread.currentThread().interrupt();
            }
        };
        History history =
                scripted(SCRIPT).earlyStopping(3).listener(interrupting).train(ONE, 12);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(history.epochs()).hasSize(4);
        assertThat(weight.w).isEqualTo(Matrix.row(3));
    }

    @Test
    void theBestWeightsAreBackWhenTheTrainingDiverges() {
        Trainer trainer = scripted(5, 4, Double.NaN, 1).earlyStopping(3);
        assertThatThrownBy(() -> trainer.train(ONE, 12))
                .isInstanceOf(DivergedException.class)
                .hasMessageContaining("epoch 3, validation");
        assertThat(weight.w).isEqualTo(Matrix.row(4));
    }

    @Test
    void theFirstWeightsAreBackWhenNoEpochEnded() {
        Trainer trainer = scripted(Double.NaN).earlyStopping(3);
        assertThatThrownBy(() -> trainer.train(ONE, 12)).isInstanceOf(DivergedException.class);
        assertThat(weight.w).isEqualTo(Matrix.row(9));
    }

    @Test
    void aListenerSeesTheBestWeightsAtTheEnd() {
        List<Double> seen = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void epochEnded(Epoch epoch, int planned) {
                seen.add(weight.w.get(0, 0));
            }

            @Override
            public void ended(History history, String stopped) {
                seen.add(weight.w.get(0, 0));
            }
        };
        scripted(SCRIPT).earlyStopping(1).listener(listener).train(ONE, 12);
        assertThat(seen).containsExactly(5.0, 4.0, 3.0, 3.5, 3.0);
    }

    @Test
    void withoutItTheLastWeightsStayAndTheHistoryStillKnowsTheBest() {
        History history = scripted(SCRIPT).train(ONE, 9);
        assertThat(weight.w).isEqualTo(Matrix.row(2.7));
        assertThat(history.best().number()).isEqualTo(6);
    }

    @Test
    void aNetworkThatOverfitsHasTheRecordedMinimumAtTheEnd() {
        Dataset data = new Dataset(Samples.normal(5, 30, 1), Samples.oneHot(3, 30, 2));
        Dataset held = new Dataset(Samples.normal(5, 40, 3), Samples.oneHot(3, 40, 4));
        Network overfitting = new Network(1, new CrossEntropy(), new Dense(5, 40, new Relu()), new Dense(40, 3));
        History history = new Trainer(overfitting, new Adam(0.02))
                .validation(held)
                .earlyStopping(5)
                .train(data, 200);
        double lowest = history.epochs().stream()
                .mapToDouble(Epoch::validationCost)
                .min()
                .orElseThrow();
        assertThat(history.epochs().size())
                .isEqualTo(history.best().number() + 5)
                .isLessThan(200);
        assertThat(history.last().validationCost()).isGreaterThan(lowest);
        assertThat(overfitting.cost(held.X(), held.Y())).isEqualTo(lowest);
    }

    @Test
    void itNeedsAValidationSetAndSomePatience() {
        Trainer trainer = new Trainer(net, new Adam()).earlyStopping(3);
        assertThatThrownBy(() -> trainer.train(ONE, 12))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("earlyStopping: there must be a validation set, got none — call validation(…) as well");
        assertThatThrownBy(() -> trainer.earlyStopping(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("patience: it must be at least 1, got 0");
        assertThatThrownBy(() -> new Trainer(net, new Adam()).train(ONE, 2).best())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("History: there is no validation cost in it to be the best");
    }

    private Trainer scripted(double... script) {
        return new Trainer(net, new Script(Arrays.stream(script).boxed().toList())).validation(ONE);
    }

    /** Sets w to the next number at each update. */
    private record Script(List<Double> numbers) implements Optimizer {
        @Override
        public double alpha() {
            return 1;
        }

        @Override
        public Step step(int rows, int cols) {
            int[] t = {0};
            return (W, dW, alpha) -> W.set(0, 0, numbers.get(t[0]++));
        }
    }

    /** w A, with w = 9 to begin with; it counts its forward passes. */
    private static final class Weight implements Layer {
        private final Matrix w = Matrix.row(9);
        private final Matrix passes = Matrix.row(0);

        @Override
        public Matrix forward(Matrix A) {
            passes.set(0, 0, passes.get(0, 0) + 1);
            return predict(A);
        }

        @Override
        public Matrix predict(Matrix A) {
            return w.mult(A);
        }

        @Override
        public Matrix backward(Matrix dA) {
            return dA;
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(new Parameter("w", w, Matrix.row(0), true));
        }

        @Override
        public Map<String, Matrix> state() {
            return Map.of("passes", passes);
        }
    }
}
