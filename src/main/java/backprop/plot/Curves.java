package backprop.plot;

import backprop.train.Epoch;
import backprop.train.History;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Lines and marks by XChart, whose colours go with markers and dashes of their own. */
final class Curves {
    private static final float[][] DASHES = {null, {7, 5}, {2, 4}, {11, 4, 2, 4}, {16, 5}, {5, 2}};

    private Curves() {}

    static Figure of(History history) {
        int last = history.last().number();
        XYChart cost = chart("Cost", "epoch", "J", 460, 300);
        XYChart accuracy = chart("Accuracy", "epoch", "share right", 460, 300);
        StringBuilder alt = new StringBuilder("Curves over " + last + (last == 1 ? " epoch" : " epochs"));
        addLine(cost, alt, "training", points(history, Epoch::cost));
        addIfMeasured(cost, alt, "validation", history, Epoch::validationCost);
        addIfMeasured(accuracy, alt, "training", history, Epoch::accuracy);
        addIfMeasured(accuracy, alt, "validation", history, Epoch::validationAccuracy);
        alt.append('.');
        Double left = last > 12 ? 0.5 : null; // for XChart labels all numbers of an even row
        cost.getStyler().setXAxisMin(left);
        accuracy.getStyler().setXAxisMin(left).setYAxisMin(0.0).setYAxisMax(1.0);
        return history.hasAccuracy()
                ? figure(alt.toString(), g -> {}, cost, accuracy)
                : figure(alt.toString(), g -> {}, cost);
    }

    /** Adds a line of what was measured; NaN in all epochs means that it was not. */
    private static void addIfMeasured(
            XYChart chart, StringBuilder alt, String name, History history, ToDoubleFunction<Epoch> value) {
        boolean never = history.epochs().stream().mapToDouble(value).allMatch(Double::isNaN);
        if (!never) {
            addLine(chart, alt, name, points(history, value));
        }
    }

    private static Stream<double[]> points(History history, ToDoubleFunction<Epoch> value) {
        return history.epochs().stream().map(e -> new double[] {e.number(), value.applyAsDouble(e)});
    }

    static Figure of(XYChart chart, double[] x, Map<String, DoubleUnaryOperator> lines) {
        double step = (x[1] - x[0]) / 400;
        StringBuilder alt = new StringBuilder(
                Figure.text("%s over %s from %s to %s", chart.getTitle(), chart.getXAxisTitle(), x[0], x[1]));
        for (Map.Entry<String, DoubleUnaryOperator> line : lines.entrySet()) {
            Stream<double[]> points = IntStream.rangeClosed(0, 400)
                    .mapToDouble(i -> x[0] + i * step)
                    .mapToObj(a -> new double[] {a, line.getValue().applyAsDouble(a)});
            addLine(chart, alt, line.getKey(), points);
        }
        chart.getStyler().setXAxisMin(x[0] - step / 100); // no even row: XChart labels all numbers of it
        return figure(alt.append('.').toString(), g -> {}, chart);
    }

    static XYChart chart(String title, String x, String y, int width, int height) {
        XYChart chart = new XYChartBuilder()
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .width(width)
                .height(height)
                .build();
        chart.setCustomXAxisTickLabelsFormatter(tick -> Figure.text("%s", tick));
        chart.setCustomYAxisTickLabelsFormatter(tick -> Figure.text("%s", tick));
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
        Color clear = new Color(0, true);
        chart.getStyler()
                .setAxisTitleFont(font)
                .setAxisTickLabelsFont(font)
                .setLegendFont(font)
                .setChartTitleFont(font.deriveFont(Font.BOLD, 15))
                .setPlotBorderVisible(false)
                .setPlotBackgroundColor(clear)
                .setChartBackgroundColor(clear)
                .setLegendBorderColor(clear);
        return chart;
    }

    /** Adds points {x, y} with the colour and the marker of k. */
    static XYSeries marks(XYChart chart, int k, String name, List<double[]> points) {
        double[] x = points.stream().mapToDouble(p -> p[0]).toArray();
        double[] y = points.stream().mapToDouble(p -> p[1]).toArray();
        Color colour = new Color(Svg.COLOURS[k % 7]);
        XYSeries series = chart.addSeries(name, x, y).setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        series.setMarker(chart.getStyler().getSeriesMarkers()[(k + k / 7) % 7])
                .setMarkerColor(colour)
                .setLineColor(colour);
        return series;
    }

    /** Draws a line through the finite points, and adds its course to the alternative text. */
    private static void addLine(XYChart chart, StringBuilder alt, String name, Stream<double[]> points) {
        List<double[]> finite = finite(points);
        if (finite.isEmpty()) {
            alt.append("; %s, %s has no finite value".formatted(chart.getYAxisTitle(), name));
            return;
        }
        line(chart, name, finite);
        alt.append(course(chart.getYAxisTitle(), name, finite));
    }

    /**
     * Draws a line through finite points. Through more than 40 points it has no dashes, which XChart begins anew at
     * each point, but a marker at some of them.
     */
    static void line(XYChart chart, String name, List<double[]> finite) {
        int n = finite.size();
        int k = (int) chart.getSeriesCollection().stream()
                .filter(XYSeries::isShowInLegend)
                .count();
        boolean many = n > 40;
        if (many) {
            marks(
                    chart,
                    k,
                    name,
                    IntStream.range(0, n)
                            .filter(i -> i % (n / 10) == 0)
                            .mapToObj(finite::get)
                            .toList());
        }
        XYSeries line =
                marks(chart, k, many ? name + " " : name, finite).setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
        if (many) {
            line.setMarker(SeriesMarkers.NONE).setShowInLegend(false);
        }
        int cap = many ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT;
        line.setLineStyle(new BasicStroke(2.2f, cap, BasicStroke.JOIN_ROUND, 1, many ? null : DASHES[k % 6], 0));
    }

    static List<double[]> finite(Stream<double[]> points) {
        return points.filter(p -> Double.isFinite(p[0] + p[1])).toList();
    }

    /** The course of a line through points {x, y}, of which there is one at least. */
    static String course(String axis, String name, List<double[]> points) {
        DoubleSummaryStatistics y = points.stream().mapToDouble(p -> p[1]).summaryStatistics();
        return Figure.text(
                "; %s, %s from %s to %s, within %s and %s",
                axis, name, points.get(0)[1], points.get(points.size() - 1)[1], y.getMin(), y.getMax());
    }

    /** Charts beside each other, over a ground that is drawn when they are laid out. */
    static Figure figure(String alt, Consumer<Graphics2D> ground, XYChart... charts) {
        int width = charts[0].getWidth();
        int height = charts[0].getHeight();
        BufferedImage image = new BufferedImage(2 * width * charts.length, 2 * height, BufferedImage.TYPE_INT_RGB);
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
