package backprop.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import backprop.Samples;
import backprop.activation.Tanh;
import backprop.data.Dataset;
import backprop.layer.Dense;
import backprop.loss.CrossEntropy;
import backprop.matrix.Matrix;
import backprop.network.Network;
import backprop.optimizer.Adam;
import backprop.optimizer.GradientDescent;
import backprop.optimizer.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left behind by a training that fails, and what a trainer refuses. */
class TrainerFailureTest {
    private static final Dataset DATA = new Dataset(Samples.normal(3, 20, 1), Samples.oneHot(2, 20, 2));

    @AfterEach
    void noDefaultListener() {
        Trainer.setDefaultListener(() -> (epoch, planned) -> {});
    }

    @Test
    void aListenerThatFailsAtTheEndDoesNotHideWhatFailedBefore() {
        TrainingListener failing = new TrainingListener() {
            @Override
            public void epochEnded(Epoch epoch, int planned) {
                throw new IllegalStateException("first");
            }

            @Override
            public void ended(History history, String stopped) {
                throw new IllegalStateException("second");
            }
        };
        Throwable thrown = catchThrowable(
                () -> new Trainer(net(), new Adam()).listener(failing).train(DATA, 3));
        assertThat(thrown).hasMessage("first");
        assertThat(thrown.getSuppressed()).extracting(Throwable::getMessage).containsExactly("second");
    }

    @Test
    void aTrainingThatFailedGoesOnFromWhereItWas() {
        Network failed = net();
        boolean[] fails = {true};
        TrainingListener once = new TrainingListener() {
            @Override
            public void epochEnded(Epoch epoch, int planned) {
                if (fails[0]) {
                    fails[0] = false;
                    throw new IllegalStateException("once");
                }
            }
        };
        Trainer trainer = new Trainer(failed, new Adam()).batchSize(8).listener(once);
        assertThatThrownBy(() -> trainer.train(DATA, 3)).hasMessage("once");
        assertThat(trainer.history().epochs()).hasSize(1);
        trainer.train(DATA, 2);
        Network whole = net();
        new Trainer(whole, new Adam()).batchSize(8).train(DATA, 3);
        assertThat(failed.state()).isEqualTo(whole.state());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -0.1})
    void aScheduleWithoutALearningRateIsRefusedAndNothingMoves(double rate) {
        Network net = net();
        Trainer trainer = new Trainer(net, new GradientDescent(0.1)).schedule((alpha, t) -> t < 1 ? 0 : rate);
        assertThatThrownBy(() -> trainer.train(DATA, 3))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("schedule: the learning rate α must be at least 0 and finite, got " + rate
                        + " after 1.0 epochs");
        assertThat(net.state()).isEqualTo(net().state());
    }

    @Test
    void aScheduleMayKeepMatricesThatItComputes() {
        List<Matrix> kept = new ArrayList<>();
        Network net = net();
        Schedule noting = (alpha, t) -> {
            kept.add(net.predict(DATA.X()));
            return alpha;
        };
        Matrix before = net.predict(DATA.X());
        new Trainer(net, new Adam()).schedule(noting).train(DATA, 4);
        assertThat(kept.get(0)).isEqualTo(before);
        assertThat(kept).doesNotHaveDuplicates();
    }

    @Test
    void aPredictionInsideAListenerIsFresh() {
        Network net = net();
        List<Matrix> kept = new ArrayList<>();
        TrainingListener noting = new TrainingListener() {
            @Override
            public void epochEnded(Epoch epoch, int planned) {
                kept.add(net.predict(DATA.X()));
            }

            @Override
            public void batchEnded(TrainingProgress progress) {
                kept.add(net.Yhat());
            }
        };
        new Trainer(net, new Adam(0.1)).listener(noting).train(DATA, 1);
        List<Matrix> copies = kept.stream().map(Matrix::copy).toList();
        new Trainer(net, new Adam(0.1)).train(DATA, 3);
        assertThat(kept).isEqualTo(copies);
    }

    @Test
    void theDefaultListenerIsThatOfTrainersMadeLaterOnAnyThread() throws InterruptedException {
        Trainer earlier = new Trainer(net(), new Adam());
        List<Integer> told = new ArrayList<>();
        Trainer.setDefaultListener(() -> (epoch, planned) -> told.add(planned));
        earlier.train(DATA, 2);
        assertThat(told).isEmpty();
        AtomicReference<Trainer> made = new AtomicReference<>();
        Thread thread = new Thread(() -> made.set(new Trainer(net(), new Adam())));
        thread.start();
        thread.join();
        made.get().train(DATA, 3);
        assertThat(told).containsExactly(3, 3, 3);
        new Trainer(net(), new Adam()).listener((epoch, planned) -> {}).train(DATA, 4);
        assertThat(told).containsExactly(3, 3, 3);
    }

    @Test
    void noDefaultListenersAreRefusedByName() {
        assertThatThrownBy(() -> Trainer.setDefaultListener(null))
                .hasMessage("setDefaultListener: the listeners must not be null");
        Trainer.setDefaultListener(() -> null);
        assertThatThrownBy(() -> new Trainer(net(), new Adam()))
                .hasMessage("setDefaultListener: it must make listeners, got null");
    }

    @Test
    void anEpochWhoseValidationCostIsNaNIsNeverTheBest() {
        double none = Double.NaN;
        History history = new History(List.of(
                new Epoch(1, 1, none, none, none),
                new Epoch(2, 1, none, 0.5, none),
                new Epoch(3, 1, none, 0.4, none),
                new Epoch(4, 1, none, none, none)));
        assertThat(history.hasValidation()).isTrue();
        assertThat(history.best().number()).isEqualTo(3);
    }

    private static Network net() {
        return new Network(5, new CrossEntropy(), new Dense(3, 6, new Tanh()), new Dense(6, 2));
    }
}
