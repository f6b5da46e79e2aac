package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.activation.Relu;
import backprop.activation.Tanh;
import backprop.layer.ActivationLayer;
import backprop.layer.Conv2d;
import backprop.layer.Dense;
import backprop.layer.Flatten;
import backprop.layer.Volume;
import backprop.loss.CrossEntropy;
import backprop.loss.SquaredError;
import backprop.matrix.Matrix;
import backprop.network.GradientCheck;
import backprop.network.GradientCheck.ParameterError;
import backprop.network.Network;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What the rows and heads of each table say. */
class TablesTest {
    private static final String SPACE = "\u00a0";

    @Test
    void theDecimalPointsOfAColumnAreInLine() {
        List<List<String>> rows = rows(Renderers.of(Matrix.of(new double[][] {{1, -0.25}, {2.5, Double.NaN}})));
        assertThat(rows)
                .containsExactly(List.of("1" + SPACE.repeat(4), "-0.2500"), List.of("2.500", "NaN" + SPACE.repeat(5)));
    }

    @Test
    void whereCountingIsAToilRowsAndColumnsHaveTheirNumbers() {
        assertThat(Renderers.of(Matrix.ones(6, 6)).html()).doesNotContain("<th");
        Rendering seven = Renderers.of(Matrix.ones(2, 7));
        assertThat(rows(seven).get(0)).containsExactly("", "0", "1", "2", "3", "4", "5", "6");
        assertThat(rows(seven).get(2)).startsWith("1", "1");
        assertThat(seven.html()).contains("<th scope=\"col\"").contains("<th scope=\"row\"");
        List<List<String>> large = rows(Renderers.of(Matrix.generate(12, 20, (i, j) -> 100 * i + j)));
        assertThat(large.get(0)).containsExactly("", "0", "1", "2", "3", "4", "…", "15", "16", "17", "18", "19");
        assertThat(large.get(6)).first().isEqualTo("…");
        assertThat(large.get(7)).startsWith("7", "700", "701").endsWith("718", "719");
        assertThat(large).hasSize(1 + 11);
    }

    @Test
    void aNetworkShowsItsLayersItsTotalItsLossAndItsDiagram() {
        Network net = new Network(
                1,
                new CrossEntropy(),
                new Conv2d(new Volume(1, 4, 4), 2, 3, new Relu()),
                new Flatten(new Volume(2, 4, 4)),
                new Dense(32, 64),
                new ActivationLayer(new Tanh()),
                new Dense(64, 3));
        Rendering shown = Renderers.of(net);
        assertThat(rows(shown))
                .containsExactly(
                        List.of("l", "layer", "A[l-1] → A[l]", "activation", "parameters"),
                        List.of("1", "Conv2d 1×4×4→2×4×4", "(16, m) → (32, m)", "Relu", "20"),
                        List.of("2", "Flatten 2×4×4→32", "(32, m) → (32, m)", "–", "0"),
                        List.of("3", "Dense 32→64", "(32, m) → (64, m)", "Identity", "2,112"),
                        List.of("4", "ActivationLayer", "(64, m) → (64, m)", "Tanh", "0"),
                        List.of("5", "Dense 64→3", "(64, m) → (3, m)", "Identity", "195"),
                        List.of("", "total", "", "", "2,327"));
        assertThat(shown.html())
                .contains("Network of 5 layers, CrossEntropy of Z[5]</caption>")
                .contains("<img alt=\"Network diagram");
        assertThat(shown.text()).isEqualTo(net.toString());
    }

    @Test
    void aNetworkOfUnknownWidthSaysSo() {
        Network net = new Network(1, new SquaredError(), new ActivationLayer(new Tanh()));
        assertThat(rows(Renderers.of(net)).get(1)).contains("(n, m) → (n, m)");
    }

    @Test
    void aGradientCheckHasTheWorstFirstAndAVerdictInWords() {
        Rendering shown = Renderers.of(new GradientCheck(List.of(
                new ParameterError("W[1]", 9.9e-8, 1),
                new ParameterError("b[1]", 1e-7, 1),
                new ParameterError("W[2]", 1e-4, 1),
                new ParameterError("b[2]", Double.NaN, Double.NaN),
                new ParameterError("W[3]", 0.5, 1))));
        assertThat(rows(shown))
                .containsExactly(
                        List.of("parameter", "relative error", "verdict"),
                        List.of("b[2]", "NaN", "✗ disagrees"),
                        List.of("W[3]", "5.0e-01", "✗ disagrees"),
                        List.of("W[2]", "1.0e-04", "✗ disagrees"),
                        List.of("b[1]", "1.0e-07", "? look closer"),
                        List.of("W[1]", "9.9e-08", "✓ agrees"));
        assertThat(shown.html())
                .contains("not all gradients agree; the worst of 5 is b[2] with NaN")
                .contains("below 1e-7");
        assertThat(shown.text().lines()).hasSize(1 + 5 + 1).element(2).isEqualTo("W[3]     5.0e-01  ✗ disagrees");
    }

    @Test
    void aGradientCheckThatHoldsSaysSoAndOneWithoutParametersToo() {
        assertThat(Renderers.of(new GradientCheck(List.of(new ParameterError("W[1]", 1e-9, 1))))
                        .text())
                .startsWith("Gradient check: all gradients agree; the worst of 1 is W[1] with 1.0e-09");
        assertThat(Renderers.of(new GradientCheck(List.of())).text())
                .contains("has no parameters, so this shows nothing");
    }

    @Test
    void aGradientCheckOfZerosSaysThatItShowsNothing() {
        ParameterError dead = new ParameterError("W[1]", 0, 0);
        Rendering all = Renderers.of(new GradientCheck(List.of(dead)));
        assertThat(all.text()).startsWith("Gradient check: this shows nothing, because all gradients are 0");
        assertThat(rows(all)).last().isEqualTo(List.of("W[1]", "0.0e+00", "○ shows nothing: both gradients are 0"));
        Rendering one = Renderers.of(new GradientCheck(List.of(dead, new ParameterError("W[2]", 1e-9, 1))));
        assertThat(one.html())
                .contains("gradients agree; the worst of 1 is W[2] with 1.0e-09; nothing is shown of W[1]")
                .doesNotContain("all gradients agree");
    }

    @Test
    void aLongTableHasItsFirstTenAndLastFiveRows() {
        Rendering shown = Renderers.of(
                Table.create("t", IntColumn.create("n", IntStream.range(0, 40).toArray())));
        List<String> numbers =
                rows(shown).stream().skip(1).map(row -> row.get(0)).toList();
        assertThat(numbers)
                .containsExactlyElementsOf(Stream.concat(
                                IntStream.range(0, 10).mapToObj(String::valueOf),
                                Stream.of("…", "35", "36", "37", "38", "39"))
                        .toList());
        assertThat(rows(shown)).last().isEqualTo(List.of("39", "39"));
        assertThat(shown.html()).contains("t: 40 rows, 1 column</caption>");
    }

    @Test
    void aTableSaysTheTypesOfItsColumnsAndWhatIsMissing() {
        Rendering shown = Renderers.of(Table.create(
                "t", DoubleColumn.create("x", 1.5, Double.NaN, 10), StringColumn.create("s", "a", "b", null)));
        assertThat(rows(shown))
                .containsExactly(
                        List.of("", "xdouble", "sstring"),
                        List.of("0", "1.5", "a"),
                        List.of("1", "–" + SPACE.repeat(2), "b"),
                        List.of("2", "10" + SPACE.repeat(2), "–"));
        assertThat(shown.html())
                .contains("3 rows, 2 columns, 2 missing, shown as –")
                .contains("text-align:left")
                .contains("tabindex=\"0\" role=\"region\" aria-label=\"Table t\"");
    }

    @Test
    void aWideTableLeavesOutColumnsInItsMiddle() {
        Table table = Table.create("t");
        IntStream.range(0, 60).forEach(j -> table.addColumns(IntColumn.create("c" + j, new int[] {j})));
        List<List<String>> rows = rows(Renderers.of(table));
        assertThat(rows.get(0))
                .hasSize(1 + 20 + 1 + 5)
                .contains("c19integer", "…", "c55integer")
                .doesNotContain("c20integer", "c54integer");
        assertThat(rows.get(1)).endsWith("19", "…", "55", "56", "57", "58", "59");
    }

    @Test
    void numbersHaveAPointInEveryLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(Renderers.of(new GradientCheck(List.of(new ParameterError("W[1]", 1.5e-9, 1))))
                            .html())
                    .contains("1.5e-09");
            assertThat(Renderers.of(Matrix.row(2.5)).html()).contains("2.500");
        } finally {
            Locale.setDefault(before);
        }
    }

    /** The texts of a table's cells, row by row. */
    private static List<List<String>> rows(Rendering rendering) {
        return found("<tr>(.*?)</tr>", rendering.html())
                .map(row -> found("<t[hd][^>]*>(.*?)</t[hd]>", row)
                        .map(cell -> cell.replaceAll("<[^>]*>", ""))
                        .toList())
                .toList();
    }

    private static Stream<String> found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(r -> r.group(1));
    }
}
