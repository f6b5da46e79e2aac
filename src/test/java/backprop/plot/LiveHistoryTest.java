package backprop.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import backprop.train.Epoch;
import backprop.train.History;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveHistoryTest {
    private static final double NONE = Double.NaN;

    @Test
    void theAxesAreThereBeforeTheFirstEpochAndReachToTheLast() {
        Figure figure = Plots.history(new History(List.of()), 30);
        assertThat(Pictures.texts(figure))
                .startsWith("Cost", "epoch", "J")
                .contains("10", "20", "30")
                .doesNotContain("training", "0", "1");
        assertThat(figure.alt()).isEqualTo("Curves over 0 of 30 epochs.");
    }

    @Test
    void itIsAsLargeAsTheCurvesThatStayAndSaysTheSame() {
        for (History history : List.of(falling(3), new History(List.of(new Epoch(1, 2.5, NONE, 2, NONE))))) {
            Figure live = Plots.history(history, 30);
            Figure last = Plots.history(history);
            assertThat(live.width()).isEqualTo(last.width());
            assertThat(live.height()).isEqualTo(last.height());
            assertThat(live.alt().substring(live.alt().indexOf(';')))
                    .isEqualTo(last.alt().substring(last.alt().indexOf(';')));
            assertThat(live.src()).startsWith("data:image/svg+xml");
        }
    }

    @Test
    void aCurveGrowsWhileItsBeginningStaysWhereItIs() {
        double[][] before = curve(Plots.history(falling(4), 30));
        double[][] after = curve(Plots.history(falling(5), 30));
        assertThat(after).hasDimensions(5, 2);
        assertThat(Arrays.copyOf(after, 4)).isDeepEqualTo(before);
    }

    /** Of J = 8, 4, 2 the second lies as far above 0 as the third twice, and the epochs are equally far apart. */
    @Test
    void aPointLiesWhereItsNumbersAre() {
        double[][] points = curve(Plots.history(falling(4), 30));
        double zero = points[0][1] + (points[1][1] - points[0][1]) * 8 / (8 - 4);
        assertThat(zero - points[2][1]).isCloseTo((zero - points[0][1]) * 2 / 8, within(0.3));
        assertThat(points[2][0] - points[1][0]).isCloseTo(points[1][0] - points[0][0], within(0.2));
        assertThat(points[0][0] + 29 * (points[1][0] - points[0][0]))
                .as("the last epoch")
                .isBetween(310.0, 327.0);
    }

    @ParameterizedTest
    @CsvSource({"1, 200, 199", "100, 100000, 2000", "1000, 100000, 20000", "30000, 100000, 100000"})
    void ofManyEpochsTheAxesShowAFewTimesThoseThatAreDone(int done, int planned, int most) {
        double[][] points = curve(Plots.history(falling(done), planned));
        double length = points[points.length - 1][0] - points[0][0];
        double axis = 327 - 58 - 16;
        assertThat(length)
                .isGreaterThanOrEqualTo(axis * (done - 1) / most - 0.2)
                .isLessThanOrEqualTo(axis);
    }

    @Test
    void ofManyPointsNoneIsMarked() {
        assertThat(marks(falling(40))).isEqualTo(40);
        assertThat(marks(falling(41))).isZero();
    }

    @Test
    void validationHasALineOfItsOwn() {
        Figure figure = Plots.history(new History(List.of(new Epoch(1, 2.5, NONE, 2, NONE))), 3);
        assertThat(Pictures.texts(figure)).endsWith("training", "validation").doesNotContain("Accuracy");
        assertThat(figure.asPng().src()).startsWith("data:image/png");
    }

    @Test
    void fewerPlannedThanDoneAreRefused() {
        assertThatThrownBy(() -> Plots.history(falling(4), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("history: the planned epochs must be at least 4, got 3");
        assertThatThrownBy(() -> Plots.history(new History(List.of()), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("history: the planned epochs must be at least 1, got 0");
    }

    /** So many epochs, whose costs are 8, 4, 2 and so on. */
    private static History falling(int epochs) {
        return new History(IntStream.rangeClosed(1, epochs)
                .mapToObj(n -> new Epoch(n, 16 / Math.pow(2, n), 1 - 1.0 / n, NONE, NONE))
                .toList());
    }

    /** The points of the first line of the cost. */
    private static double[][] curve(Figure figure) {
        String path = Pictures.elements(figure, "path").stream()
                .map(element -> element.getAttribute("d"))
                .filter(d -> d.contains("L") || d.matches("M[\\d.]+ [\\d.]+"))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(path.substring(1).split("L"))
                .map(point -> Arrays.stream(point.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }

    /** How many circles each of the two charts has, without that of its legend. */
    private static long marks(History history) {
        long circles = Pictures.elements(Plots.history(history, 100), "path").stream()
                .mapToLong(element -> element.getAttribute("d").split("a4 4 0 1 0 8 0", -1).length - 1L)
                .sum();
        return circles / 2 - 1;
    }
}
