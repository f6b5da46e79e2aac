package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.exercise.Score;
import backprop.layer.Dense;
import backprop.loss.CrossEntropy;
import backprop.matrix.Matrix;
import backprop.network.GradientCheck;
import backprop.network.Network;
import backprop.plot.Plots;
import backprop.train.Epoch;
import backprop.train.History;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class RenderersTest {
    private static final String HOSTILE = "<script>alert('\"&')</script>";
    private static final String ESCAPED = "&lt;script&gt;alert(&#39;&quot;&amp;&#39;)&lt;/script&gt;";

    private final RecordingDisplay display = new RecordingDisplay();

    RenderersTest() {
        Renderers.register(display);
    }

    @Test
    void aMatrixShowsItsShapeAndItsEntries() {
        Rendering shown = render(Matrix.of(new double[][] {{1, 2.5}, {3, 4}}));
        assertThat(shown.text()).isEqualTo("Matrix (2, 2)\n      1  2.500\n      3      4");
        assertThat(shown.html()).contains("Matrix (2, 2)</caption>").contains(">2.500</td>");
    }

    @Test
    void aScoreIsANumberAsTextAndAReportAsHtml() {
        Score score = new Score(
                HOSTILE,
                List.of(
                        new Score.Result("first", true, 1.5, ""),
                        new Score.Result(HOSTILE, false, 2, HOSTILE + "\n" + HOSTILE)),
                HOSTILE,
                1);
        Rendering shown = render(score);
        assertThat(shown.text()).isEqualTo("1.5");
        assertThat(shown.html())
                .contains(ESCAPED + ": 1.5 of 3.5 points")
                .contains("passed")
                .contains("not yet")
                .doesNotContain("<script>");
    }

    @Test
    void aHistoryShowsAsAPictureWithItsTextAlternative() {
        Rendering shown = render(new History(List.of(new Epoch(1, 2, 0.5, Double.NaN, Double.NaN))));
        assertThat(shown.text()).startsWith("Curves over 1 epoch; J, training from 2 to 2");
        assertThat(shown.html()).startsWith("<img alt=\"Curves over 1 epoch;").contains("src=\"data:image/png;base64,");
        assertThat(render(new History(List.of())).text()).isEqualTo("History of no epoch");
    }

    @Test
    void aDrawingShowsAsAnImageWithTheSvgInside() {
        Rendering shown = render(Plots.gallery(Matrix.of(new double[][] {{1}}), List.of(HOSTILE)));
        assertThat(shown.text()).startsWith("1 image of 1 by 1 pixels");
        assertThat(shown.html())
                .contains("labelled " + ESCAPED)
                .contains("src=\"data:image/svg+xml;base64,")
                .contains("background:#ffffff")
                .doesNotContain("<script>", "<svg");
    }

    @Test
    void aTablesTextIsEscaped() {
        Table table = Table.create(HOSTILE, StringColumn.create(HOSTILE, Collections.nCopies(12, HOSTILE)));
        assertThat(render(table).html())
                .contains(ESCAPED + ": 12 rows, 1 column")
                .contains(ESCAPED + "<br>")
                .doesNotContain("<script>");
    }

    @Test
    void nothingNeedsAStyleSheetOrAScript() {
        Network net = new Network(1, new CrossEntropy(), new Dense(2, 2));
        for (Object value : List.of(
                Matrix.ones(2, 9),
                new Score("a", List.of(new Score.Result("b", false, 1, "c\nd")), "e", 1),
                Table.create("t", StringColumn.create("s", "x")),
                net,
                Plots.network(net),
                SideBySide.of(Matrix.ones(2, 2), "text"),
                GradientCheck.of(net, Matrix.ones(2, 1), Matrix.column(1, 0)))) {
            assertThat(render(value).html()).doesNotContain("<style", "<script", "<svg", "class=", " id=");
        }
    }

    private Rendering render(Object value) {
        return display.renderers.get(value.getClass()).apply(value);
    }
}
