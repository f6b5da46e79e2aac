package backprop.plot;

import backprop.train.Epoch;
import backprop.train.History;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The curves of a training: cost, and beside it accuracy, over the epochs. */
final class Curves {
  private static final int WIDTH = 420;
  private static final int HEIGHT = 300;
  private static final int FEW = 12;
  private static final int MOST = 500;
  private static final BasicStroke SOLID = new BasicStroke(2.2f);
  private static final BasicStroke DASHED =
      new BasicStroke(
          2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {7f, 5f}, 0f);

  private Curves() {}

  /** One curve or two beside each other. */
  static Figure of(History history) {
    XYChart cost = chart("Cost", "J", history, Epoch::cost, Epoch::validationCost);
    if (!history.hasAccuracy()) {
      return Figure.draw(WIDTH, HEIGHT, alt(history), g -> cost.paint(g, WIDTH, HEIGHT));
    }
    XYChart accuracy =
        chart("Accuracy", "share right", history, Epoch::accuracy, Epoch::validationAccuracy);
    accuracy.getStyler().setYAxisMin(0.0);
    accuracy.getStyler().setYAxisMax(1.0);
    return Figure.draw(
        2 * WIDTH,
        HEIGHT,
        alt(history),
        g -> {
          cost.paint(g, WIDTH, HEIGHT);
          g.translate(WIDTH, 0);
          accuracy.paint(g, WIDTH, HEIGHT);
        });
  }

  private static XYChart chart(
      String title,
      String yAxis,
      History history,
      ToDoubleFunction<Epoch> training,
      ToDoubleFunction<Epoch> validation) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle("epoch")
            .yAxisTitle(yAxis)
            .build();
    style(chart);
    add(chart, "training", history, training, Palette.BLUE, SOLID, SeriesMarkers.CIRCLE);
    if (history.hasValidation()) {
      add(
          chart,
          "validation",
          history,
          validation,
          Palette.VERMILLION,
          DASHED,
          SeriesMarkers.SQUARE);
    }
    return chart;
  }

  private static void add(
      XYChart chart,
      String name,
      History history,
      ToDoubleFunction<Epoch> value,
      Color color,
      BasicStroke stroke,
      Marker marker) {
    List<Epoch> epochs = thinned(history.epochs());
    boolean few = epochs.size() <= FEW;
    int parts = Math.max(1, MOST / epochs.size());
    XYSeries series =
        chart.addSeries(
            name,
            few ? values(epochs, Epoch::number) : divided(epochs, Epoch::number, parts),
            few ? values(epochs, value) : divided(epochs, value, parts));
    series.setLineColor(color);
    series.setLineStyle(stroke);
    series.setMarkerColor(color);
    series.setSmooth(!few);
    series.setMarker(few ? marker : SeriesMarkers.NONE);
  }

  /** At most some 500 epochs, evenly, the last among them: more points than pixels show nothing. */
  private static List<Epoch> thinned(List<Epoch> epochs) {
    int stride = (epochs.size() + MOST - 1) / MOST;
    int last = epochs.size() - 1;
    return IntStream.rangeClosed(0, last)
        .filter(i -> i == 0 || (last - i) % stride == 0)
        .mapToObj(epochs::get)
        .toList();
  }

  private static double[] values(List<Epoch> epochs, ToDoubleFunction<Epoch> value) {
    return epochs.stream().mapToDouble(value).toArray();
  }

  /**
   * The values with parts − 1 more between two neighbours, on the straight line: XChart dashes a
   * smooth line as a whole (any other anew between two points, where dashes vanish), and between so
   * many points there is nothing left to smooth. The one at ½ makes the spacing unequal: XChart
   * labels every one of numbers that are equally spaced.
   */
  private static double[] divided(List<Epoch> epochs, ToDoubleFunction<Epoch> value, int parts) {
    double[] values = values(epochs, value);
    DoubleStream rest = IntStream.rangeClosed(1, (values.length - 1) * parts).asDoubleStream();
    return DoubleStream.concat(DoubleStream.of(0, 0.5), rest)
        .map(position -> between(values, position / parts))
        .toArray();
  }

  /** The value at a position between two neighbours, on the straight line. */
  private static double between(double[] values, double position) {
    int i = (int) position;
    double next = values[Math.min(i + 1, values.length - 1)];
    return values[i] + (next - values[i]) * (position - i);
  }

  private static void style(XYChart chart) {
    XYStyler styler = chart.getStyler();
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setChartFontColor(Palette.BLACK);
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
    styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    styler.setLegendPosition(Styler.LegendPosition.OutsideS);
    styler.setLegendLayout(Styler.LegendLayout.Horizontal);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    styler.setPlotGridLinesColor(Palette.RULE);
    styler.setXAxisDecimalPattern("0");
    styler.setYAxisDecimalPattern("0.####");
    styler.setLocale(Locale.ROOT);
  }

  private static String alt(History history) {
    int last = history.last().number();
    String text =
        "Curves over %s: ".formatted(last == 1 ? "1 epoch" : last + " epochs")
            + fell("cost J", history, Epoch::cost);
    if (history.hasAccuracy()) {
      text += "; " + fell("accuracy", history, Epoch::accuracy);
    }
    if (history.hasValidation()) {
      text += "; " + fell("validation J", history, Epoch::validationCost);
    }
    return text + ".";
  }

  private static String fell(String name, History history, ToDoubleFunction<Epoch> value) {
    double first = value.applyAsDouble(history.epochs().get(0));
    double last = value.applyAsDouble(history.last());
    return String.format(Locale.ROOT, "%s from %.4g to %.4g", name, first, last);
  }
}
