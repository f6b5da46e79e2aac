package backprop.plot;

import backprop.matrix.Matrix;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;

/** A confusion matrix: a cell for each pair of classes, shaded and with its count. */
final class ConfusionMatrix {
  private static final int CELL = 40;
  private static final int LEFT = 92;
  private static final int TOP = 76;
  private static final int MARGIN = 16;

  private ConfusionMatrix() {}

  /** Rows are the true classes, columns what the network took them for. */
  static Figure of(Matrix counts, List<String> classes) {
    int n = counts.rows();
    return Figure.draw(
        LEFT + n * CELL + MARGIN,
        TOP + n * CELL + MARGIN,
        alt(counts, classes),
        g -> {
          for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
              cell(g, counts, i, j);
            }
          }
          names(g, classes);
        });
  }

  private static void cell(Graphics2D g, Matrix counts, int i, int j) {
    double count = counts.get(i, j);
    double share = count == 0 ? 0 : 0.12 + 0.88 * count / counts.maxAbs();
    int x = LEFT + j * CELL;
    int y = TOP + i * CELL;
    g.setColor(Palette.blues(share));
    g.fillRect(x, y, CELL, CELL);
    g.setColor(Palette.RULE);
    g.drawRect(x, y, CELL, CELL);
    if (i != j && count > 0) {
      g.setColor(Palette.VERMILLION);
      g.drawRect(x + 2, y + 2, CELL - 4, CELL - 4);
    }
    g.setFont(new Font(Font.SANS_SERIF, i == j ? Font.BOLD : Font.PLAIN, 14));
    g.setColor(count == 0 ? Palette.GREY : share > 0.5 ? Color.WHITE : Palette.BLACK);
    centred(g, Integer.toString((int) count), x + CELL / 2, y + CELL / 2 + 5);
  }

  private static void names(Graphics2D g, List<String> classes) {
    int middle = classes.size() * CELL / 2;
    g.setColor(Palette.BLACK);
    g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
    for (int k = 0; k < classes.size(); k++) {
      centred(g, classes.get(k), LEFT + k * CELL + CELL / 2, TOP - 10);
      int width = g.getFontMetrics().stringWidth(classes.get(k));
      g.drawString(classes.get(k), LEFT - 12 - width, TOP + k * CELL + CELL / 2 + 5);
    }
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    centred(g, "predicted class", LEFT + middle, TOP - 42);
    g.rotate(-Math.PI / 2);
    centred(g, "true class", -(TOP + middle), 24);
    g.rotate(Math.PI / 2);
  }

  private static void centred(Graphics2D g, String text, int x, int baseline) {
    g.drawString(text, x - g.getFontMetrics().stringWidth(text) / 2, baseline);
  }

  private static String alt(Matrix counts, List<String> classes) {
    double right = 0;
    int worstI = 0;
    int worstJ = 0;
    double worst = 0;
    for (int i = 0; i < counts.rows(); i++) {
      right += counts.get(i, i);
      for (int j = 0; j < counts.cols(); j++) {
        if (i != j && counts.get(i, j) > worst) {
          worst = counts.get(i, j);
          worstI = i;
          worstJ = j;
        }
      }
    }
    String text =
        "Confusion matrix of %s classes, rows true, columns predicted: %s of %s on the diagonal"
            .formatted(counts.rows(), (int) right, (int) counts.sum());
    return worst == 0
        ? text + "."
        : text
            + "; most often confused: %s taken for %s, %s."
                .formatted(
                    classes.get(worstI),
                    classes.get(worstJ),
                    worst == 1 ? "once" : (int) worst + " times");
  }
}
