package backprop.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.activation.Relu;
import backprop.layer.Dense;
import backprop.loss.CrossEntropy;
import backprop.matrix.Matrix;
import backprop.network.Network;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistogramsTest {
    @Test
    void meanAndDeviationStandUnderEach() {
        Figure figure = Plots.histograms(Map.of("dW[1]", Matrix.row(1, 2, 3)));
        assertThat(Pictures.texts(figure)).containsExactly("dW[1]", "1", "3", "mean 2", "deviation 0.8165");
        assertThat(figure.alt()).isEqualTo("Histograms over 1 to 3; dW[1]: mean 2, deviation 0.8165.");
    }

    @Test
    void allHaveTheRangeOfAllSoThatANarrowOneLooksNarrow() {
        Map<String, Matrix> matrices = new LinkedHashMap<>();
        matrices.put("wide", Matrix.row(-36, 36, 36, 0.5));
        matrices.put("narrow", Matrix.row(0.5, 0.6, 0.7, 1.5));
        Figure figure = Plots.histograms(matrices);
        assertThat(Pictures.texts(figure)).filteredOn("-36"::equals).hasSize(2);
        assertThat(Pictures.texts(figure)).filteredOn("36"::equals).hasSize(2);
        List<String> outlines = Pictures.elements(figure, "path").stream()
                .map(p -> p.getAttribute("d"))
                .toList();
        // 36 bins, each 2 units wide and 5 pixels: heights in hundredths of the fullest
        assertThat(heights(outlines.get(0))).startsWith(50, 0).endsWith(0, 100);
        assertThat(heights(outlines.get(0))[18]).isEqualTo(50);
        int[] narrow = heights(outlines.get(1));
        assertThat(narrow[18]).isEqualTo(100);
        assertThat(narrow).containsOnly(0, 100).containsOnlyOnce(100);
    }

    @Test
    void equalEntriesAreOneBar() {
        Figure figure = Plots.histograms(Map.of("b[1]", Matrix.zeros(3, 1)));
        assertThat(heights(Pictures.elements(figure, "path").get(0).getAttribute("d")))
                .startsWith(100);
        assertThat(figure.alt()).contains("b[1]: mean 0, deviation 0");
    }

    @Test
    void fourStandInARow() {
        Map<String, Matrix> five = new LinkedHashMap<>();
        List.of("a", "b", "c", "d", "e").forEach(name -> five.put(name, Matrix.ones(2, 2)));
        Figure figure = Plots.histograms(five);
        assertThat(figure.width()).isEqualTo(4 * 210);
        assertThat(figure.height()).isEqualTo(2 * 210);
        assertThat(Pictures.text(figure, "e").getAttribute("x"))
                .isEqualTo(Pictures.text(figure, "a").getAttribute("x"));
    }

    @Test
    void aNetworkShowsTheActivationsOfEachLayer() {
        Network net = new Network(1, new CrossEntropy(), new Dense(1, 2, new Relu()), new Dense(2, 1));
        ((Dense) net.layer(1)).set(Matrix.column(1, -1), Matrix.zeros(2, 1));
        ((Dense) net.layer(2)).set(Matrix.row(1, 1), Matrix.zeros(1, 1));
        // A[1] = max(0, ±x) and A[2] = |x| for x = −3, 1
        assertThat(Plots.activations(net, Matrix.row(-3, 1)).alt())
                .isEqualTo("Histograms over 0 to 3; A[1]: mean 1, deviation 1.225; A[2]: mean 2, deviation 1.");
    }

    @Test
    void namesAreEscaped() {
        assertThat(Pictures.texts(Plots.histograms(Map.of("<b>&'\"", Matrix.ones(1, 1)))))
                .startsWith("<b>&'\"");
    }

    @Test
    void entriesThatAreNotFiniteAreRefused() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> Plots.histograms(Map.of("dW[1]", Matrix.row(1, bad))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("histograms: dW[1] must have entries, all finite, got others or none");
        }
        assertThatThrownBy(() -> Plots.histograms(Map.of()))
                .hasMessage("histograms: there must be at least one matrix, got none");
    }

    /** The heights of the bars of an outline such as {@code M15 134v-50h5v50v-0h5v0Z}. */
    private static int[] heights(String outline) {
        return java.util.regex.Pattern.compile("v-(\\d+)h5v\\1")
                .matcher(outline)
                .results()
                .mapToInt(bar -> Integer.parseInt(bar.group(1)))
                .toArray();
    }
}
