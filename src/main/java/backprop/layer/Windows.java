package backprop.layer;

import backprop.matrix.Matrix;
import java.util.Objects;

/** Windows of f × f pixels that slide over images, s apart, with p zeros around: A (C H W, m) becomes P, which has a
 * column for each window. */
final class Windows {
  final Volume out;
  final Doors doors;
  final int rows;
  private final Volume in;
  private final int[] pixels;

  /** An output has ⌊(n + 2p − f) / s⌋ + 1 rows or columns. Source: note 003, convolution. */
  Windows(String kind, Volume in, int channels, int f, int s, int p, boolean ofAllChannels) {
    Objects.requireNonNull(in, kind + ": the input's volume must not be null");
    int largest = Math.min(in.height(), in.width()) + 2 * p;
    require(kind, "the stride must be at least 1", s, s >= 1);
    require(kind, "the padding must be at least 0", p, p >= 0);
    String sizes = "the window must be 1 to " + largest + " on " + in + " and its padding";
    require(kind, sizes, f, 1 <= f && f <= largest);
    int height = (in.height() + 2 * p - f) / s + 1;
    int width = (in.width() + 2 * p - f) / s + 1;
    this.in = in;
    out = new Volume(channels, height, width);
    doors = new Doors(kind, in + "→" + out, in.size(), out.size());
    rows = f * f * (ofAllChannels ? in.channels() : 1);
    pixels = new int[in.channels() * f * f * height * width];
    for (int row = 0, k = 0; row < in.channels() * f * f; row++) {
      int c = ofAllChannels ? row / (f * f) : row % in.channels();
      int uv = ofAllChannels ? row % (f * f) : row / in.channels();
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) { pixels[k++] = pixel(c, y * s + uv / f - p, x * s + uv % f - p); }
      }
    }
  }

  private static void require(String kind, String rule, int value, boolean holds) {
    if (!holds) { throw new IllegalArgumentException("%s: %s, got %s".formatted(kind, rule, value)); }
  }

  /** The row of A with a pixel of channel c; −1 in the padding. */
  private int pixel(int c, int y, int x) {
    boolean inside = 0 <= y && y < in.height() && 0 <= x && x < in.width();
    return inside ? (c * in.height() + y) * in.width() + x : -1;
  }

  /** P from A: (C f f, Hout Wout m), where row (c, u, v) has pixel (u, v) of channel c in each window; or (f f, C Hout
   * Wout m), where a window is of one channel. */
  Matrix of(Matrix A) {
    return A.rows(pixels).reshape(rows, pixels.length / rows * A.cols());
  }

  /** dA from dP: each pixel's sum over the windows that it is in. */
  Matrix back(Matrix dP, int m) {
    Matrix dA = Matrix.zeros(in.size(), m);
    dA.addRows(dP.reshape(pixels.length, m), pixels);
    return dA;
  }
}
