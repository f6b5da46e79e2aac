package backprop.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.Samples;
import backprop.matrix.Matrix;
import backprop.matrix.ShapeException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LossTest {
    private static final List<Loss> LOSSES = List.of(
            new CrossEntropy(),
            new KullbackLeibler(),
            new BinaryCrossEntropy(),
            new SquaredError(),
            new HalfSquaredError(),
            new ProbabilityCrossEntropy(),
            new ProbabilityBinaryCrossEntropy());

    /** Logits, and probabilities too. */
    private static final Matrix Z = Samples.uniform(3, 4, 1);

    private static final Matrix Y = Samples.oneHot(3, 4, 2);

    @Test
    void crossEntropyOfOneHotLabelsIsMinusTheLogarithmOfTheRightProbability() {
        Loss loss = new CrossEntropy();
        int[] label = Y.argMaxOfColumns();
        for (int i = 0; i < 4; i++) {
            double p = loss.predict(Z).get(label[i], i);
            assertThat(loss.perExample(Z, Y).get(0, i)).isCloseTo(-Math.log(p), within());
        }
    }

    @Test
    void binaryCrossEntropyIsTheSumOfTheTextbookFormula() {
        Loss loss = new BinaryCrossEntropy();
        double sum = 0;
        for (int j = 0; j < 3; j++) {
            double p = loss.predict(Z).get(j, 0);
            sum -= Y.get(j, 0) * Math.log(p) + (1 - Y.get(j, 0)) * Math.log(1 - p);
        }
        assertThat(loss.perExample(Z, Y).get(0, 0)).isCloseTo(sum, within());
    }

    @Test
    void squaredErrorIsTwiceTheHalfOne() {
        assertThat(new SquaredError().cost(Z, Y)).isCloseTo(2 * new HalfSquaredError().cost(Z, Y), within());
    }

    @Test
    void theDivergenceIsTheTextbookSumAndVanishesAtTheLabels() {
        Matrix halves = Matrix.column(0.5, 0.5);
        Matrix logits = Matrix.column(Math.log(0.25), Math.log(0.75));
        assertThat(new KullbackLeibler().cost(logits, halves))
                .isCloseTo(0.5 * Math.log(2) + 0.5 * Math.log(2.0 / 3), within());
        assertThat(new KullbackLeibler().cost(Matrix.column(7, 7), halves)).isCloseTo(0, within());
    }

    @Test
    void crossEntropyOfProbabilitiesIsTheTextbookSum() {
        Matrix Yhat = Matrix.column(0.25, 0.75);
        Matrix smooth = Matrix.column(0.1, 0.9);
        double expected = -0.1 * Math.log(0.25) - 0.9 * Math.log(0.75);
        assertThat(new ProbabilityCrossEntropy().cost(Yhat, smooth)).isCloseTo(expected, within());
        assertThat(new ProbabilityBinaryCrossEntropy().cost(Matrix.row(0.75), Matrix.row(0.9)))
                .isCloseTo(expected, within());
    }

    @Test
    void probabilitiesOfZeroAndOneStayFinite() {
        Matrix Yhat = Matrix.column(0, 1);
        Matrix wrong = Matrix.column(1, 0);
        for (Loss loss : List.of(new ProbabilityCrossEntropy(), new ProbabilityBinaryCrossEntropy())) {
            assertThat(loss.cost(Yhat, wrong)).isBetween(708.0, 1417.0);
            assertThat(loss.dZ(Yhat, wrong).isFinite()).isTrue();
            assertThat(loss.cost(Yhat, Yhat)).isZero();
        }
    }

    @Test
    void smoothLabelsAreTakenAndLogitsOfTenThousandStayRight() {
        Matrix far = Matrix.column(1e4, -1e4, 0);
        Matrix smooth = Matrix.column(0.9, 0.05, 0.05);
        assertThat(new CrossEntropy().cost(far, smooth)).isCloseTo(0.05 * 2e4 + 0.05 * 1e4, within());
        assertThat(new CrossEntropy().dZ(far, smooth).toArray())
                .isDeepEqualTo(new double[][] {{1 - 0.9}, {-0.05}, {-0.05}});
    }

    @Test
    void whatATrainingStepAsksForAtOnceIsWhatItAsksForOneByOne() {
        for (Loss loss : LOSSES) {
            Loss.Evaluation all = loss.evaluate(Z, Y);
            assertThat(all.Yhat()).isEqualTo(loss.predict(Z));
            assertThat(all.perExample()).isEqualTo(loss.perExample(Z, Y));
            assertThat(all.dZ()).isEqualTo(loss.dZ(Z, Y));
        }
    }

    @Test
    void predictionsThatAreNoProbabilitiesAreRefused() {
        for (Loss loss : List.of(new ProbabilityCrossEntropy(), new ProbabilityBinaryCrossEntropy())) {
            assertThatThrownBy(() -> loss.cost(Matrix.column(1.5, 0.5), Matrix.column(0, 1)))
                    .isInstanceOf(ShapeException.class)
                    .hasMessageEndingWith(": Ŷ must be between 0 and 1, got 1.5 at row 0, column 0");
        }
    }

    @TestFactory
    Stream<DynamicTest> labelsOfAnotherShapeAreRefusedByName() {
        return each(loss -> assertThatThrownBy(() -> loss.cost(Z, Y.transpose()))
                .isInstanceOf(ShapeException.class)
                .hasMessage(loss.getClass().getSimpleName() + ": Y must be (3, 4), got (4, 3) — transposed?"));
    }

    @TestFactory
    Stream<DynamicTest> labelsThatAreNaNAreRefusedWithTheirPlace() {
        Matrix bad = Y.copy();
        bad.set(2, 1, Double.NaN);
        return each(loss -> assertThatThrownBy(() -> loss.dZ(Z, bad))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("got NaN at row 2, column 1"));
    }

    @TestFactory
    Stream<DynamicTest> anEmptyBatchIsRefused() {
        return each(loss -> assertThatThrownBy(() -> loss.cost(Matrix.zeros(3, 0), Matrix.zeros(3, 0)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("there is no example in it"));
    }

    @Test
    void columnsThatDoNotSumToOneAreRefused() {
        assertThatThrownBy(() -> new CrossEntropy().cost(Z, Matrix.ones(3, 4)))
                .hasMessage("CrossEntropy: each column of Y must sum to 1 (one-hot), column 0 sums to 3.0");
    }

    @Test
    void probabilitiesOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> new BinaryCrossEntropy().cost(Z, Y.times(2)))
                .hasMessageContaining("labels Y must be between 0 and 1, got 2.0");
    }

    private static Stream<DynamicTest> each(Consumer<Loss> behaviour) {
        return LOSSES.stream().map(loss -> DynamicTest.dynamicTest(loss.toString(), () -> behaviour.accept(loss)));
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-12);
    }
}
