package backprop.train;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.data.Dataset;
import backprop.layer.Dense;
import backprop.loss.BinaryCrossEntropy;
import backprop.loss.CrossEntropy;
import backprop.matrix.Matrix;
import backprop.network.Network;
import java.util.List;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ClassScoresTest {
    /** Of c there is no example, yet two of d are taken for it. */
    private static final ClassScores FOUR = new ClassScores(List.of("a", "b", "c", "d"), Matrix.of(new double[][] {
        {5, 1, 0, 0}, {2, 3, 0, 1}, {0, 0, 0, 0}, {1, 0, 2, 4}
    }));

    @Test
    void scoresAreTheSharesCountedByHand() {
        assertClose(FOUR.precision(), 5.0 / 8, 3.0 / 4, 0, 4.0 / 5);
        assertClose(FOUR.recall(), 5.0 / 6, 3.0 / 6, 0, 4.0 / 7);
        assertClose(FOUR.f1(), 10.0 / 14, 6.0 / 10, 0, 8.0 / 12);
    }

    /** scikit-learn 1.9.1: precision_recall_fscore_support(…, average="macro", zero_division=0). */
    @Test
    void meansOverTheClassesAreTheMacroAverages() {
        Offset<Double> tolerance = Offset.offset(1e-15);
        assertThat(FOUR.precision().mean()).isCloseTo(0.54375, tolerance);
        assertThat(FOUR.recall().mean()).isCloseTo(0.4761904761904762, tolerance);
        assertThat(FOUR.f1().mean()).isCloseTo(0.49523809523809526, tolerance);
    }

    @Test
    void aClassThatNeitherIsNorIsPredictedScoresZero() {
        ClassScores scores = new ClassScores(List.of("a", "b"), Matrix.of(new double[][] {{3, 0}, {0, 0}}));
        assertClose(scores.precision(), 1, 0);
        assertClose(scores.recall(), 1, 0);
        assertClose(scores.f1(), 1, 0);
    }

    @Test
    void theTableNamesTheClassesInEveryLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(FOUR).hasToString("""
          precision    recall        F1  examples  class
             0.6250    0.8333    0.7143         6  a
             0.7500    0.5000    0.6000         6  b
             0.0000    0.0000    0.0000         0  c
             0.8000    0.5714    0.6667         7  d
             0.5438    0.4762    0.4952        19  macro average
          """);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aNetworkIsScoredByItsConfusionMatrix() {
        // Z = X: the class is the row of the larger input
        Network fixed = new Network(1, new CrossEntropy(), new Dense(2, 2));
        ((Dense) fixed.layer(1)).set(Matrix.of(new double[][] {{1, 0}, {0, 1}}), Matrix.zeros(2, 1));
        Dataset data = new Dataset(
                Matrix.of(new double[][] {{1, 1, 0, 0, 1}, {0, 0, 1, 1, 0}}),
                Matrix.of(new double[][] {{1, 1, 1, 0, 0}, {0, 0, 0, 1, 1}}),
                List.of("cat", "dog"));
        ClassScores scores = Metrics.scores(fixed, data);
        assertThat(scores.classes()).containsExactly("cat", "dog");
        assertClose(scores.precision(), 2.0 / 3, 1.0 / 2);
        assertClose(scores.recall(), 2.0 / 3, 1.0 / 2);
        assertThat(scores.toString()).contains("3  cat\n").contains("2  dog\n");
    }

    @Test
    void aSingleOutputHasTheClassesZeroAndOne() {
        Network net = new Network(1, new BinaryCrossEntropy(), new Dense(1, 1));
        ((Dense) net.layer(1)).set(Matrix.row(1), Matrix.row(0));
        Dataset data = new Dataset(Matrix.row(1, -1, 2), Matrix.row(1, 0, 0), List.of("sick"));
        ClassScores scores = Metrics.scores(net, data);
        assertClose(scores.precision(), 1, 1.0 / 2);
        assertClose(scores.recall(), 1.0 / 2, 1);
        assertThat(scores.toString()).contains("2  0\n").contains("1  1\n").doesNotContain("sick");
    }

    private static void assertClose(Matrix column, double... expected) {
        assertThat(column.minus(Matrix.column(expected)).maxAbs()).isLessThan(1e-15);
    }
}
