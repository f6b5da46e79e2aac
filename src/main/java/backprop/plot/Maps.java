package backprop.plot;

import backprop.data.Dataset;
import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import backprop.network.Network;
import backprop.train.Metrics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;

/** Maps of a plane: what a network decides at each point, or how high a surface is there. */
final class Maps {
    private static final int LEVELS = 14;
    private static final int[][] STRIPES = {{0, 0}, {1, 1}, {1, -1}, {0, 1}, {1, 0}, {2, 1}, {1, 2}};

    private final XYChart chart;
    private final double[] x;
    private final double[] y;
    private final String axes;

    private Maps(String title, String letter, double[] x, double[] y) {
        chart = Curves.chart(title, letter + "₁", letter + "₂", 560, 440);
        chart.getStyler()
                .setXAxisMin(x[0])
                .setXAxisMax(x[1])
                .setYAxisMin(y[0])
                .setYAxisMax(y[1])
                .setPlotGridLinesVisible(false)
                .setPlotContentSize(1);
        this.x = x;
        this.y = y;
        axes = Figure.text("%s₁ %s to %s, %1$s₂ %4$s to %5$s", letter, x[0], x[1], y[0], y[1]);
    }

    static Figure regions(Network net, Dataset data, List<String> names) {
        double[][] X =
                Shape.require("decisionRegions", "X", data.X(), 2, Shape.ANY).toArray();
        boolean finite =
                data.m() > 0 && Stream.of(X).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
        Figure.require(finite, "decisionRegions: X must have examples, all finite, got others or none");
        Maps map = new Maps("Decision regions", "x", ends(X[0]), ends(X[1]));
        int[] labels = Metrics.classes(data.Y());
        for (int k : IntStream.of(labels).distinct().sorted().toArray()) {
            IntStream mine = IntStream.range(0, labels.length).filter(i -> labels[i] == k);
            Curves.marks(
                    map.chart,
                    k,
                    names.get(k),
                    mine.mapToObj(i -> new double[] {X[0][i], X[1][i]}).toList());
        }
        String alt = Figure.text(
                "Regions of %s over %s: %s%% of %s examples lie in the region of their class.",
                String.join(", ", names), map.axes, 100 * Metrics.accuracy(net, data), data.m());
        IntBinaryOperator tint = (k, stripe) -> Svg.tint(Svg.COLOURS[k % 7], 0.25 + 0.2 * stripe);
        return Curves.figure(alt, g -> map.ground(g, tint, P -> Metrics.classes(net.predict(P))), map.chart);
    }

    private static double[] ends(double[] values) {
        double low = Arrays.stream(values).min().orElseThrow();
        double high = Arrays.stream(values).max().orElseThrow();
        double margin = Math.max(Math.max(0.08 * (high - low), 1e-9), 1e-6 * Math.max(Math.abs(low), Math.abs(high)));
        return new double[] {low - margin, high + margin};
    }

    /** Paths over a surface, whose levels part the plane into bands of one area. */
    static Figure paths(DoubleBinaryOperator J, double[] w1, double[] w2, Map<String, List<double[]>> paths) {
        Maps map = new Maps("J, the darker the higher", "w", w1, w2);
        double[] sorted = IntStream.range(0, 99)
                .mapToObj(i -> heights(J, map.row(i / 99.0, 99)))
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        int n = sorted.length;
        String alt = n == 0
                ? "Paths over %s, where J has no finite value".formatted(map.axes)
                : Figure.text("Paths over %s, J %s (light) to %s (dark)", map.axes, sorted[0], sorted[n - 1]);
        Figure.require(!paths.isEmpty(), "paths: there must be at least one path, got none");
        List<List<double[]>> drawn = new ArrayList<>();
        for (String name : paths.keySet()) {
            List<double[]> w = paths.get(name).stream()
                    .filter(p -> Double.isFinite(p[0] + p[1]))
                    .toList();
            Figure.require(!w.isEmpty(), "paths: %s needs a finite point, got none", name);
            Curves.line(map.chart, name, w);
            drawn.add(w);
            double[] end = w.get(w.size() - 1);
            alt += Figure.text(
                    "; %s ends at (%s, %s) with J = %s", name, end[0], end[1], J.applyAsDouble(end[0], end[1]));
        }
        Curves.marks(map.chart, 6, "start", drawn.stream().map(w -> w.get(0)).toList());
        Curves.marks(
                map.chart,
                13,
                "end",
                drawn.stream().map(w -> w.get(w.size() - 1)).toList());
        IntBinaryOperator tint = (band, stripe) -> Svg.tint(0, 0.4 * band / LEVELS);
        Function<Matrix, int[]> bands = P -> Arrays.stream(heights(J, P))
                .mapToInt(height -> LEVELS * Math.abs(1 + Arrays.binarySearch(sorted, height)) / (1 + n))
                .toArray();
        return Curves.figure(alt + ".", g -> map.ground(g, tint, bands), map.chart);
    }

    private static double[] heights(DoubleBinaryOperator J, Matrix P) {
        return P.rows(0).map(P.rows(1), J).toArray()[0];
    }

    /** Returns points (2, n) across the map, at the given share of its height from the top. */
    private Matrix row(double down, int n) {
        return Matrix.generate(
                2, n, (i, j) -> i == 0 ? x[0] + (x[1] - x[0]) * (j + 0.5) / n : y[1] - down * (y[1] - y[0]));
    }

    /** Colours each pixel by the band of its point. The function returns the bands of a row of points. */
    private void ground(Graphics2D g, IntBinaryOperator colour, Function<Matrix, int[]> bands) {
        int left = (int) chart.getScreenXFromChart(x[0]);
        int top = (int) chart.getScreenYFromChart(y[1]);
        int width = 2 * ((int) chart.getScreenXFromChart(x[1]) - left);
        int height = 2 * ((int) chart.getScreenYFromChart(y[0]) - top);
        int[][] band = new int[height][];
        Arrays.setAll(band, i -> bands.apply(row((i + 0.5) / height, width)));
        IntBinaryOperator pixel = (j, i) -> {
            int k = band[i][j];
            boolean edge = k != band[i][Math.max(0, j - 1)] || k != band[Math.max(0, i - 1)][j];
            int stripe = Math.floorMod(8 + STRIPES[k % 7][0] * j + STRIPES[k % 7][1] * i, 16) < 2 ? 1 : 0;
            return edge ? 0x808080 : colour.applyAsInt(k, stripe);
        };
        g.drawImage(Svg.pixels(width, height, pixel), left, top, width / 2, height / 2, null);
    }
}
