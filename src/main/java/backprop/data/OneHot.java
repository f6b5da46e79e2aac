package backprop.data;

import backprop.matrix.Matrix;
import java.util.stream.IntStream;

/** Labels as columns: class k of example i is a 1 in row k of column i, and zeros elsewhere. */
public final class OneHot {
    private OneHot() {}

    /**
     * {@return Y (classes, m), Y[k, i] = 1 if k = labels[i], else 0; inverse: {@link Matrix#argMaxOfColumns()}}
     *
     * @param labels the class of each of m examples, from 0 to classes − 1
     * @param classes the number of classes, at least 1
     */
    public static Matrix of(int[] labels, int classes) {
        boolean some = labels != null && labels.length > 0 && classes > 0;
        DataException.require(some, "OneHot: must have labels and classes, got none");
        for (int i = 0; i < labels.length; i++) {
            DataException.require(
                    labels[i] >= 0 && labels[i] < classes,
                    "OneHot: labels[%s] must be from 0 to %s, got %s",
                    i,
                    classes - 1,
                    labels[i]);
        }
        return Matrix.generate(classes, labels.length, (k, i) -> k == labels[i] ? 1 : 0);
    }

    /** X (n, m) and m labels; the classes are called by their numbers. */
    static Dataset dataset(Matrix X, int[] labels, int classes) {
        return new Dataset(
                X,
                of(labels, classes),
                IntStream.range(0, classes).mapToObj(Integer::toString).toList());
    }
}
