package backprop.train;

import backprop.data.Dataset;
import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import backprop.matrix.ShapeException;
import backprop.network.Network;
import java.util.stream.IntStream;

/** How good predictions are. */
public final class Metrics {
  private Metrics() {}

  /**
   * Accuracy: the share of examples that the network classifies rightly.
   *
   * @param net the network
   * @param data examples with their classes
   * @return a share, 0 to 1
   * @throws ShapeException if the data do not fit the network, or a prediction is not finite
   */
  public static double accuracy(Network net, Dataset data) {
    return accuracy(net.predict(data.X()), data.Y());
  }

  /**
   * Accuracy: the share of columns in which Ŷ and Y name the same class. That is the row of the
   * largest entry; with a single row it is whether the entry is at least ½.
   *
   * @param Yhat predictions Ŷ (n, m)
   * @param Y labels (n, m)
   * @return a share, 0 to 1
   * @throws ShapeException if the shapes differ, or a prediction is not finite
   */
  public static double accuracy(Matrix Yhat, Matrix Y) {
    Shape.requireSame("accuracy", "Ŷ", Yhat, Y);
    requireFinite("accuracy", Yhat);
    int[] predicted = classes(Yhat);
    int[] actual = classes(Y);
    int right = 0;
    for (int i = 0; i < actual.length; i++) {
      right += predicted[i] == actual[i] ? 1 : 0;
    }
    return (double) right / actual.length;
  }

  /**
   * The confusion matrix: entry (i, j) counts the examples of class i that the network takes for
   * class j.
   *
   * @param net the network
   * @param data examples with their classes
   * @return counts (n, n), whose sum is m; for a single output n = 2
   * @throws ShapeException if the data do not fit the network, or a prediction is not finite
   */
  public static Matrix confusion(Network net, Dataset data) {
    Matrix Yhat = Shape.requireSame("confusion", "Ŷ", net.predict(data.X()), data.Y());
    requireFinite("confusion", Yhat);
    int n = Math.max(2, data.Y().rows());
    int[] predicted = classes(Yhat);
    int[] actual = classes(data.Y());
    Matrix counts = Matrix.zeros(n, n);
    for (int i = 0; i < actual.length; i++) {
      counts.set(actual[i], predicted[i], counts.get(actual[i], predicted[i]) + 1);
    }
    return counts;
  }

  private static void requireFinite(String where, Matrix Yhat) {
    if (!Yhat.isFinite()) {
      throw new ShapeException(
          where + ": Ŷ must be finite numbers, got NaN or infinity — did the training diverge?");
    }
  }

  private static int[] classes(Matrix Y) {
    if (Y.rows() > 1) {
      return Y.argMaxOfColumns();
    }
    return IntStream.range(0, Y.cols()).map(i -> Y.get(0, i) >= 0.5 ? 1 : 0).toArray();
  }
}
