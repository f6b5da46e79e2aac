package backprop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.matrix.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {
    @Test
    void fourFifthsOfTheDigitsAre1438() {
        Split split = Digits.load().split(0.8, 42);
        assertThat(split.train().m()).isEqualTo(1438); // 0.8 · 1797 = 1437.6
        assertThat(split.test().m()).isEqualTo(359);
        assertThat(split.test().classes()).hasSize(10);
    }

    /** The orders were computed in Python by the recurrence that java.util.Random documents. */
    @Test
    void aSeedGivesTheSamePartsEverywhere() {
        assertThat(numbered(10).split(0.7, 42).train().X()).isEqualTo(Matrix.row(4, 6, 2, 1, 7, 9, 8));
        assertThat(numbered(10).split(0.7, 42).test().X()).isEqualTo(Matrix.row(5, 3, 0));
        assertThat(numbered(10).split(0.7, 7).test().X()).isEqualTo(Matrix.row(5, 2, 6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 0.04, 0.96, -0.5, 80, Double.NaN})
    void aPartWithoutExamplesIsRefused(double fraction) {
        assertThatThrownBy(() -> numbered(10).split(fraction, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("split: fraction must leave examples on both sides of 10, got " + fraction);
    }

    @Test
    void stratifiedEveryClassKeepsItsShare() {
        Split split = Iris.load().stratifiedSplit(0.8, 42);
        assertThat(split.train().Y().sumOverExamples()).isEqualTo(Matrix.column(40, 40, 40));
        assertThat(split.test().Y().sumOverExamples()).isEqualTo(Matrix.column(10, 10, 10));
        assertThat(split.test().classes()).containsExactly("setosa", "versicolor", "virginica");
    }

    @Test
    void stratifiedAClassOfTwoIsOnBothSidesAndAClassOfOneWhereItRoundsTo() {
        Dataset data = withClasses(0, 0, 0, 0, 0, 0, 1, 1, 2); // 6, 2 and 1 of the classes
        assertThat(data.stratifiedSplit(0.1, 3).train().Y().sumOverExamples())
                .isEqualTo(Matrix.column(1, 1, 0)); // 0.6 rounds to 1, 0.2 and 0.1 to 0
        assertThat(data.stratifiedSplit(0.9, 3).train().Y().sumOverExamples())
                .isEqualTo(Matrix.column(5, 1, 1)); // 5.4 rounds to 5, 1.8 to 2, 0.9 to 1
    }

    @Test
    void stratifiedClassesAreMixedAsTheSeedSays() {
        Dataset data = withClasses(0, 0, 0, 0, 0, 1, 1, 1, 1, 1);
        // the order of seed 42 is 4, 6, 2, 1, 7, 9, 8, 5, 3, 0; the first three of each class train
        assertThat(data.stratifiedSplit(0.6, 42).train().X()).isEqualTo(Matrix.row(4, 6, 2, 1, 7, 9));
        assertThat(data.stratifiedSplit(0.6, 42).test().X()).isEqualTo(Matrix.row(8, 5, 3, 0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, 1.2, 80, Double.NaN})
    void stratifiedAFractionThatIsNoShareIsRefused(double fraction) {
        assertThatThrownBy(() -> withClasses(0, 0, 1, 1).stratifiedSplit(fraction, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stratifiedSplit: fraction must leave examples on both sides of 4, got " + fraction);
    }

    @Test
    void stratifiedWithoutTwoOfAnyClassOrWithoutClassesIsRefused() {
        assertThatThrownBy(() -> withClasses(0, 1, 2).stratifiedSplit(0.7, 1))
                .hasMessage("stratifiedSplit: fraction must leave examples on both sides of 3, got 0.7");
        assertThatThrownBy(() -> numbered(10).stratifiedSplit(0.7, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stratifiedSplit: Y must hold classes, got values; use split");
    }

    /** Examples x = 0 … m − 1 with the classes given. */
    static Dataset withClasses(int... labels) {
        return new Dataset(numbered(labels.length).X(), OneHot.of(labels, 3), List.of("a", "b", "c"));
    }

    /** m examples: x = 0 … m − 1, y = −x. */
    static Dataset numbered(int m) {
        Matrix X = Matrix.generate(1, m, (i, j) -> j);
        return new Dataset(X, X.times(-1));
    }
}
