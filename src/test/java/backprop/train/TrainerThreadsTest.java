package backprop.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.Samples;
import backprop.data.Dataset;
import backprop.layer.Dense;
import backprop.layer.Layer;
import backprop.layer.Parameter;
import backprop.loss.CrossEntropy;
import backprop.matrix.Matrix;
import backprop.network.Network;
import backprop.optimizer.Adam;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Interrupts, and threads that train the same network. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TrainerThreadsTest {
    private static final Dataset DATA =
            new Dataset(Samples.normal(3, 20, 1), Samples.oneHot(2, 20, 2), List.of("a", "b"));

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Gate gate = new Gate();
    private final Network net = new Network(1, new CrossEntropy(), gate, new Dense(3, 2));

    @Test
    void aTrainingIsToldBatchByBatch() {
        List<TrainingProgress> batches = new ArrayList<>();
        new Trainer(net, new Adam())
                .batchSize(8)
                .listener(new Telling() {
                    @Override
                    public void batchEnded(TrainingProgress progress) {
                        batches.add(progress);
                    }
                })
                .train(DATA, 2);
        assertThat(batches)
                .containsExactly(
                        new TrainingProgress(1, 2, 1, 3, 8, 40, false),
                        new TrainingProgress(1, 2, 2, 3, 16, 40, false),
                        new TrainingProgress(1, 2, 3, 3, 20, 40, false),
                        new TrainingProgress(2, 2, 1, 3, 28, 40, false),
                        new TrainingProgress(2, 2, 2, 3, 36, 40, false),
                        new TrainingProgress(2, 2, 3, 3, 40, 40, false));
    }

    @Test
    void anInterruptWithinAnEpochEndsItWithThatBatchAndTheHistoryHoldsIt() {
        Trainer trainer = new Trainer(net, new Adam()).batchSize(8).listener(new Telling() {
            @Override
            public void batchEnded(TrainingProgress progress) {
                told.add(progress.epoch() + "." + progress.batch());
                if (told.size() == 5) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        trainer.train(DATA, 9);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(told).containsExactly("1.1", "1.2", "1.3", "2.1", "2.2", "ended 2, an interrupt");
        assertThat(trainer.history().epochs()).hasSize(2);
        assertThat(net.predict(DATA.X()).isFinite()).isTrue();
    }

    @Test
    void theHistoryIsKeptWhenATrainingFailsAndThenItIsThatOfTheNext() {
        Trainer trainer = new Trainer(net, new Adam()).listener(new Telling() {
            @Override
            public void epochEnded(Epoch epoch, int planned) {
                if (epoch.number() == 3) {
                    throw new IllegalStateException("a listener of one's own");
                }
            }
        });
        assertThat(trainer.history().epochs()).isEmpty();
        assertThatThrownBy(() -> trainer.train(DATA, 9)).isInstanceOf(IllegalStateException.class);
        assertThat(trainer.history().epochs()).hasSize(3);
        assertThat(trainer.train(DATA, 2)).isEqualTo(trainer.history());
        assertThat(trainer.history().epochs()).hasSize(2);
        assertThat(told).containsExactly("ended 3, an error", "ended 2, ");
    }

    @Test
    void aNewTrainingWaitsUntilTheInterruptedOneHasLeft() throws InterruptedException {
        Thread old = within(
                () -> new Trainer(net, new Adam()).listener(new Telling()).train(DATA, 1000));
        old.interrupt();
        Thread next = new Thread(() -> {
            told.add("next asks");
            new Trainer(net, new Adam()).listener(new Telling()).train(DATA, 2);
        });
        next.start();
        awaitBlocked(next);
        assertThat(told).containsExactly("next asks");
        gate.open.countDown();
        old.join();
        next.join();
        assertThat(told).containsExactly("next asks", "ended 1, an interrupt", "ended 2, ");
    }

    @Test
    void aStepOfOnesOwnWaitsToo() throws InterruptedException {
        Thread old = within(
                () -> new Trainer(net, new Adam()).listener(new Telling()).train(DATA, 1));
        Thread next = new Thread(() -> {
            new Trainer(net, new Adam()).step(DATA);
            told.add("stepped");
        });
        next.start();
        awaitBlocked(next);
        gate.open.countDown();
        next.join();
        old.join();
        assertThat(told).containsExactly("ended 1, ", "stepped");
    }

    @Test
    void aTrainingThatWasInterruptedWhileItWaitedTrainsNothing() throws InterruptedException {
        Thread old = within(
                () -> new Trainer(net, new Adam()).listener(new Telling()).train(DATA, 1));
        Trainer second = new Trainer(net, new Adam()).listener(new Telling());
        Thread next = new Thread(() -> second.train(DATA, 5));
        next.start();
        awaitBlocked(next);
        next.interrupt();
        gate.open.countDown();
        next.join();
        old.join();
        assertThat(told).containsExactly("ended 1, ", "ended 0, an interrupt");
    }

    @Test
    void aNetworkOfItsOwnWaitsForNobody() throws InterruptedException {
        Thread old = within(() -> new Trainer(net, new Adam()).train(DATA, 1));
        new Trainer(new Network(1, new CrossEntropy(), new Dense(3, 2)), new Adam())
                .listener(new Telling())
                .train(DATA, 2);
        assertThat(told).containsExactly("ended 2, ");
        gate.open.countDown();
        old.join();
    }

    @Test
    void aListenerMayTrainTheSameNetworkOnItsThread() {
        gate.open.countDown();
        TrainingListener nested = (epoch, planned) ->
                new Trainer(net, new Adam()).listener(new Telling()).train(DATA, 1);
        assertThat(new Trainer(net, new Adam()).listener(nested).train(DATA, 2).epochs())
                .hasSize(2);
        assertThat(told).containsExactly("ended 1, ", "ended 1, ");
    }

    @Test
    void aListenerThatThrowsAtTheEndLeavesTheNetworkFree() throws InterruptedException {
        Trainer failing = new Trainer(net, new Adam()).listener(new Telling() {
            @Override
            public void ended(History history, String stopped) {
                throw new IllegalStateException("no display");
            }
        });
        assertThatThrownBy(() -> failing.train(DATA, 1)).isInstanceOf(IllegalStateException.class);
        Thread next = new Thread(
                () -> new Trainer(net, new Adam()).listener(new Telling()).train(DATA, 1));
        next.start();
        next.join();
        assertThat(told).containsExactly("ended 1, ");
        assertThat(failing.history().epochs()).hasSize(1);
    }

    @Test
    void whoWatchesChangesNoBit() {
        Network unwatched = new Network(5, new CrossEntropy(), new Dense(3, 4), new Dense(4, 2));
        Network watched = new Network(5, new CrossEntropy(), new Dense(3, 4), new Dense(4, 2));
        History first = new Trainer(unwatched, new Adam()).batchSize(8).train(DATA, 3);
        History second = new Trainer(watched, new Adam())
                .batchSize(8)
                .listener(new Telling())
                .train(DATA, 3);
        assertThat(second).isEqualTo(first);
        assertThat(watched.state()).isEqualTo(unwatched.state());
    }

    /** A thread whose training is within its first batch, before a closed gate. */
    private Thread within(Runnable training) throws InterruptedException {
        gate.closed = true;
        Thread thread = new Thread(training);
        thread.start();
        gate.reached.await();
        return thread;
    }

    private static void awaitBlocked(Thread thread) throws InterruptedException {
        while (thread.getState() != Thread.State.BLOCKED) {
            assertThat(thread.isAlive()).as("it waits").isTrue();
            Thread.sleep(1);
        }
    }

    private class Telling implements TrainingListener {
        @Override
        public void epochEnded(Epoch epoch, int planned) {}

        @Override
        public void ended(History history, String stopped) {
            told.add("ended " + history.epochs().size() + ", " + stopped);
        }
    }

    /** A layer that lets nobody through until it is opened, whatever interrupts come. */
    private static final class Gate implements Layer {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);
        private boolean closed;

        @Override
        public void initialize(int l, Random random) {}

        @Override
        public Matrix forward(Matrix A) {
            reached.countDown();
            boolean interrupted = false;
            while (closed && open.getCount() > 0) {
                try {
                    open.await();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return A;
        }

        @Override
        public Matrix predict(Matrix A) {
            return A;
        }

        @Override
        public Matrix backward(Matrix dA) {
            return dA;
        }

        @Override
        public List<Parameter> parameters() {
            return List.of();
        }
    }
}
