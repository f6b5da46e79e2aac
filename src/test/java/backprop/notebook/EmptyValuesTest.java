package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.PieChart;
import org.knowm.xchart.PieChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Values without rows or columns, and charts of no finite value. */
class EmptyValuesTest {
    private static final double NONE = Double.NaN;
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void aMatrixWithoutEntriesSaysItsShape() {
        for (Matrix M : new Matrix[] {
            Matrix.zeros(0, 3),
            Matrix.zeros(2, 0),
            Matrix.zeros(0, 0),
            Matrix.of(new double[][] {}),
            Matrix.of(new DMatrixRMaj(0, 3))
        }) {
            assertThat(Renderers.of(M).text()).isEqualTo("Matrix " + M.shape() + ", without entries");
            assertThat(Renderers.of(M).html()).contains(Renderers.of(M).text()).doesNotContain("could not be drawn");
            assertThatThrownBy(() -> Heatmap.of(M))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching("Heatmap: M must .*got \\(.*");
        }
    }

    @TestFactory
    Stream<DynamicTest> emptyValuesAreShown() {
        return Stream.of(
                        new double[0],
                        new double[0][],
                        new double[3][0],
                        Table.create("t"),
                        Table.create("t", DoubleColumn.create("x")),
                        Table.create("t", StringColumn.create("s"), DoubleColumn.create("x")),
                        SideBySide.of(),
                        SideBySide.of(SideBySide.of()),
                        List.of(),
                        new ArrayList<>(),
                        new Object[0])
                .map(value -> DynamicTest.dynamicTest(value.getClass().getSimpleName(), () -> {
                    Rendering shown = Renderers.of(value);
                    assertThat(shown.html()).isNotEmpty().doesNotContain("could not be drawn");
                    assertThat(shown.text()).isNotEmpty();
                }));
    }

    @Test
    void aHeatMapOfExtremesHasAScale() {
        for (Matrix M : new Matrix[] {
            Matrix.row(1e308, -1e308),
            Matrix.row(NONE, NONE),
            Matrix.row(INFINITE, -INFINITE, 0),
            Matrix.row(-1e308, -1e307),
            Matrix.row(0, 0),
            Matrix.row(5)
        }) {
            assertThat(Heatmap.of(M).alt()).doesNotContain("1.798e").doesNotContain("1.797e");
        }
    }

    @Test
    void aSeriesWithoutAFiniteValueIsSaidToHaveNone() {
        for (double[] y : new double[][] {{NONE, NONE, NONE}, {NONE, NONE, NONE}}) {
            assertThat(alt(y)).isEqualTo("Chart; s has no finite value.");
        }
        assertThat(alt(1, NONE, 3)).isEqualTo("Chart; s over 1 to 3 from 1 to 3.");
        assertThat(alt(NONE, 2, NONE)).isEqualTo("Chart; s over 2 to 2 from 2 to 2.");
    }

    @Test
    void chartsOfNothingAreShown() {
        XYChart xy = new XYChartBuilder().width(300).height(200).build();
        PieChart pie = new PieChartBuilder().width(300).height(200).build();
        CategoryChart bars = new CategoryChartBuilder().width(300).height(200).build();
        for (Object chart : List.of(xy, pie, bars)) {
            assertThat(Renderers.of(chart).text()).startsWith("Chart").doesNotContain("e+308", "Exception");
        }
    }

    @Test
    void aChartOfInfiniteValuesSaysWhatIsWrong() {
        assertThat(alt(INFINITE, INFINITE, INFINITE))
                .startsWith("Chart; s has no finite value.\n(it could not be drawn: ");
        assertThat(alt(1, INFINITE, 3)).startsWith("Chart; s over 1 to 3 from 1 to 3.\n(it could not be drawn: ");
    }

    private static String alt(double... y) {
        XYChart chart = new XYChartBuilder().width(300).height(200).build();
        chart.addSeries("s", new double[] {1, 2, 3}, y);
        return Renderers.of(chart).text();
    }
}
