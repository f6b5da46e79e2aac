package backprop.plot;

import backprop.matrix.Matrix;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Map;
import java.util.stream.DoubleStream;

/** How the entries of matrices are distributed, beside each other over one range. */
final class Histograms {
  private static final int BINS = 36;
  private static final int BIN = 5;
  private static final int PITCH = 210;

  private Histograms() {}

  /** A histogram for each matrix, each as high as its fullest bin, four in a row. */
  static Figure of(Map<String, Matrix> matrices) {
    DoubleSummaryStatistics all = matrices.values().stream().flatMapToDouble(Histograms::entries).summaryStatistics();
    if (!Double.isFinite(all.getSum() + all.getMax())) {
      throw new IllegalArgumentException("histograms: entries must be finite, got others or none");
    }
    String alt = Figure.text("Histograms over %s to %s", all.getMin(), all.getMax());
    Svg svg = new Svg();
    int panel = 0;
    for (String name : matrices.keySet()) {
      int left = 15 + panel % 4 * PITCH;
      int bottom = 134 + panel++ / 4 * PITCH;
      int middle = left + BINS * BIN / 2;
      Matrix M = matrices.get(name);
      double mean = M.mean();
      double deviation = Math.sqrt(M.map(a -> (a - mean) * (a - mean)).mean());
      svg.text(middle, bottom - 110, "bold", name);
      svg.add("<path d='M%s %s%sZ' class='node'/>", left, bottom, bars(M, all));
      svg.text(left, bottom + 18, "start", all.getMin());
      svg.text(left + BINS * BIN, bottom + 18, "end", all.getMax());
      svg.text(middle, bottom + 38, "", Figure.text("mean %s", mean));
      svg.text(middle, bottom + 56, "", Figure.text("deviation %s", deviation));
      alt += Figure.text("; %s: mean %s, deviation %s", name, mean, deviation);
    }
    return svg.figure(Math.min(panel, 4) * PITCH, (panel + 3) / 4 * PITCH, alt + ".");
  }

  private static String bars(Matrix M, DoubleSummaryStatistics all) {
    double bin = Math.max((all.getMax() - all.getMin()) / BINS, Double.MIN_NORMAL);
    int[] counts = new int[BINS];
    entries(M).forEach(a -> counts[Math.min(BINS - 1, (int) ((a - all.getMin()) / bin))]++);
    int most = Arrays.stream(counts).max().orElseThrow();
    String path = "";
    for (int count : counts) { path += "v-%sh%sv%1$s".formatted(100 * count / most, BIN); }
    return path;
  }

  private static DoubleStream entries(Matrix M) { return Arrays.stream(M.toArray()).flatMapToDouble(Arrays::stream); }
}
