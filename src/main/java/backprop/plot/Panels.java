package backprop.plot;

import static java.util.stream.Collectors.joining;

import backprop.matrix.Matrix;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import java.util.stream.DoubleStream;

/** Panels in rows: histograms, images, the cells of a confusion matrix. */
final class Panels {
    private static final int PITCH = 210;
    private static final int BINS = 36;
    private static final int CELL = 40;

    private Panels() {}

    /** A histogram for each matrix, each as high as its fullest bin, four in a row, all over one range. */
    static Figure histograms(Map<String, Matrix> matrices) {
        DoubleSummaryStatistics all =
                matrices.values().stream().flatMapToDouble(Panels::entries).summaryStatistics();
        matrices.forEach((name, M) -> {
            boolean finite = M.rows() * M.cols() > 0 && entries(M).allMatch(Double::isFinite);
            Figure.require(finite, "histograms: %s must have entries, all finite, got others or none", name);
        });
        Figure.require(!matrices.isEmpty(), "histograms: there must be at least one matrix, got none");
        String alt = Figure.text("Histograms over %s to %s", all.getMin(), all.getMax());
        Svg svg = new Svg();
        int panel = 0;
        for (Map.Entry<String, Matrix> entry : matrices.entrySet()) {
            String name = entry.getKey();
            Matrix M = entry.getValue();
            int left = 15 + panel % 4 * PITCH;
            int bottom = 134 + panel / 4 * PITCH;
            int middle = left + BINS * 5 / 2;
            panel++;
            double unit = Math.max(M.maxAbs(), Double.MIN_NORMAL); // no square overflows
            double share = M.map(a -> a / unit).mean();
            double mean = share * unit;
            double variance =
                    M.map(a -> (a / unit - share) * (a / unit - share)).mean();
            double deviation = unit * Math.sqrt(variance);
            svg.text(middle, bottom - 110, "bold", name);
            svg.add("<path d='M%s %s%sZ' class='node'/>", left, bottom, bars(M, all));
            svg.text(left, bottom + 18, "start", all.getMin());
            svg.text(left + BINS * 5, bottom + 18, "end", all.getMax());
            svg.text(middle, bottom + 38, "", Figure.text("mean %s", mean));
            svg.text(middle, bottom + 56, "", Figure.text("deviation %s", deviation));
            alt += Figure.text("; %s: mean %s, deviation %s", name, mean, deviation);
        }
        return svg.figure(Math.min(panel, 4) * PITCH, (panel + 3) / 4 * PITCH, alt + ".");
    }

    private static String bars(Matrix M, DoubleSummaryStatistics all) {
        double bin = Math.max(all.getMax() / BINS - all.getMin() / BINS, Double.MIN_NORMAL);
        int[] counts = new int[BINS];
        entries(M).forEach(a -> {
            int place = (int) (a / bin - all.getMin() / bin);
            counts[Math.min(BINS - 1, place)]++;
        });
        int most = Arrays.stream(counts).max().orElseThrow();
        return Arrays.stream(counts)
                .mapToObj(n -> "v-%sh5v%1$s".formatted(100 * n / most))
                .collect(joining());
    }

    private static DoubleStream entries(Matrix M) {
        return Arrays.stream(M.toArray()).flatMapToDouble(Arrays::stream);
    }

    /**
     * Square images, the columns of X, at most ten in a row: 0 is white and the largest entry black, or, where some
     * entries are negative, blue, and negative ones vermillion and striped.
     */
    static Figure gallery(Matrix X, List<String> captions) {
        int m = X.cols();
        int side = (int) Math.round(Math.sqrt(X.rows()));
        Figure.require(
                m > 0 && side > 0, "gallery: X must hold at least one image of at least one pixel, got %s", X.shape());
        Figure.require(
                side * side == X.rows() && captions.size() == m,
                "gallery: X must be square images of 4, 9, 16 … pixels, one for each caption, got X %s and %s captions",
                X.shape(),
                captions.size());
        int scale = (71 + side) / side;
        int size = scale * side;
        int cell = Math.max(size, 9 * Svg.longest(captions)) + 12;
        int across = Math.min(10, m);
        int bottom = 12 + (m + across - 1) / across * (size + 22);
        double[] finite = entries(X).filter(Double::isFinite).toArray();
        int others = m * X.rows() - finite.length;
        double most = Math.max(Arrays.stream(finite).map(Math::abs).max().orElse(0), Double.MIN_NORMAL);
        boolean signed = Arrays.stream(finite).anyMatch(a -> a < 0);
        int positive = signed ? Svg.COLOURS[0] : 0;
        Svg svg = new Svg();
        for (int i = 0; i < m; i++) {
            int x = 12 + i % across * cell + (cell - 12 - size) / 2;
            int y = 12 + i / across * (size + 22);
            Matrix image = X.cols(i).reshape(side, side);
            IntBinaryOperator colour = (col, row) -> {
                double entry = image.get(row / 2 / scale, col / 2 / scale) / most;
                if (!Double.isFinite(entry)) {
                    return cross(row % (2 * scale), col % (2 * scale), 2 * scale);
                }
                double share = entry < 0 && (row + col) % 8 < 3 ? 0.4 : 1;
                return Svg.tint(entry < 0 ? Svg.COLOURS[1] : positive, Math.abs(entry) * share);
            };
            String src = Figure.of(Svg.pixels(2 * size, 2 * size, colour), "").src();
            svg.add("<image x='%s' y='%s' width='%s' height='%3$s' href='%4$s'/>", x, y, size, src);
            svg.text(x + size / 2, y + size + 16, "bold", captions.get(i));
        }
        String colours =
                Figure.text(signed ? "white: 0, blue: to %s, red stripes: to -%1$s" : "white: 0, black: %s", most);
        String ofFinite = finite.length == 0 ? "no pixel is finite" : colours;
        String key = others == 0 ? colours : ofFinite + "; crossed: " + others + " not finite";
        svg.text(12, bottom + 12, "start", key);
        String alt = "%s of %s by %2$s pixels, labelled %s; %s."
                .formatted(m == 1 ? "1 image" : m + " images", side, String.join(" ", captions), key);
        return svg.figure(Math.max(across * cell, 9 * key.length()) + 12, bottom + 22, alt);
    }

    /** Black on the diagonals of a pixel, else white. */
    private static int cross(int row, int col, int side) {
        boolean diagonal = Math.abs(row - col) <= side / 12 || Math.abs(row + col + 1 - side) <= side / 12;
        return diagonal ? 0 : 0xFFFFFF;
    }

    /**
     * A cell with its count for each pair of classes: rows are the true ones, columns what the network took them for.
     */
    static Figure confusion(Matrix counts, List<String> classes) {
        int n = counts.rows();
        Figure.require(n > 0, "confusion: there must be at least one class, got none");
        double[] notCounts = entries(counts)
                .filter(a -> !(a >= 0 && a <= Integer.MAX_VALUE && a == Math.rint(a)))
                .toArray();
        Figure.require(
                notCounts.length == 0,
                "confusion: counts must be whole numbers from 0, got %s",
                notCounts.length == 0 ? "" : notCounts[0]);
        int wide = Math.max(CELL, 10 * Svg.longest(classes) + 8);
        int left = 52 + wide;
        long hits = 0;
        int worst = 0;
        String confused = "";
        Svg svg = new Svg();
        svg.text(left + n * wide / 2, 34, "", "predicted class");
        svg.add("<text transform='translate(24 %s) rotate(-90)'>true class</text>", 76 + n * CELL / 2);
        for (int c = 0; c < n * n; c++) {
            int i = c / n;
            int j = c % n;
            int x = left + j * wide;
            int y = 76 + i * CELL;
            int count = (int) counts.get(i, j);
            double share = count == 0 ? 0 : 0.12 + 0.88 * count / counts.maxAbs();
            svg.add(
                    "<rect x='%s' y='%s' width='%s' height='%s' fill-opacity='%s' class='cell %s'/>",
                    x + 2, y + 2, wide - 4, CELL - 4, share, i != j && count > 0 ? "miss" : "");
            svg.text(x + wide / 2, y + 25, (share > 0.5 ? "white" : "") + (i == j ? " bold" : ""), count);
            if (i == j) {
                hits += count;
                svg.text(x + wide / 2, 66, "bold", classes.get(i));
                svg.text(left - 12, y + 25, "bold end", classes.get(i));
            } else if (count > worst) {
                worst = count;
                confused = "; most often confused: %s taken for %s, %s"
                        .formatted(classes.get(i), classes.get(j), count == 1 ? "once" : count + " times");
            }
        }
        String alt = "Confusion matrix of %s classes, rows true, columns predicted: %s of %s on the diagonal%s."
                .formatted(n, hits, (long) counts.sum(), confused);
        return svg.figure(left + n * wide + 16, 92 + n * CELL, alt);
    }
}
