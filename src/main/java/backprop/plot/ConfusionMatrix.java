package backprop.plot;

import backprop.matrix.Matrix;
import java.util.List;

/** A confusion matrix: a cell for each pair of classes, shaded and with its count. */
final class ConfusionMatrix {
  private static final int CELL = 40;
  private static final int TOP = 76;

  private ConfusionMatrix() {}

  /** Rows are the true classes, columns what the network took them for. */
  static Figure of(Matrix counts, List<String> classes) {
    int n = counts.rows();
    int wide = Math.max(CELL, 10 * Svg.longest(classes) + 8);
    int left = 52 + wide;
    int hits = 0;
    int worst = 0;
    String confused = "";
    Svg svg = new Svg();
    svg.text(left + n * wide / 2, TOP - 42, "", "predicted class");
    svg.add("<text transform='translate(24 %s) rotate(-90)'>true class</text>", TOP + n * CELL / 2);
    for (int c = 0; c < n * n; c++) {
      int i = c / n;
      int j = c % n;
      int x = left + j * wide;
      int y = TOP + i * CELL;
      int count = (int) counts.get(i, j);
      double share = count == 0 ? 0 : 0.12 + 0.88 * count / counts.maxAbs();
      boolean miss = i != j && count > 0;
      svg.add("<rect x='%s' y='%s' width='%s' height='%s' fill-opacity='%s' class='cell %s'/>", x + 2, y + 2, wide - 4,
          CELL - 4, share, miss ? "miss" : "");
      String look = (share > 0.5 ? "white" : "") + (i == j ? " bold" : "");
      svg.text(x + wide / 2, y + 25, look, Integer.toString(count));
      if (i == j) {
        hits += count;
        svg.text(x + wide / 2, TOP - 10, "bold", classes.get(i));
        svg.text(left - 12, y + 25, "bold end", classes.get(i));
      } else if (count > worst) {
        worst = count;
        confused = "; most often confused: %s taken for %s, %s".formatted(classes.get(i), classes.get(j),
            count == 1 ? "once" : count + " times");
      }
    }
    String alt = "Confusion matrix of %s classes, rows true, columns predicted: %s of %s on the diagonal".formatted(n,
        hits, (int) counts.sum());
    return svg.figure(left + n * wide + 16, TOP + n * CELL + 16, alt + confused + ".");
  }
}
