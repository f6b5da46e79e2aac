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

  @Test void aColumnIsAnExample() {
    assertThat(data.m()).isEqualTo(3);
    assertThat(data.labels()).containsExactly(0, 1, 1);
    assertThat(data).hasToString("Dataset X (2, 3), Y (2, 3), classes cat dog");
    assertThat(new Dataset(X, Y)).hasToString("Dataset X (2, 3), Y (2, 3)");
  }

  @Test void chosenExamplesComeInTheOrderAskedWithTheirLabels() {
    assertThat(data.select(2, 0, 2)).isEqualTo(new Dataset(Matrix.of(new double[][] {{3, 1, 3}, {6, 4, 6}}),
        Matrix.of(new double[][] {{0, 1, 0}, {1, 0, 1}}), List.of("cat", "dog")));
    assertThatThrownBy(() -> data.select(3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test void labelsOfAnotherNumberOfExamplesAreRefused() {
    assertThatThrownBy(() -> new Dataset(X, Matrix.zeros(2, 4))).isInstanceOf(ShapeException.class)
        .hasMessage("Dataset: Y must be (n, 3), got (2, 4)");
    assertThatThrownBy(() -> new Dataset(X, Matrix.zeros(3, 5)))
        .hasMessage("Dataset: Y must be (n, 3), got (3, 5) — transposed?");
  }

  @Test void noExamplesAreRefused() {
    assertThatThrownBy(() -> new Dataset(Matrix.zeros(2, 0), Matrix.zeros(1, 0))).isInstanceOf(ShapeException.class)
        .hasMessage("Dataset: X must be (n, m), got (2, 0) — there is no example in it");
    assertThatThrownBy(() -> new Dataset(null, Y)).isInstanceOf(ShapeException.class);
  }

  @Test void namesMustFitTheRowsOfYAndAreCopied() {
    assertThatThrownBy(() -> new Dataset(X, Y, List.of("cat"))).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Dataset: classes must name each of the 2 rows of Y, got 1 names");
    List<String> names = new ArrayList<>(List.of("cat", "dog"));
    Dataset named = new Dataset(X, Y, names);
    names.clear();
    assertThat(named.classes()).containsExactly("cat", "dog");
  }
}
