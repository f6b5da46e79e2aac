package backprop.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.Samples;
import backprop.activation.Relu;
import backprop.activation.Tanh;
import backprop.data.Dataset;
import backprop.layer.Dense;
import backprop.layer.Parameter;
import backprop.loss.BinaryCrossEntropy;
import backprop.loss.CrossEntropy;
import backprop.loss.SquaredError;
import backprop.matrix.Matrix;
import backprop.network.Network;
import backprop.optimizer.AdaDelta;
import backprop.optimizer.AdaGrad;
import backprop.optimizer.Adam;
import backprop.optimizer.AdamW;
import backprop.optimizer.ClipByNorm;
import backprop.optimizer.GradientDescent;
import backprop.optimizer.Momentum;
import backprop.optimizer.Nesterov;
import backprop.optimizer.Optimizer;
import backprop.optimizer.RmsProp;
import backprop.optimizer.Schedule;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private static final Dataset XOR = new Dataset(
            Matrix.of(new double[][] {{0, 0, 1, 1}, {0, 1, 0, 1}}),
            Matrix.of(new double[][] {{1, 0, 0, 1}, {0, 1, 1, 0}}),
            List.of("same", "different"));

    @Test
    void oneHiddenLayerLearnsXor() {
        Network net = xorNet();
        History history = new Trainer(net, new Adam(0.02)).train(XOR, 300);
        assertThat(Metrics.accuracy(net, XOR)).isEqualTo(1);
        assertThat(history.epochs()).hasSize(300);
        assertThat(history.last().cost()).isLessThan(0.05);
    }

    @Test
    void oneEpochOfOneBatchIsOneStepOfGradientDescent() {
        Network trained = xorNet();
        new Trainer(trained, new GradientDescent(0.5)).batchSize(4).train(XOR, 1);
        Network byHand = xorNet();
        byHand.forward(XOR.X());
        byHand.backward(XOR.Y());
        for (Parameter p : byHand.parameters()) {
            p.value().addScaled(-0.5, p.gradient());
        }
        assertThat(trained.predict(XOR.X()).minus(byHand.predict(XOR.X())).maxAbs())
                .isLessThan(1e-15);
    }

    @Test
    void aScheduleIsAskedWithTheEpochsDoneBeforeEachStep() {
        Dataset five = new Dataset(Samples.normal(3, 5, 1), Samples.oneHot(2, 5, 2));
        List<Double> asked = new ArrayList<>();
        Schedule schedule = (alpha, t) -> {
            asked.add(t);
            return alpha;
        };
        Trainer trainer = new Trainer(net(), new Adam()).batchSize(2).schedule(schedule);
        trainer.train(five, 2);
        assertThat(asked).containsExactly(0.0, 0.4, 0.8, 1.0, 1.4, 1.8);
        trainer.step(five);
        trainer.train(five, 1);
        assertThat(asked.subList(6, 10)).containsExactly(2.0, 2.0, 2.4, 2.8);
    }

    @Test
    void theStepTakesTheSchedulesRate() {
        Network scheduled = xorNet();
        new Trainer(scheduled, new GradientDescent(0.5))
                .schedule(Schedule.step(0.1, 1))
                .train(XOR, 2);
        Network byHand = xorNet();
        new Trainer(byHand, new GradientDescent(0.5)).train(XOR, 1);
        new Trainer(byHand, new GradientDescent(0.05)).train(XOR, 1);
        assertThat(scheduled.predict(XOR.X()).minus(byHand.predict(XOR.X())).maxAbs())
                .isLessThan(1e-15);
    }

    @Test
    void aClippedStepIsAsLongAsTheNormAllows() {
        Network clipped = xorNet();
        Network free = xorNet();
        new Trainer(clipped, new GradientDescent(0.5))
                .clip(new ClipByNorm(1e-3))
                .step(XOR);
        new Trainer(free, new GradientDescent(0.5)).clip(new ClipByNorm(1e3)).step(XOR);
        Network byHand = xorNet();
        byHand.forward(XOR.X());
        byHand.backward(XOR.Y());
        double squares = 0;
        for (Parameter p : byHand.parameters()) {
            squares += p.gradient().hadamard(p.gradient()).sum();
        }
        for (int k = 0; k < byHand.parameters().size(); k++) {
            Parameter p = byHand.parameters().get(k);
            Matrix far = p.value().minus(p.gradient().times(0.5));
            Matrix near = p.value().minus(p.gradient().times(0.5 * 1e-3 / Math.sqrt(squares)));
            assertThat(free.parameters().get(k).value().minus(far).maxAbs()).isLessThan(1e-15);
            assertThat(clipped.parameters().get(k).value().minus(near).maxAbs()).isLessThan(1e-15);
        }
    }

    @Test
    void reusedMatricesGiveTheSameBitsUnderEveryOptimizerScheduleAndClipping() {
        Dataset data = new Dataset(Samples.normal(3, 50, 1), Samples.oneHot(2, 50, 2));
        List<Optimizer> optimizers = List.of(
                new GradientDescent(0.1),
                new Momentum(0.1),
                new Nesterov(0.1),
                new AdaGrad(),
                new RmsProp(),
                new AdaDelta(),
                new Adam(),
                new AdamW());
        for (Optimizer optimizer : optimizers) {
            Network reusing = net();
            Network fresh = net();
            trainSome(reusing, optimizer, data);
            trainSome(fresh, withoutThePromise(optimizer), data);
            assertThat(reusing.predict(data.X()))
                    .as(optimizer.toString())
                    .isEqualTo(fresh.predict(data.X()))
                    .isNotEqualTo(net().predict(data.X()));
        }
    }

    @Test
    void theSameSeedsGiveTheSameTrainingToTheLastBit() {
        Dataset data = new Dataset(Samples.normal(3, 50, 1), Samples.oneHot(2, 50, 2), List.of("a", "b"));
        History first = new Trainer(net(), new Adam()).batchSize(8).seed(3).train(data, 4);
        History second = new Trainer(net(), new Adam()).batchSize(8).seed(3).train(data, 4);
        assertThat(first).isEqualTo(second);
        assertThat(new Trainer(net(), new Adam()).batchSize(8).seed(4).train(data, 4))
                .isNotEqualTo(first);
    }

    @Test
    void aValidationSetIsMeasuredAndNotLearnedFrom() {
        Dataset data = new Dataset(Samples.normal(3, 20, 1), Samples.oneHot(2, 20, 2), List.of("a", "b"));
        Dataset held = new Dataset(Samples.normal(3, 9, 3), Samples.oneHot(2, 9, 4), List.of("a", "b"));
        Network net = net();
        History history = new Trainer(net, new Adam()).validation(held).train(data, 3);
        assertThat(history.hasValidation()).isTrue();
        assertThat(history.last().validationCost()).isEqualTo(net.cost(held.X(), held.Y()));
        assertThat(new Trainer(net(), new Adam()).train(data, 3).epochs().get(2).cost())
                .isEqualTo(history.last().cost());
    }

    @Test
    void aListenerIsToldOfEveryEpochAndOfTheEnd() {
        List<String> told = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void epochEnded(Epoch epoch, int planned) {
                told.add(epoch.number() + "/" + planned);
            }

            @Override
            public void ended(History history, String stopped) {
                told.add("end " + history.epochs().size() + stopped);
            }
        };
        new Trainer(xorNet(), new Adam()).listener(listener).train(XOR, 2);
        assertThat(told).containsExactly("1/2", "2/2", "end 2");
    }

    @Test
    void aListenerIsToldOfTheEndAlsoWhenATrainingFails() {
        List<String> ends = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void epochEnded(Epoch epoch, int planned) {
                throw new IllegalStateException("a listener of one's own");
            }

            @Override
            public void ended(History history, String stopped) {
                ends.add(history.epochs().size() + " " + stopped);
            }
        };
        Trainer trainer = new Trainer(xorNet(), new Adam()).listener(listener);
        assertThatThrownBy(() -> trainer.train(XOR, 5)).isInstanceOf(IllegalStateException.class);
        assertThat(ends).containsExactly("1 an error");
    }

    @Test
    void anInterruptEndsTheTrainingAndKeepsTheHistory() {
        TrainingListener interrupting =
                (epoch, planned) -> Thread.currentThread().interrupt();
        History history =
                new Trainer(xorNet(), new Adam()).listener(interrupting).train(XOR, 1000);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(history.epochs()).hasSize(1);
    }

    @Test
    void aCostThatIsNoLongerANumberStopsWithEpochBatchAndLayer() {
        Dataset data = new Dataset(Samples.normal(3, 20, 1), Samples.normal(1, 20, 2));
        Network net = new Network(1, new SquaredError(), new Dense(3, 4), new Dense(4, 1));
        assertThatThrownBy(() -> new Trainer(net, new GradientDescent(1e3)).train(data, 500))
                .isInstanceOf(DivergedException.class)
                .hasMessageMatching(
                        "the cost J became (NaN|Infinity) in epoch \\d+, batch 1; the first that is not finite"
                                + " is .*Dense\\[\\d\\] .* — try a smaller learning rate");
    }

    @Test
    void aNumberThatIsNoneAmongTheInputsIsNamed() {
        Dataset data = new Dataset(Samples.normal(3, 8, 1), Samples.normal(1, 8, 2));
        data.X().set(1, 5, Double.NaN);
        assertThatThrownBy(() -> new Trainer(threeLayers(), new Adam()).step(data))
                .isInstanceOf(DivergedException.class)
                .hasMessage("the cost J became NaN in a step; the first that is not finite is the input X"
                        + " — look for it in the data");
    }

    @Test
    void aLayerInTheMiddleWhoseWeightsBlewUpIsNamed() {
        Network net = threeLayers();
        ((Dense) net.layer(2)).W().set(0, 0, Double.POSITIVE_INFINITY);
        assertDiverged(
                net,
                new Dataset(Samples.normal(3, 8, 1), Samples.normal(1, 8, 2)),
                "the cost J became Infinity in epoch 1, batch 1; the first that is not finite is what"
                        + " Dense[2] 4→4 gives — try a smaller learning rate");
    }

    @Test
    void aLossThatOverflowsIsNamed() {
        Network net = threeLayers();
        ((Dense) net.layer(3)).b().set(0, 0, 1e200);
        assertDiverged(
                net,
                new Dataset(Samples.normal(3, 8, 1), Samples.normal(1, 8, 2)),
                "the cost J became Infinity in epoch 1, batch 1; the first that is not finite is the loss"
                        + " of what Dense[3] 4→1 gives — try a smaller learning rate");
    }

    @Test
    void aSecondBatchAndAValidationSetAreNamedToo() {
        Dataset good = new Dataset(Samples.normal(3, 8, 1), Samples.normal(1, 8, 2));
        Dataset bad = new Dataset(good.X().copy(), good.Y());
        bad.X().set(0, 0, Double.NaN);
        Trainer trainer = new Trainer(threeLayers(), new Adam()).validation(bad);
        assertThatThrownBy(() -> trainer.train(good, 3))
                .hasMessageContaining("became NaN in epoch 1, validation; the first")
                .hasMessageContaining("is the input X");
        assertThatThrownBy(() -> trainer.step(bad)).hasMessageContaining("became NaN in a step; ");
        // weights that are sound in the first batch and infinite in the second
        Trainer fast = new Trainer(threeLayers(), new GradientDescent(1e300)).batchSize(4);
        assertThatThrownBy(() -> fast.train(good, 3)).hasMessageContaining("in epoch 1, batch 2; ");
    }

    /** And nothing is updated by the batch that failed. */
    private static void assertDiverged(Network net, Dataset data, String message) {
        Matrix before = ((Dense) net.layer(3)).W().copy();
        assertThatThrownBy(() -> new Trainer(net, new GradientDescent(0.1)).train(data, 3))
                .isInstanceOf(DivergedException.class)
                .hasMessage(message);
        assertThat(((Dense) net.layer(3)).W()).isEqualTo(before);
    }

    private static Network threeLayers() {
        return new Network(1, new SquaredError(), new Dense(3, 4), new Dense(4, 4), new Dense(4, 1));
    }

    @Test
    void anEpochReadsAsWhatItRecorded() {
        double none = Double.NaN;
        assertThat(new Epoch(3, 0.25, none, none, none)).hasToString("epoch 3: J 0.2500");
        assertThat(new Epoch(3, 0.25, 0.5, 1, 0.75))
                .hasToString("epoch 3: J 0.2500, accuracy 0.5000, validation J 1.0000, validation accuracy 0.7500");
        assertThat(new History(List.of(new Epoch(1, 0.25, 0.5, none, none))))
                .hasToString("History of 1 epoch, J 0.2500, accuracy 0.5000");
        assertThat(new History(List.of())).hasToString("History of no epoch");
    }

    @Test
    void predictionsThatAreNoNumbersHaveNoAccuracy() {
        Matrix nan = XOR.Y().times(Double.NaN);
        assertThatThrownBy(() -> Metrics.accuracy(nan, XOR.Y()))
                .hasMessage("accuracy: Ŷ must be finite numbers, got NaN or infinity — did the training diverge?");
    }

    @Test
    void valuesHaveNoAccuracy() {
        Dataset data = new Dataset(Samples.normal(3, 20, 1), Samples.normal(1, 20, 2));
        Network net = new Network(1, new SquaredError(), new Dense(3, 1));
        History history = new Trainer(net, new Adam()).train(data, 1);
        assertThat(history.hasAccuracy()).isFalse();
        assertThat(history.toString()).startsWith("History of 1 epoch, J ").doesNotContain("accuracy");
    }

    @Test
    void wrongArgumentsAreRefused() {
        assertThatThrownBy(() -> new Trainer(xorNet(), new Adam()).train(XOR, 0))
                .hasMessage("train: epochs must be at least 1, got 0");
        assertThatThrownBy(() -> new Trainer(xorNet(), new Adam()).batchSize(0))
                .hasMessage("batchSize: m must be at least 1, got 0");
        assertThatThrownBy(() -> new Trainer(xorNet(), new Adam()).schedule(null))
                .hasMessage("schedule: it must not be null");
        assertThatThrownBy(() -> new Trainer(xorNet(), new Adam()).clip(null)).hasMessage("clip: it must not be null");
        assertThatThrownBy(() -> new Trainer(xorNet(), new Adam(-1)))
                .hasMessage("Adam: the learning rate α must be positive and finite, got -1.0");
        assertThatThrownBy(() -> new Trainer(null, new Adam())).hasMessage("Trainer: the network must not be null");
        assertThatThrownBy(() -> new Trainer(xorNet(), new Adam()).train(null, 1))
                .hasMessage("train: the data must not be null");
        Dataset wide = new Dataset(Matrix.ones(3, 4), XOR.Y());
        assertThatThrownBy(() -> new Trainer(xorNet(), new Adam()).train(wide, 1))
                .hasMessage("Dense[1] 2→8: A[0] must be (2, m), got (3, 4)");
        assertThatThrownBy(() -> new History(List.of()).last()).hasMessage("History: there is no epoch in it yet");
    }

    @Test
    void accuracyAndConfusionCountExamples() {
        // Z = X: the class is the row of the larger input
        Network fixed = new Network(1, new CrossEntropy(), new Dense(2, 2));
        ((Dense) fixed.layer(1)).set(Matrix.of(new double[][] {{1, 0}, {0, 1}}), Matrix.zeros(2, 1));
        Dataset data = new Dataset(
                Matrix.of(new double[][] {{1, 1, 0, 0, 1}, {0, 0, 1, 1, 0}}),
                Matrix.of(new double[][] {{1, 1, 1, 0, 0}, {0, 0, 0, 1, 1}}),
                List.of("a", "b"));
        assertThat(Metrics.accuracy(fixed, data)).isEqualTo(0.6);
        assertThat(Metrics.confusion(fixed, data)).isEqualTo(Matrix.of(new double[][] {{2, 1}, {1, 1}}));
        assertThat(Metrics.accuracy(Matrix.row(0.5, 0.49, 0.9), Matrix.row(1, 0, 0)))
                .isCloseTo(2.0 / 3, Offset.offset(1e-15));
    }

    @Test
    void aSingleOutputIsConfusedAmongTwoClasses() {
        Network net = new Network(1, new BinaryCrossEntropy(), new Dense(1, 1));
        ((Dense) net.layer(1)).set(Matrix.row(1), Matrix.row(0));
        Dataset data = new Dataset(Matrix.row(1, -1, 2), Matrix.row(1, 0, 0));
        assertThat(Metrics.confusion(net, data)).isEqualTo(Matrix.of(new double[][] {{1, 1}, {0, 1}}));
    }

    private static void trainSome(Network net, Optimizer optimizer, Dataset data) {
        new Trainer(net, optimizer)
                .batchSize(8)
                .schedule(Schedule.cosine(5).warmUp(1))
                .clip(new ClipByNorm(0.1))
                .train(data, 4);
    }

    /** The same optimizer, but no {@code Workspace.BufferSafe}: each step makes its matrices anew. */
    private static Optimizer withoutThePromise(Optimizer optimizer) {
        return new Optimizer() {
            @Override
            public double alpha() {
                return optimizer.alpha();
            }

            @Override
            public Step step(int rows, int cols) {
                return optimizer.step(rows, cols);
            }
        };
    }

    private static Network xorNet() {
        return new Network(42, new CrossEntropy(), new Dense(2, 8, new Tanh()), new Dense(8, 2));
    }

    private static Network net() {
        return new Network(5, new CrossEntropy(), new Dense(3, 6, new Relu()), new Dense(6, 2));
    }
}
