package backprop.notebook;

import backprop.matrix.Numbers;
import backprop.plot.Figure;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knowm.xchart.DialSeries;
import org.knowm.xchart.HeatMapSeries;
import org.knowm.xchart.PieSeries;
import org.knowm.xchart.RadarSeries;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.AxesChartSeries;
import org.knowm.xchart.internal.series.Series;

/** A learner's own XChart chart as a figure, whose text alternative says title, axes, and the ranges of its series. */
final class ChartPicture {
    private static final String NO_VALUE = " has no finite value";

    private ChartPicture() {}

    static Figure of(Chart<?, ?> chart) {
        int width = chart.getWidth();
        int height = chart.getHeight();
        return PaintedFigure.of(width, height, alt(chart), g -> chart.paint(g, width, height));
    }

    static String alt(Chart<?, ?> chart) {
        String title = chart.getTitle() == null || chart.getTitle().isBlank() ? "Chart" : "Chart: " + chart.getTitle();
        String axes = chart instanceof AxesChart<?, ?> plane
                ? axis(", across: ", plane.getXAxisTitle()) + axis(", up: ", plane.getYAxisTitle())
                : "";
        return chart.getSeriesCollection().stream()
                .map(series -> "; " + series.getName() + range(series))
                .collect(Collectors.joining("", title + axes, "."));
    }

    private static String axis(String before, String title) {
        return title == null || title.isBlank() ? "" : before + title;
    }

    private static String range(Series series) {
        if (series instanceof PieSeries slice) {
            return " " + slice.getValue();
        }
        if (series instanceof DialSeries dial) {
            return " " + Numbers.entry(dial.getValue());
        }
        if (series instanceof RadarSeries radar) {
            return " "
                    + Arrays.stream(radar.getValues()).mapToObj(Numbers::entry).collect(Collectors.joining(" "));
        }
        if (series instanceof HeatMapSeries map) {
            return range(" from ", map.getMin(), map.getMax());
        }
        if (series instanceof XYSeries line) {
            return course(line.getXData(), line.getYData());
        }
        return series instanceof AxesChartSeries line
                ? range(" over ", line.getXMin(), line.getXMax()) + range(" from ", line.getYMin(), line.getYMax())
                : "";
    }

    /** The ranges of the points whose numbers are both finite: the others are not drawn. */
    private static String course(double[] x, double[] y) {
        int[] finite = IntStream.range(0, x.length)
                .filter(i -> Double.isFinite(x[i]) && Double.isFinite(y[i]))
                .toArray();
        if (finite.length == 0) {
            return NO_VALUE;
        }
        DoubleSummaryStatistics across =
                Arrays.stream(finite).mapToDouble(i -> x[i]).summaryStatistics();
        DoubleSummaryStatistics up =
                Arrays.stream(finite).mapToDouble(i -> y[i]).summaryStatistics();
        return range(" over ", across.getMin(), across.getMax()) + range(" from ", up.getMin(), up.getMax());
    }

    /** Nothing where an axis has names in place of numbers. */
    private static String range(String before, double least, double greatest) {
        if (least > greatest) {
            return NO_VALUE;
        }
        boolean numbers = Double.isFinite(least) && Double.isFinite(greatest);
        return numbers ? before + Numbers.entry(least) + " to " + Numbers.entry(greatest) : "";
    }
}
