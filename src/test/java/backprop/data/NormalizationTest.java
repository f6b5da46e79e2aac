package backprop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import backprop.matrix.Matrix;
import backprop.matrix.ShapeException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizationTest {
    @Test
    void irisHasTheMeansAndDeviationsThatNumPyGives() {
        Normalization normalization = Normalization.fit(Iris.load().X());
        Matrix mean = // load_iris().data.mean(axis=0)
                Matrix.column(5.843333333333334, 3.0573333333333337, 3.7580000000000005, 1.1993333333333336);
        Matrix std = // load_iris().data.std(axis=0)
                Matrix.column(0.8253012917851409, 0.4344109677354946, 1.7594040657753032, 0.7596926279021594);
        assertThat(normalization.mu().minus(mean).maxAbs()).isCloseTo(0, within(1e-13));
        assertThat(normalization.sigma().minus(std).maxAbs()).isCloseTo(0, within(1e-13));
    }

    @Test
    void itDividesByTheDeviationAndNotByTheVariance() {
        // of 1, 5: μ = 3, σ = 2; of -10, 20: μ = 5, σ = 15
        Matrix X = Matrix.of(new double[][] {{1, 5}, {-10, 20}});
        assertThat(Normalization.fit(X).apply(X)).isEqualTo(Matrix.of(new double[][] {{-1, 1}, {-1, 1}}));
    }

    @Test
    void theTestSetIsNormalizedByTheTrainingSetsNumbers() {
        Dataset test =
                new Dataset(Matrix.of(new double[][] {{7, 3}}), OneHot.of(new int[] {0, 1}, 2), List.of("a", "b"));
        Dataset normalized = Normalization.fit(Matrix.row(1, 5)).apply(test);
        assertThat(normalized).isEqualTo(new Dataset(Matrix.row(2, 0), test.Y(), test.classes()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, -1.0 / 3, 1e15 / 7, 1e-300})
    void aConstantFeatureBecomesZero(double constant) {
        Matrix X = Matrix.generate(1, 60_000, (i, j) -> constant);
        Normalization normalization = Normalization.fit(X);
        assertThat(normalization.sigma()).isEqualTo(Matrix.column(1));
        assertThat(normalization.apply(X).maxAbs()).isZero();
    }

    @Test
    void anotherNumberOfFeaturesIsRefused() {
        Normalization normalization = Normalization.fit(Matrix.of(new double[][] {{1, 2, 4}, {3, 4, 9}}));
        assertThatThrownBy(() -> normalization.apply(Matrix.zeros(3, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Normalization: X must be (2, m), got (3, 2) — transposed?");
        assertThatThrownBy(() -> normalization.invert(Matrix.zeros(5, 7)))
                .hasMessage("Normalization: X must be (2, m), got (5, 7)");
        assertThatThrownBy(() -> new Normalization(Matrix.zeros(2, 1), Matrix.ones(3, 1)))
                .hasMessage("Normalization: σ must be (2, 1), got (3, 1)");
    }

    @Test
    void noExampleAndNoNumberAreRefused() {
        assertThatThrownBy(() -> Normalization.fit(Matrix.zeros(2, 0)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("there is no example in it");
        assertThatThrownBy(() -> Normalization.fit(Matrix.row(1, Double.NaN)))
                .isInstanceOf(DataException.class)
                .hasMessage("Normalization.fit: X must hold finite numbers, got NaN or infinity");
    }
}
