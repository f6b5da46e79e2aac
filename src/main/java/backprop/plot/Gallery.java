package backprop.plot;

import backprop.matrix.Matrix;
import java.util.List;
import java.util.function.IntBinaryOperator;

/** Square images with captions: 0 is white and the largest entry black, or, where some entries are negative, blue, and
 * negative ones vermillion and striped. */
final class Gallery {
  private Gallery() {}

  /** The columns of X (pixels, m) as images, at most ten in a row, with m captions. */
  static Figure of(Matrix X, List<String> captions) {
    int m = X.cols();
    int side = (int) Math.round(Math.sqrt(X.rows()));
    if (side * side != X.rows() || captions.size() != m) {
      throw new IllegalArgumentException(
          "gallery: X must be square images of 4, 9, 16 … pixels, one for each caption, got X %s and %s captions"
              .formatted(X.shape(), captions.size()));
    }
    int scale = (71 + side) / side;
    int size = scale * side;
    int cell = Math.max(size, 9 * Svg.longest(captions)) + 12;
    int across = Math.min(10, m);
    int bottom = 12 + (m + across - 1) / across * (size + 22);
    double most = Math.max(X.maxAbs(), Double.MIN_NORMAL);
    boolean signed = X.minus(X.map(Math::abs)).maxAbs() > 0;
    Svg svg = new Svg();
    for (int i = 0; i < m; i++) {
      int example = i;
      int x = 12 + i % across * cell + (cell - 12 - size) / 2;
      int y = 12 + i / across * (size + 22);
      IntBinaryOperator colour = (col, row) -> {
        double entry = X.get(row / 2 / scale * side + col / 2 / scale, example) / most;
        int full = signed ? entry < 0 ? 0xD55E00 : 0x0072B2 : 0;
        return Svg.tint(full, Math.abs(entry) * (entry < 0 && (row + col) % 8 < 3 ? 0.4 : 1));
      };
      String src = Figure.of(Svg.pixels(2 * size, 2 * size, colour), "").src();
      svg.add("<image x='%s' y='%s' width='%s' height='%3$s' href='%4$s'/>", x, y, size, src);
      svg.text(x + size / 2, y + size + 16, "bold", captions.get(i));
    }
    String key = signed ? "white: 0, blue: to %s, red stripes: to -%1$s" : "white: 0, black: %s";
    key = Figure.text(key, most);
    svg.text(12, bottom + 12, "start", key);
    String images = m == 1 ? "1 image" : m + " images";
    String alt = "%s of %s by %2$s pixels, labelled %s; %s.";
    alt = alt.formatted(images, side, String.join(" ", captions), key);
    return svg.figure(Math.max(across * cell, 9 * key.length()) + 12, bottom + 22, alt);
  }
}
