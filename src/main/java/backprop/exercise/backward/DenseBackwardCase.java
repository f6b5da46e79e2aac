package backprop.exercise.backward;

import backprop.exercise.Inputs;
import backprop.matrix.Matrix;
import java.util.stream.IntStream;

/** A layer's backward pass with what it must give, summed entry by entry, and with what usual slips give.
 * @param in where it comes from
 * @param dZ (n, m)
 * @param A (n₋, m)
 * @param W (n, n₋) */
record DenseBackwardCase(Inputs in, Matrix dZ, Matrix A, Matrix W) {
  /** Drawn at random: n and n₋ differ, and differ from m. */
  static DenseBackwardCase drawn(Inputs in, int m) {
    int n = 7 + in.between(0, 2);
    int before = 10 + in.between(0, 3);
    return new DenseBackwardCase(in, in.matrix(n, m), in.matrix(before, m), in.matrix(n, before));
  }

  DenseBackwardCase times(double c) { return new DenseBackwardCase(in, dZ.times(c), A, W); }

  private int m() { return dZ.cols(); }

  private Matrix dW() {
    return Matrix.generate(W.rows(), W.cols(), (j, k) -> {
      double sum = 0;
      for (int i = 0; i < m(); i++) { sum += dZ.get(j, i) * A.get(k, i); }
      return sum / m();
    });
  }

  private Matrix db() {
    return Matrix.generate(W.rows(), 1, (j, k) -> {
      double sum = 0;
      for (int i = 0; i < m(); i++) { sum += dZ.get(j, i); }
      return sum / m();
    });
  }

  private Matrix dA() {
    return Matrix.generate(A.rows(), m(), (k, i) -> {
      double sum = 0;
      for (int j = 0; j < W.rows(); j++) { sum += W.get(j, k) * dZ.get(j, i); }
      return sum;
    });
  }

  void requireShapes(DenseBackward f) {
    LayerGradients got = f.of(dZ, A, W);
    in.expectShape("dW", W.rows(), W.cols()).is(got.dW());
    in.expectShape("db", W.rows(), 1).slip("overFeatures", () -> Matrix.ones(1, m())).is(got.db());
    in.expectShape("dA", A.rows(), m()).is(got.dA());
  }

  void require(DenseBackward f) {
    LayerGradients got = f.of(dZ, A, W);
    in.expect("dW", dW()).slip("lastLost", () -> withoutLast().dW().times((m() - 1.0) / m()))
        .slip("overNodesDivided", () -> dW().times((double) m() / W.rows())).meanOver(m()).is(got.dW());
    in.expect("db", db()).meanOver(m()).is(got.db());
    in.expect("dA", dA()).slip("dividedDA", () -> dA().divide(m())).slip("rowForColumn", () -> W.mult(dZ)).is(got.dA());
  }

  private DenseBackwardCase withoutLast() {
    int[] others = IntStream.range(0, m() - 1).toArray();
    return new DenseBackwardCase(in, dZ.cols(others), A.cols(others), W);
  }
}
