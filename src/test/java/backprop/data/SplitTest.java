package backprop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.matrix.Matrix;
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
        .hasMessage("split: the fraction must leave examples on both sides of 10, got " + fraction);
  }

  /** m examples: x = 0 … m − 1, y = −x. */
  static Dataset numbered(int m) {
    Matrix X = Matrix.generate(1, m, (i, j) -> j);
    return new Dataset(X, X.times(-1));
  }
}
