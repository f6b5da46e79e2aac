package backprop.init;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.matrix.Matrix;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class InitializerTest {
  private static final int N = 300;
  private static final int N_PREV = 500;

  private record Row(Initializer init, double variance) {}

  private static final List<Row> ROWS =
      List.of(new Row(new Glorot(), 2.0 / (N + N_PREV)), new Row(new He(), 2.0 / N_PREV));

  @TestFactory
  Stream<DynamicTest> weightsHaveMeanZeroAndTheStatedVariance() {
    return ROWS.stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.init().toString(),
                    () -> {
                      Matrix W = row.init().weights(N, N_PREV, new Random(5));
                      // 150,000 draws: five standard errors of the mean, and of the variance
                      double sigma = Math.sqrt(row.variance());
                      double variance = W.hadamard(W).mean();
                      assertThat(W.shape()).isEqualTo("(300, 500)");
                      assertThat(W.mean()).isBetween(-0.013 * sigma, 0.013 * sigma);
                      assertThat(variance / row.variance()).isBetween(0.98, 1.02);
                    }));
  }

  @Test
  void aSeedGivesTheNumbersOfJavasSpecifiedGenerator() {
    Random random = new Random(42);
    Matrix W = new He().weights(2, 8, new Random(42));
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 8; j++) {
        assertThat(W.get(i, j)).isEqualTo(0.5 * random.nextGaussian());
      }
    }
  }
}
