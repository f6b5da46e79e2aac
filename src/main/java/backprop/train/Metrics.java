package backprop.train;

import backprop.data.Dataset;
import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import backprop.matrix.ShapeException;
import backprop.network.Network;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How good predictions are. The class of an example is the row of the largest entry in its column; of a single row it
 * is 1 where the prediction Ŷ, which is a probability after a sigmoid, is at least ½, else 0. Values, which are other
 * labels, are refused.
 */
public final class Metrics {
    private Metrics() {}

    /**
     * {@return accuracy: the share of examples that the network classifies rightly, 0 to 1}
     *
     * @param net the network
     * @param data examples with their classes
     * @throws ShapeException if the data do not fit the network, or a prediction is not finite
     */
    public static double accuracy(Network net, Dataset data) {
        Objects.requireNonNull(data, "accuracy: the data must not be null");
        return accuracy(net.predict(data.X()), data.Y());
    }

    /**
     * {@return accuracy: the share of columns in which Ŷ and Y name the same class, 0 to 1}
     *
     * @param Yhat predictions Ŷ (n, m)
     * @param Y labels (n, m)
     * @throws ShapeException if the shapes differ, or a prediction is not finite
     */
    public static double accuracy(Matrix Yhat, Matrix Y) {
        int[] predicted = predicted("accuracy", Yhat, Y);
        int[] actual = classes(Y);
        long right = IntStream.range(0, actual.length)
                .filter(i -> predicted[i] == actual[i])
                .count();
        return (double) right / actual.length;
    }

    /**
     * {@return the confusion matrix (n, n), for a single output (2, 2): entry (i, j) counts the examples of class i that
     * the network takes for class j}
     *
     * @param net the network
     * @param data examples with their classes
     * @throws ShapeException if the data do not fit the network, or a prediction is not finite
     */
    public static Matrix confusion(Network net, Dataset data) {
        Objects.requireNonNull(data, "confusion: the data must not be null");
        int[] predicted = predicted("confusion", net.predict(data.X()), data.Y());
        int[] actual = classes(data.Y());
        int n = Math.max(2, data.Y().rows());
        Matrix counts = Matrix.zeros(n, n);
        for (int i = 0; i < actual.length; i++) {
            counts.set(actual[i], predicted[i], counts.get(actual[i], predicted[i]) + 1);
        }
        return counts;
    }

    /**
     * {@return precision, recall and F1 of each class, from the confusion matrix}
     *
     * @param net the network
     * @param data examples with their classes
     * @throws ShapeException if the data do not fit the network, or a prediction is not finite
     */
    public static ClassScores scores(Network net, Dataset data) {
        Matrix confusion = confusion(net, data);
        return new ClassScores(data.classes(), confusion);
    }

    private static int[] predicted(String where, Matrix Yhat, Matrix Y) {
        if (!Shape.requireSame(where, "Ŷ", Yhat, Y).isFinite()) {
            throw new ShapeException(
                    where + ": Ŷ must be finite numbers, got NaN or infinity — did the training diverge?");
        }
        if (!Y.isWithin(0, 1)) {
            throw new ShapeException(where + ": labels Y must be between 0 and 1, got other numbers");
        }
        if (Y.rows() == 1 && Y.map(y -> y == 0 || y == 1 ? 1 : 0).sum() < Y.cols()) {
            throw new ShapeException(where
                    + ": labels Y of one row must be 0 or 1, got other numbers — values have a cost, but no accuracy");
        }
        return classes(Yhat);
    }

    /**
     * {@return the class of each column: the row of its largest entry, or for a single row 1 where the entry is at least
     * ½, else 0}
     *
     * @param Y labels or predictions (n, m)
     * @throws ShapeException if there is no example, or an entry is not finite
     */
    public static int[] classes(Matrix Y) {
        if (!Shape.require("classes", "Y", Y, Shape.ANY, Shape.ANY).isFinite()) {
            throw new ShapeException("classes: Y must be finite numbers, got NaN or infinity");
        }
        if (Y.rows() > 1) {
            return Y.argMaxOfColumns();
        }
        return IntStream.range(0, Y.cols()).map(i -> Y.get(0, i) >= 0.5 ? 1 : 0).toArray();
    }
}
