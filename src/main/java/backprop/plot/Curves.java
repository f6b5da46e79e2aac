package backprop.plot;

import backprop.train.Epoch;
import backprop.train.History;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Lines and marks by XChart, whose colours go with markers and dashes of their own. */
final class Curves {
  private static final int FEW = 40;
  private static final float[][] DASHES = {null, {7, 5}, {2, 4}, {11, 4, 2, 4}, {16, 5}, {5, 2}};

  private Curves() {}

  /** Cost, and beside it accuracy where there is one, over the epochs. */
  static Figure of(History history) {
    int last = history.last().number();
    XYChart cost = chart("Cost", "epoch", "J", 460, 300);
    line(cost, 0, "training", points(history, Epoch::cost));
    line(cost, 1, "validation", points(history, Epoch::validationCost));
    XYChart accuracy = chart("Accuracy", "epoch", "share right", 460, 300);
    line(accuracy, 0, "training", points(history, Epoch::accuracy));
    line(accuracy, 1, "validation", points(history, Epoch::validationAccuracy));
    Double left = last > 12 ? 0.5 : null; // for XChart labels all numbers of an even row
    cost.getStyler().setXAxisMin(left);
    accuracy.getStyler().setXAxisMin(left).setYAxisMin(0.0).setYAxisMax(1.0);
    String alt = "Curves over " + last + (last == 1 ? " epoch" : " epochs") + said(cost);
    return history.hasAccuracy() ? figure(alt + said(accuracy) + ".", g -> {}, cost, accuracy)
        : figure(alt + ".", g -> {}, cost);
  }

  private static Stream<double[]> points(History history, ToDoubleFunction<Epoch> value) {
    return history.epochs().stream().map(e -> new double[] {e.number(), value.applyAsDouble(e)});
  }

  /** Functions of x between two ends. */
  static Figure of(XYChart chart, double[] x, Map<String, DoubleUnaryOperator> lines) {
    double step = (x[1] - x[0]) / 400;
    for (String name : lines.keySet()) {
      DoubleStream steps = IntStream.rangeClosed(0, 400).mapToDouble(i -> x[0] + i * step);
      DoubleUnaryOperator f = lines.get(name);
      int k = chart.getSeriesCollection().size() / 2;
      line(chart, k, name, steps.mapToObj(a -> new double[] {a, f.applyAsDouble(a)}));
    }
    chart.getStyler().setXAxisMin(x[0] - step / 100); // no even row: XChart labels all numbers of it
    String alt = "%s over %s from %s to %s%s.";
    alt = Figure.text(alt, chart.getTitle(), chart.getXAxisTitle(), x[0], x[1], said(chart));
    return figure(alt, g -> {}, chart);
  }

  /** The course of each line in words. */
  private static String said(XYChart chart) {
    String alt = "";
    for (XYSeries line : chart.getSeriesCollection()) {
      if (line.getLineStyle() != null) {
        double[] y = line.getYData();
        alt += "; " + chart.getYAxisTitle() + ", " + line.getName().strip();
        alt += Figure.text(" from %s to %s", y[0], y[y.length - 1]);
        alt += Figure.text(", within %s and %s", line.getYMin(), line.getYMax());
      }
    }
    return alt;
  }

  /** A chart without lines. */
  static XYChart chart(String title, String x, String y, int width, int height) {
    XYChart chart = new XYChart(width, height);
    chart.setTitle(title);
    chart.setXAxisTitle(x);
    chart.setYAxisTitle(y);
    chart.setCustomXAxisTickLabelsFormatter(tick -> Figure.text("%s", tick));
    chart.setCustomYAxisTickLabelsFormatter(tick -> Figure.text("%s", tick));
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    Color clear = new Color(0, true);
    XYStyler styler = chart.getStyler();
    styler.setAxisTitleFont(font).setAxisTickLabelsFont(font).setLegendFont(font);
    styler.setChartTitleFont(font.deriveFont(Font.BOLD, 15)).setPlotBorderVisible(false);
    styler.setPlotBackgroundColor(clear).setChartBackgroundColor(clear).setLegendBorderColor(clear);
    return chart;
  }

  /** Adds points {x, y} with the colour and the marker of k. */
  static XYSeries marks(XYChart chart, int k, String name, List<double[]> points) {
    double[] x = points.stream().mapToDouble(p -> p[0]).toArray();
    double[] y = points.stream().mapToDouble(p -> p[1]).toArray();
    XYSeries series = chart.addSeries(name, x, y);
    series.setMarker(chart.getStyler().getSeriesMarkers()[(k + k / 7) % 7]);
    series.setMarkerColor(new Color(Svg.COLOURS[k % 7])).setLineColor(series.getMarkerColor());
    return series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
  }

  /** Adds line k through the finite points; through many without dashes, which XChart begins anew at each point, and
   * with a marker at some. */
  static List<double[]> line(XYChart chart, int k, String name, Stream<double[]> points) {
    List<double[]> finite = points.filter(p -> Double.isFinite(p[0] + p[1])).toList();
    int n = finite.size();
    if (n > FEW) {
      IntStream some = IntStream.range(0, n).filter(i -> i % (n / 10) == 0);
      marks(chart, k, name, some.mapToObj(finite::get).toList());
    }
    if (n > 0) {
      XYSeries line = marks(chart, k, n > FEW ? name + " " : name, finite);
      line.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line).setShowInLegend(n <= FEW);
      float[] dash = n > FEW ? null : DASHES[k % DASHES.length];
      line.setLineStyle(new BasicStroke(2.2f, n > FEW ? 1 : 0, BasicStroke.JOIN_ROUND, 1, dash, 0));
      line.setMarker(n > FEW ? SeriesMarkers.NONE : line.getMarker());
    }
    return finite;
  }

  /** Charts beside each other, over a ground that is drawn when they are laid out. */
  static Figure figure(String alt, Consumer<Graphics2D> ground, XYChart... charts) {
    int width = charts[0].getWidth();
    int height = charts[0].getHeight();
    int rgb = BufferedImage.TYPE_INT_RGB;
    BufferedImage image = new BufferedImage(2 * width * charts.length, 2 * height, rgb);
    Graphics2D g = image.createGraphics();
    g.scale(2, 2);
    g.setBackground(Color.WHITE);
    for (XYChart chart : charts) {
      chart.paint(g, width, height);
      g.clearRect(0, 0, width, height);
      ground.accept(g);
      chart.paint(g, width, height);
      g.translate(width, 0);
    }
    return Figure.of(image, alt);
  }
}
