package backprop.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.Samples;
import backprop.data.Dataset;
import backprop.layer.BatchNorm;
import backprop.layer.Dense;
import backprop.layer.Volume;
import backprop.loss.CrossEntropy;
import backprop.matrix.Matrix;
import backprop.network.Network;
import backprop.optimizer.Adam;
import backprop.optimizer.Schedule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A batch that is too small for a layer is refused before anything is learned, or left out. */
class BatchSizeTest {
    private static final Dataset NINE = new Dataset(Samples.normal(3, 9, 1), Samples.oneHot(2, 9, 2));

    @Test
    void aLastBatchOfOneIsRefusedBeforeTheFirstEpochWhereALayerNeedsTwo() {
        Network net = normalizing();
        List<TrainingProgress> told = new ArrayList<>();
        Trainer trainer = new Trainer(net, new Adam()).batchSize(4).listener(noting(told));
        assertThatThrownBy(() -> trainer.train(NINE, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "train: a batch must have at least 2 examples for BatchNorm[2] 4, but 9 examples in batches of 4"
                                + " leave one of 1 — choose another batchSize, or call dropLast()");
        assertThat(told).isEmpty();
        assertThat(net.state()).isEqualTo(normalizing().state());
    }

    @Test
    void batchesOfOneAreRefusedWithoutADeadEnd() {
        assertThatThrownBy(() ->
                        new Trainer(normalizing(), new Adam()).batchSize(1).train(NINE, 2))
                .hasMessageEndingWith("leave one of 1 — choose another batchSize");
        assertThatThrownBy(() -> new Trainer(normalizing(), new Adam())
                        .batchSize(1)
                        .dropLast()
                        .train(NINE, 2))
                .hasMessageEndingWith("leave one of 1 — choose another batchSize");
        assertThatThrownBy(() -> new Trainer(normalizing(), new Adam()).train(NINE.select(0), 2))
                .hasMessageEndingWith("but 1 examples in batches of 32 leave one of 1 — choose another batchSize");
    }

    @Test
    void whatIsLeftIsLearnedFromWhereNoLayerMinds() {
        Network plain = new Network(1, new CrossEntropy(), new Dense(3, 2));
        List<TrainingProgress> told = new ArrayList<>();
        new Trainer(plain, new Adam()).batchSize(4).listener(noting(told)).train(NINE, 1);
        assertThat(told).extracting(TrainingProgress::examples).containsExactly(4L, 8L, 9L);
    }

    @Test
    void oneImageHasEnoughPixelsToBeNormalized() {
        Volume image = new Volume(1, 2, 2);
        Network net = new Network(1, new CrossEntropy(), new BatchNorm(image), new Dense(4, 2));
        Dataset three = new Dataset(Samples.normal(4, 3, 1), Samples.oneHot(2, 3, 2));
        assertThat(net.minimumBatchSize()).isEqualTo(1);
        assertThat(new Trainer(net, new Adam()).batchSize(2).train(three, 2).epochs())
                .hasSize(2);
    }

    @Test
    void dropLastLeavesTheSmallerBatchOutAndCountsRightly() {
        List<TrainingProgress> told = new ArrayList<>();
        List<Double> times = new ArrayList<>();
        Schedule schedule = (alpha, t) -> {
            times.add(t);
            return alpha;
        };
        Trainer trainer =
                new Trainer(normalizing(), new Adam()).batchSize(4).dropLast().schedule(schedule);
        History history = trainer.listener(noting(told)).train(NINE, 2);
        assertThat(history.epochs()).hasSize(2);
        assertThat(told)
                .containsExactly(
                        new TrainingProgress(1, 2, 1, 2, 4, 16, false),
                        new TrainingProgress(1, 2, 2, 2, 8, 16, false),
                        new TrainingProgress(2, 2, 1, 2, 12, 16, false),
                        new TrainingProgress(2, 2, 2, 2, 16, 16, false));
        assertThat(times).containsExactly(0.0, 0.5, 1.0, 1.5);
    }

    @Test
    void dropLastOfWholeBatchesChangesNothing() {
        Dataset eight = NINE.select(0, 1, 2, 3, 4, 5, 6, 7);
        Network with = normalizing();
        Network without = normalizing();
        History dropping = new Trainer(with, new Adam()).batchSize(4).dropLast().train(eight, 3);
        assertThat(dropping)
                .isEqualTo(new Trainer(without, new Adam()).batchSize(4).train(eight, 3));
        assertThat(with.state()).isEqualTo(without.state());
    }

    @Test
    void dropLastOfAllThereIsIsRefused() {
        assertThatThrownBy(() -> new Trainer(normalizing(), new Adam())
                        .batchSize(10)
                        .dropLast()
                        .train(NINE, 1))
                .hasMessage(
                        "train: the examples must fill a batch of 10 where dropLast() leaves smaller ones out, got 9 examples");
    }

    @Test
    void aValidationSetOfOtherRowsIsRefusedBeforeTheFirstEpoch() {
        Network net = normalizing();
        Trainer wide = new Trainer(net, new Adam()).validation(new Dataset(Matrix.ones(4, 5), Samples.oneHot(2, 5, 1)));
        assertThatThrownBy(() -> wide.train(NINE, 1))
                .hasMessage("train: the validation set: X must be (3, m), got (4, 5)");
        Trainer more = new Trainer(net, new Adam()).validation(new Dataset(Matrix.ones(3, 5), Samples.oneHot(4, 5, 1)));
        assertThatThrownBy(() -> more.train(NINE, 1))
                .hasMessage("train: the validation set: Y must be (2, m), got (4, 5)");
        assertThat(net.state()).isEqualTo(normalizing().state());
    }

    private static TrainingListener noting(List<TrainingProgress> told) {
        return new TrainingListener() {
            @Override
            public void epochEnded(Epoch epoch, int planned) {}

            @Override
            public void batchEnded(TrainingProgress progress) {
                told.add(progress);
            }
        };
    }

    private static Network normalizing() {
        return new Network(1, new CrossEntropy(), new Dense(3, 4), new BatchNorm(4), new Dense(4, 2));
    }
}
