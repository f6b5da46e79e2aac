package backprop.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.Samples;
import backprop.activation.Sigmoid;
import backprop.data.Dataset;
import backprop.layer.ActivationLayer;
import backprop.layer.Dense;
import backprop.loss.BinaryCrossEntropy;
import backprop.loss.CrossEntropy;
import backprop.loss.Loss;
import backprop.loss.ProbabilityBinaryCrossEntropy;
import backprop.loss.SquaredError;
import backprop.matrix.Matrix;
import backprop.network.Network;
import backprop.optimizer.Adam;
import backprop.optimizer.GradientDescent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One row of 0 and 1 tells two classes, which have an accuracy; values have none. */
class BinaryDataTest {
    /** Z = X: −2, −1, 1 and 3, of which the second and the third lie on the wrong side of 0. */
    private static final Dataset HALF_RIGHT = new Dataset(Matrix.row(-2, -1, 1, 3), Matrix.row(0, 1, 0, 1));

    @Test
    void theHistoryOfABinaryTrainingHasTheShareOfRightOnes() {
        Network net = fixed(new BinaryCrossEntropy());
        Dataset held = new Dataset(Matrix.row(-1, 2, 3), Matrix.row(1, 1, 1));
        History history = new Trainer(net, tiny()).batchSize(3).validation(held).train(HALF_RIGHT, 2);
        assertThat(history.hasAccuracy()).isTrue();
        assertThat(history.last().accuracy()).isEqualTo(0.5);
        assertThat(history.last().validationAccuracy()).isEqualTo(2.0 / 3);
        assertThat(history.toString()).contains("accuracy 0.5000");
    }

    @Test
    void aProbabilityOfOneHalfCountsAsOne() {
        Network net = fixed(new BinaryCrossEntropy());
        Dataset edge = new Dataset(Matrix.row(0, -1e-9, 1e-9), Matrix.row(1, 0, 1)); // σ(0) = ½
        assertThat(Metrics.accuracy(net, edge)).isEqualTo(1);
    }

    @Test
    void whatComesOutOfASigmoidLayerIsComparedWithOneHalfUnderEveryLoss() {
        for (Loss loss : List.of(new ProbabilityBinaryCrossEntropy(), new SquaredError())) {
            Network net = new Network(1, loss, new Dense(1, 1), new ActivationLayer(new Sigmoid()));
            ((Dense) net.layer(1)).set(Matrix.row(1), Matrix.row(0));
            assertThat(Metrics.accuracy(net, HALF_RIGHT)).isEqualTo(0.5);
            assertThat(new Trainer(net, tiny()).train(HALF_RIGHT, 1).last().accuracy())
                    .isEqualTo(0.5);
        }
    }

    @Test
    void aLineThroughZeroAndOneIsAClassifierThatPartsAtOneHalf() {
        Network net = fixed(new SquaredError());
        Dataset data = new Dataset(Matrix.row(0.4, 0.6, 0.7), Matrix.row(0, 1, 0));
        assertThat(new Trainer(net, tiny()).train(data, 1).last().accuracy()).isEqualTo(2.0 / 3);
    }

    @Test
    void confusionAndScoresCountTheTwoClassesWithTheirNames() {
        Dataset named = new Dataset(HALF_RIGHT.X(), HALF_RIGHT.Y(), List.of("well", "sick"));
        Network net = fixed(new BinaryCrossEntropy());
        assertThat(Metrics.confusion(net, named)).isEqualTo(Matrix.ones(2, 2));
        assertThat(Metrics.scores(net, named).precision()).isEqualTo(Matrix.column(0.5, 0.5));
        assertThat(Metrics.scores(net, named).recall()).isEqualTo(Matrix.column(0.5, 0.5));
        assertThat(Metrics.scores(net, named).f1()).isEqualTo(Matrix.column(0.5, 0.5));
        assertThat(Metrics.scores(net, named).toString()).contains("2  well\n").contains("2  sick\n");
    }

    @Test
    void valuesHaveNoAccuracyAlsoWhereABatchLooksLikeClasses() {
        Dataset values = new Dataset(Matrix.row(1, 2, 3, 4, 5), Matrix.row(0, 1, 1, 0, 0.5));
        History history =
                new Trainer(fixed(new SquaredError()), tiny()).batchSize(1).train(values, 2);
        assertThat(history.hasAccuracy()).isFalse();
        Dataset classes = new Dataset(Matrix.row(1, 2), Matrix.row(0, 1));
        assertThat(new Trainer(fixed(new SquaredError()), tiny())
                        .validation(classes)
                        .train(values, 1)
                        .last()
                        .validationAccuracy())
                .isNaN();
        assertThat(new Trainer(fixed(new SquaredError()), tiny())
                        .validation(values)
                        .train(classes, 1)
                        .last()
                        .validationAccuracy())
                .isNaN();
    }

    @Test
    void theAccuracyOfValuesIsRefused() {
        String sentence =
                ": labels Y of one row must be 0 or 1, got other numbers — values have a cost, but no accuracy";
        Dataset values = new Dataset(Matrix.row(1, 2), Matrix.row(0.3, 1));
        Network net = fixed(new SquaredError());
        assertThatThrownBy(() -> Metrics.accuracy(net, values)).hasMessage("accuracy" + sentence);
        assertThatThrownBy(() -> Metrics.confusion(net, values)).hasMessage("confusion" + sentence);
        assertThatThrownBy(() -> Metrics.scores(net, values)).hasMessage("confusion" + sentence);
    }

    @Test
    void oneHotLabelsHaveAnAccuracyWithoutNamesToo() {
        Dataset data = new Dataset(Samples.normal(3, 20, 1), Samples.oneHot(2, 20, 2));
        Network net = new Network(1, new CrossEntropy(), new Dense(3, 2));
        double before = Metrics.accuracy(net, data);
        assertThat(new Trainer(net, tiny()).batchSize(7).train(data, 1).last().accuracy())
                .isEqualTo(before);
    }

    @Test
    void severalRowsOfValuesHaveNone() {
        Dataset values = new Dataset(Samples.normal(3, 20, 1), Samples.normal(2, 20, 2));
        Dataset yesAndNo =
                new Dataset(Matrix.row(1, 2), Matrix.of(new double[][] {{1, 0}, {1, 1}})); // not one class each
        assertThat(new Trainer(new Network(1, new SquaredError(), new Dense(3, 2)), new Adam())
                        .train(values, 1)
                        .hasAccuracy())
                .isFalse();
        assertThat(new Trainer(new Network(1, new BinaryCrossEntropy(), new Dense(1, 2)), new Adam())
                        .train(yesAndNo, 1)
                        .hasAccuracy())
                .isFalse();
    }

    /** Ŷ of X by Z = X. */
    private static Network fixed(Loss loss) {
        Network net = new Network(1, loss, new Dense(1, 1));
        ((Dense) net.layer(1)).set(Matrix.row(1), Matrix.row(0));
        return net;
    }

    /** Steps that are too small to change a class. */
    private static GradientDescent tiny() {
        return new GradientDescent(1e-12);
    }
}
