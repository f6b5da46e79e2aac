package backprop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.matrix.Matrix;
import backprop.matrix.ShapeException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetTest {
    private final Matrix X = Matrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
    private final Matrix Y = Matrix.of(new double[][] {{1, 0, 0}, {0, 1, 1}});
    private final Dataset data = new Dataset(X, Y, List.of("cat", "dog"));

    @Test
    void aColumnIsAnExample() {
        assertThat(data.m()).isEqualTo(3);
        assertThat(data.labels()).containsExactly(0, 1, 1);
        assertThat(data).hasToString("Dataset X (2, 3), Y (2, 3), classes cat dog");
        assertThat(new Dataset(X, Y)).hasToString("Dataset X (2, 3), Y (2, 3)");
    }

    @Test
    void chosenExamplesComeInTheOrderAskedWithTheirLabels() {
        assertThat(data.select(2, 0, 2))
                .isEqualTo(new Dataset(
                        Matrix.of(new double[][] {{3, 1, 3}, {6, 4, 6}}),
                        Matrix.of(new double[][] {{0, 1, 0}, {1, 0, 1}}),
                        List.of("cat", "dog")));
        assertThatThrownBy(() -> data.select(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void labelsOfAnotherNumberOfExamplesAreRefused() {
        assertThatThrownBy(() -> new Dataset(X, Matrix.zeros(2, 4)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Dataset: Y must be (n, 3), got (2, 4)");
        assertThatThrownBy(() -> new Dataset(X, Matrix.zeros(3, 5)))
                .hasMessage("Dataset: Y must be (n, 3), got (3, 5) — transposed?");
    }

    @Test
    void noExamplesAreRefused() {
        assertThatThrownBy(() -> new Dataset(Matrix.zeros(2, 0), Matrix.zeros(1, 0)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Dataset: X must be (n, m), got (2, 0) — there is no example in it");
        assertThatThrownBy(() -> new Dataset(null, Y)).isInstanceOf(ShapeException.class);
    }

    @Test
    void namesMustFitTheRowsOfYAndAreCopied() {
        assertThatThrownBy(() -> new Dataset(X, Y, List.of("cat")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Dataset: classes must name each of the 2 rows of Y, got 1 names");
        List<String> names = new ArrayList<>(List.of("cat", "dog"));
        Dataset named = new Dataset(X, Y, names);
        names.clear();
        assertThat(named.classes()).containsExactly("cat", "dog");
    }

    @Test
    void oneRowOfZeroAndOneIsTwoClasses() {
        Dataset binary = new Dataset(X, Matrix.row(0, 1, 1));
        assertThat(binary.hasClasses()).isTrue();
        assertThat(binary.labels()).containsExactly(0, 1, 1);
        Dataset named = new Dataset(X, Matrix.row(0, 1, -0.0), List.of("no", "yes"));
        assertThat(named.labels()).containsExactly(0, 1, 0);
        assertThat(named.select(1).classes()).containsExactly("no", "yes");
        assertThatThrownBy(() -> new Dataset(X, Matrix.row(0, 0.5, 1), List.of("no", "yes")))
                .hasMessage("Dataset: Y must be 0 or 1 where one row tells two classes, got other numbers");
    }

    @Test
    void valuesAreNoClasses() {
        for (Matrix values : List.of(Matrix.row(0, 1, 2), Matrix.row(0.5, 0, 1), Matrix.row(-1, 1, 1))) {
            Dataset regression = new Dataset(X, values);
            assertThat(regression.hasClasses()).isFalse();
            assertThatThrownBy(regression::labels)
                    .hasMessage("labels: Y must hold classes, got one row of values other than 0 and 1");
            assertThatThrownBy(() -> regression.stratifiedSplit(0.5, 1))
                    .hasMessage("stratifiedSplit: Y must hold classes, got values; use split");
        }
        assertThat(new Dataset(X, Y).hasClasses()).isTrue();
        assertThat(new Dataset(X, X).hasClasses()).isFalse();
        assertThat(new Dataset(X, Matrix.of(new double[][] {{1, 0, 0}, {1, 1, 1}})).hasClasses())
                .isFalse();
        assertThat(new Dataset(X, Matrix.zeros(2, 3)).hasClasses()).isFalse();
    }

    @Test
    void aLabelThatBecameNaNIsNotAClass() {
        Dataset changed = new Dataset(X, Y.copy());
        changed.Y().set(0, 1, Double.NaN);
        assertThatThrownBy(changed::labels).hasMessage("labels: Y must hold finite numbers, got NaN or infinity");
        assertThat(changed.hasClasses()).isFalse();
    }

    @Test
    void aBinarySetIsSplitByClass() {
        Dataset binary = new Dataset(Matrix.row(1, 2, 3, 4, 5, 6, 7, 8), Matrix.row(0, 0, 0, 0, 0, 0, 1, 1));
        Split split = binary.stratifiedSplit(0.5, 3);
        assertThat(split.train().Y().sum()).isEqualTo(1);
        assertThat(split.test().Y().sum()).isEqualTo(1);
        assertThat(split.train().m()).isEqualTo(4);
    }
}
