package backprop.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.Samples;
import backprop.matrix.Matrix;
import backprop.matrix.ShapeException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BatchNormTest {
    /** Rows with means 2 and 10, biased variances 1 and 16, unbiased 4/3 and 64/3. */
    private static final Matrix A = Matrix.of(new double[][] {{1, 1, 3, 3}, {6, 14, 6, 14}});

    @Test
    void eachRowGetsTheMeanBetaAndTheDeviationGamma() {
        BatchNorm norm = new BatchNorm(2).set(Matrix.column(1, 3), Matrix.column(0, 5));
        double one = 1 / Math.sqrt(1 + 1e-5);
        double three = 3 * 4 / Math.sqrt(16 + 1e-5);
        Matrix expected =
                Matrix.of(new double[][] {{-one, -one, one, one}, {5 - three, 5 + three, 5 - three, 5 + three}});
        assertThat(norm.forward(A).minus(expected).maxAbs()).isLessThan(1e-14);
    }

    @Test
    void theRunningAveragesMoveByATenthInBackwardAndNotInForward() {
        BatchNorm norm = new BatchNorm(2);
        norm.forward(A);
        norm.forward(A);
        assertThat(norm.state().get("mean")).isEqualTo(Matrix.zeros(2, 1));
        assertThat(norm.state().get("variance")).isEqualTo(Matrix.ones(2, 1));
        norm.backward(A);
        assertThat(norm.state().get("mean").minus(Matrix.column(0.2, 1)).maxAbs())
                .isLessThan(1e-15);
        Matrix variance = Matrix.column(0.9 + 0.1 * 4 / 3, 0.9 + 0.1 * 64 / 3);
        assertThat(norm.state().get("variance").minus(variance).maxAbs()).isLessThan(1e-15);
    }

    @Test
    void predictionsTakeTheRunningAverages() {
        BatchNorm norm = new BatchNorm(2).set(Matrix.column(1, 3), Matrix.column(0, 5));
        norm.state().get("mean").assign(Matrix.column(1, 2));
        norm.state().get("variance").assign(Matrix.column(4, 9));
        double first = (3 - 1) / Math.sqrt(4 + 1e-5);
        double second = 3 * (8 - 2) / Math.sqrt(9 + 1e-5) + 5;
        assertThat(norm.predict(Matrix.column(3, 8))
                        .minus(Matrix.column(first, second))
                        .maxAbs())
                .isLessThan(1e-14);
    }

    @Test
    void eachChannelOfImagesIsNormalizedOverAllItsPixels() {
        Volume in = new Volume(2, 3, 2);
        Matrix images = Samples.normal(in.size(), 5, 1);
        BatchNorm norm = new BatchNorm(in);
        Matrix normal = norm.forward(images);
        for (int c = 0; c < 2; c++) {
            double sum = 0;
            double squares = 0;
            for (int pixel = 6 * c; pixel < 6 * (c + 1); pixel++) {
                for (int i = 0; i < 5; i++) {
                    sum += normal.get(pixel, i);
                    squares += normal.get(pixel, i) * normal.get(pixel, i);
                }
            }
            assertThat(sum / 30).isBetween(-1e-14, 1e-14);
            assertThat(squares / 30).isBetween(1 - 1e-4, 1.0);
        }
        assertThat(norm.parameters().get(0).value()).isEqualTo(Matrix.ones(2, 1));
    }

    @Test
    void initializingAgainForgetsWhatWasLearned() {
        BatchNorm norm = new BatchNorm(2);
        norm.initialize(1, new Random(1));
        norm.forward(A);
        norm.backward(A);
        norm.parameters().get(0).value().assign(Matrix.column(1, 3));
        norm.parameters().get(1).value().assign(Matrix.column(0, 5));
        norm.initialize(1, new Random(1));
        assertThat(norm.parameters().get(0).value()).isEqualTo(Matrix.ones(2, 1));
        assertThat(norm.parameters().get(1).value()).isEqualTo(Matrix.zeros(2, 1));
        assertThat(norm.state().get("mean")).isEqualTo(Matrix.zeros(2, 1));
    }

    @Test
    void gammaAndBetaHaveNamesAndNoPenalty() {
        assertThat(new BatchNorm(2).parameters()).extracting(Parameter::name).containsExactly("gamma", "beta");
        assertThat(new BatchNorm(2).parameters()).noneMatch(Parameter::penalized);
    }

    @Test
    void oneExampleDoesNotVaryAndIsRefusedButPredicted() {
        BatchNorm norm = new BatchNorm(2);
        norm.initialize(3, new Random(1));
        assertThatThrownBy(() -> norm.forward(Matrix.ones(2, 1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("BatchNorm[3] 2: a batch must be (2, m), m ≥ 2, to have a variance, got (2, 1)");
        assertThat(norm.predict(Matrix.ones(2, 1)).shape()).isEqualTo("(2, 1)");
        Volume in = new Volume(2, 3, 3);
        assertThat(new BatchNorm(in).forward(Samples.normal(18, 1, 1)).shape()).isEqualTo("(18, 1)");
    }

    @Test
    void whatDoesNotFitIsRefusedByName() {
        BatchNorm norm = new BatchNorm(new Volume(16, 8, 8));
        assertThatThrownBy(() -> norm.forward(Matrix.ones(16, 3)))
                .hasMessage("BatchNorm 16×8×8: A[l-1] must be (1024, m), got (16, 3)");
        assertThatThrownBy(() -> norm.set(Matrix.ones(16, 1), Matrix.ones(8, 1)))
                .hasMessage("BatchNorm 16×8×8: β must be (16, 1), got (8, 1)");
        assertThatThrownBy(() -> new BatchNorm(0)).hasMessageContaining("must be at least 1, got 0");
    }
}
