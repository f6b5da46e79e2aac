package backprop.notebook;

import backprop.plot.Figure;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.knowm.xchart.DialSeries;
import org.knowm.xchart.HeatMapSeries;
import org.knowm.xchart.PieSeries;
import org.knowm.xchart.RadarSeries;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.AxesChartSeries;
import org.knowm.xchart.internal.series.Series;

/** A learner's own XChart chart as a figure, whose text alternative says title, axes, and the ranges of its series. */
final class ChartPicture {
  private ChartPicture() {}

  static Figure of(Chart<?, ?> chart) {
    int width = chart.getWidth();
    int height = chart.getHeight();
    return Painting.of(width, height, alt(chart), g -> chart.paint(g, width, height));
  }

  private static String alt(Chart<?, ?> chart) {
    String title = chart.getTitle() == null || chart.getTitle().isBlank() ? "Chart" : "Chart: " + chart.getTitle();
    String axes = chart instanceof AxesChart<?, ?> plane
        ? axis(", across: ", plane.getXAxisTitle()) + axis(", up: ", plane.getYAxisTitle())
        : "";
    return chart.getSeriesCollection().stream().map(series -> "; " + series.getName() + range(series))
        .collect(Collectors.joining("", title + axes, "."));
  }

  private static String axis(String before, String title) {
    return title == null || title.isBlank() ? "" : before + title;
  }

  private static String range(Series series) {
    if (series instanceof PieSeries slice) { return " " + slice.getValue(); }
    if (series instanceof DialSeries dial) { return " " + Html.number(dial.getValue()); }
    if (series instanceof RadarSeries radar) {
      return " " + Arrays.stream(radar.getValues()).mapToObj(Html::number).collect(Collectors.joining(" "));
    }
    if (series instanceof HeatMapSeries map) { return range(" from ", map.getMin(), map.getMax()); }
    return series instanceof AxesChartSeries line
        ? range(" over ", line.getXMin(), line.getXMax()) + range(" from ", line.getYMin(), line.getYMax())
        : "";
  }

  /** Nothing where an axis has names in place of numbers. */
  private static String range(String before, double least, double greatest) {
    boolean numbers = Double.isFinite(least) && Double.isFinite(greatest);
    return numbers ? before + Html.number(least) + " to " + Html.number(greatest) : "";
  }
}
