package backprop.plot;

import backprop.data.Dataset;
import backprop.matrix.Matrix;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Square images, one for each example, with the name of their class under them. */
final class Gallery {
  private static final int IMAGE = 72;
  private static final int CAPTION = 22;
  private static final int GAP = 12;
  private static final int MOST_ACROSS = 10;

  private Gallery() {}

  /**
   * The images of all examples of a data set, ten in a row; 0 is white, the largest entry black.
   */
  static Figure of(Dataset data) {
    int side = side(data.X());
    int across = Math.min(MOST_ACROSS, data.m());
    int down = (data.m() + across - 1) / across;
    int[] labels = data.labels();
    double most = Math.max(data.X().maxAbs(), Double.MIN_NORMAL);
    return Figure.draw(
        GAP + across * (IMAGE + GAP),
        GAP + down * (IMAGE + CAPTION),
        alt(data, labels, side),
        g -> {
          g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
          for (int i = 0; i < data.m(); i++) {
            int x = GAP + (i % across) * (IMAGE + GAP);
            int y = GAP + (i / across) * (IMAGE + CAPTION);
            image(g, data.X(), i, side, most, x, y);
            caption(g, name(data, labels[i]), x, y);
          }
        });
  }

  private static void image(
      Graphics2D g, Matrix X, int i, int side, double most, int left, int top) {
    for (int row = 0; row < side; row++) {
      for (int col = 0; col < side; col++) {
        double ink = Math.abs(X.get(row * side + col, i)) / most;
        int grey = (int) Math.round(255 * (1 - ink));
        g.setColor(new Color(grey, grey, grey));
        int x = left + col * IMAGE / side;
        int y = top + row * IMAGE / side;
        g.fillRect(x, y, left + (col + 1) * IMAGE / side - x, top + (row + 1) * IMAGE / side - y);
      }
    }
    g.setColor(Palette.RULE);
    g.drawRect(left, top, IMAGE, IMAGE);
  }

  private static void caption(Graphics2D g, String text, int left, int top) {
    g.setColor(Palette.BLACK);
    int width = g.getFontMetrics().stringWidth(text);
    g.drawString(text, left + (IMAGE - width) / 2, top + IMAGE + CAPTION - 6);
  }

  private static String name(Dataset data, int label) {
    return data.classes().isEmpty() ? "" : data.classes().get(label);
  }

  private static int side(Matrix X) {
    int side = (int) Math.round(Math.sqrt(X.rows()));
    if (side * side != X.rows()) {
      throw new IllegalArgumentException(
          "gallery: columns of X must be square images of 4, 9, 16 … pixels, got %s pixels"
              .formatted(X.rows()));
    }
    return side;
  }

  private static String alt(Dataset data, int[] labels, int side) {
    String names =
        Arrays.stream(labels).mapToObj(label -> name(data, label)).collect(Collectors.joining(" "));
    String images = data.m() == 1 ? "1 image" : data.m() + " images";
    return "%s of %s by %s pixels, labelled %s".formatted(images, side, side, names);
  }
}
