package backprop.layer;

import backprop.Golden;
import backprop.matrix.Matrix;
import com.fasterxml.jackson.databind.JsonNode;

/** Images as other libraries hold them, and convolution and pooling in plain loops. */
final class Images {
  private Images() {}

  /** What a loop over one window of one channel makes of its pixels. */
  @FunctionalInterface
  interface Fold {
    double of(double[] pixels);
  }

  /** Columns (C H W, m) from a tensor (m, C, H, W). */
  static Matrix columns(JsonNode tensor) {
    double[] numbers = Golden.numbers(tensor.get("data"));
    int m = tensor.get("shape").get(0).asInt();
    int size = numbers.length / m;
    return Matrix.generate(size, m, (i, j) -> numbers[j * size + i]);
  }

  /** A matrix (rows, the rest) from a tensor (rows, ...). */
  static Matrix rows(JsonNode tensor) {
    double[] numbers = Golden.numbers(tensor.get("data"));
    int rows = tensor.get("shape").get(0).asInt();
    int cols = numbers.length / rows;
    return Matrix.generate(rows, cols, (i, j) -> numbers[i * cols + j]);
  }

  /** The volume of a tensor (m, C, H, W). */
  static Volume volume(JsonNode tensor) {
    JsonNode shape = tensor.get("shape");
    return new Volume(shape.get(1).asInt(), shape.get(2).asInt(), shape.get(3).asInt());
  }

  /** The pixel of channel c at (y, x) in example i; 0 around the image. */
  static double pixel(Matrix A, Volume in, int c, int y, int x, int i) {
    boolean inside = y >= 0 && y < in.height() && x >= 0 && x < in.width();
    return inside ? A.get((c * in.height() + y) * in.width() + x, i) : 0;
  }

  /** Z = W * A + b by the definition. */
  static Matrix convolve(
      Matrix A, Volume in, Matrix W, Matrix b, int f, int stride, int padding, Volume out) {
    Matrix Z = Matrix.zeros(out.size(), A.cols());
    for (int i = 0; i < A.cols(); i++) {
      int row = 0;
      for (int filter = 0; filter < out.channels(); filter++) {
        for (int y = 0; y < out.height(); y++) {
          for (int x = 0; x < out.width(); x++, row++) {
            double z = b.get(filter, 0);
            for (int c = 0; c < in.channels(); c++) {
              for (int u = 0; u < f; u++) {
                for (int v = 0; v < f; v++) {
                  z +=
                      W.get(filter, (c * f + u) * f + v)
                          * pixel(A, in, c, y * stride + u - padding, x * stride + v - padding, i);
                }
              }
            }
            Z.set(row, i, z);
          }
        }
      }
    }
    return Z;
  }

  /** One number for each window and channel. */
  static Matrix pool(Matrix A, Volume in, int f, int stride, Volume out, Fold fold) {
    Matrix pooled = Matrix.zeros(out.size(), A.cols());
    for (int i = 0; i < A.cols(); i++) {
      int row = 0;
      for (int c = 0; c < in.channels(); c++) {
        for (int y = 0; y < out.height(); y++) {
          for (int x = 0; x < out.width(); x++, row++) {
            double[] window = new double[f * f];
            for (int uv = 0; uv < f * f; uv++) {
              window[uv] = pixel(A, in, c, y * stride + uv / f, x * stride + uv % f, i);
            }
            pooled.set(row, i, fold.of(window));
          }
        }
      }
    }
    return pooled;
  }
}
