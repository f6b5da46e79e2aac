package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.matrix.Matrix;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.PieChart;
import org.knowm.xchart.PieChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

class SideBySideTest {
    @Test
    void partsShowAsTheyWouldAloneAndOthersAsText() {
        Matrix M = Matrix.row(1, 2);
        Rendering shown = Renderers.of(SideBySide.of(M, "<b>", new int[] {1, 2}, null, SideBySide.of(M)));
        assertThat(shown.html())
                .contains(Renderers.of(M).html())
                .contains(">&lt;b&gt;</pre>")
                .contains(">[1, 2]</pre>")
                .contains(">null</pre>")
                .doesNotContain("<b>");
        assertThat(shown.text()).isEqualTo(M + "\n\n<b>\n\n[1, 2]\n\nnull\n\n" + M);
        assertThat(SideBySide.of(1, 2)).hasToString("1\n\n2");
    }

    @Test
    void aPartThatCannotBeDrawnLeavesTheOthers() {
        XYChart empty = new XYChartBuilder().width(0).height(0).build();
        Rendering shown = Renderers.of(SideBySide.of(Matrix.row(1), empty));
        assertThat(shown.text()).startsWith("Matrix (1, 1)").contains("(it could not be drawn: ");
        assertThat(shown.html()).contains("Matrix (1, 1)</caption>").contains("could not be drawn");
    }

    @Test
    void aValueWithoutTextEvenIsNamedByItsClass() {
        Object silent = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("<no> text");
            }
        };
        Rendering shown = Renderers.of(silent);
        assertThat(shown.text())
                .startsWith("a backprop.notebook.SideBySideTest")
                .contains("<no> text");
        assertThat(shown.html()).contains("&lt;no&gt; text");
    }

    @Test
    void arraysThatAreNoMatrixShowAsText() {
        assertThat(Renderers.of(new double[][] {{1, 2}, {3}}).text()).isEqualTo("[[1.0, 2.0], [3.0]]");
        assertThat(Renderers.of(new double[][] {null, {3}}).text()).isEqualTo("[null, [3.0]]");
        assertThat(Renderers.of(new double[0]).text()).isEqualTo("[]");
        assertThat(Renderers.of(new double[][] {{1, 2.5}}).text()).isEqualTo("double[1][2]\n      1  2.500");
    }

    @Test
    void aLearnersChartIsAFigureWhoseTextSaysAxesAndRanges() {
        XYChart chart = new XYChartBuilder()
                .title("Growth <1>")
                .xAxisTitle("t")
                .yAxisTitle("size")
                .width(300)
                .height(200)
                .build();
        chart.addSeries("cells", new double[] {0, 4}, new double[] {-1.5, 8});
        Rendering shown = Renderers.of(chart);
        assertThat(shown.text())
                .isEqualTo("Chart: Growth <1>, across: t, up: size; cells over 0 to 4 from -1.500 to 8.");
        assertThat(shown.html())
                .contains("Growth &lt;1&gt;")
                .contains("width=\"300\" height=\"200\"")
                .contains("src=\"data:image/png;base64,");
    }

    @Test
    void chartsOfOtherKindsSayTheirValues() {
        PieChart pie = new PieChartBuilder().width(200).height(100).build();
        pie.addSeries("a", 3);
        assertThat(Renderers.of(pie).text()).isEqualTo("Chart; a 3.");
        HeatMapChart map = new HeatMapChartBuilder().width(300).height(200).build();
        map.addSeries("heat", new int[] {1, 2}, new int[] {1, 2}, new int[][] {{1, 2}, {3, 4}});
        assertThat(Renderers.of(map).text()).isEqualTo("Chart; heat from 1 to 4.");
    }
}
