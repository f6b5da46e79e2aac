package backprop.exercise.shapes;

import backprop.exercise.Exercise;
import backprop.matrix.Matrix;

/** The contract: Y[k, i] = 1 if k = labels[i], else 0. */
@Exercise(OneHotLabelsTests.class)
@FunctionalInterface
public interface OneHotLabels {
    /**
     * Labels as columns.
     *
     * @param labels the class of each of m examples, from 0 to classes − 1
     * @param classes the number of classes, n[L]
     * @return Y (classes, m)
     */
    Matrix of(int[] labels, int classes);
}
