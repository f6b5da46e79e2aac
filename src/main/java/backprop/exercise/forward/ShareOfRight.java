package backprop.exercise.forward;

import backprop.exercise.Exercise;

/** The contract: accuracy = (1/m) · (number of i with predicted[i] = labels[i]). */
@Exercise(ShareOfRightTests.class)
@FunctionalInterface
public interface ShareOfRight {
    /**
     * The share of examples whose class is right.
     *
     * @param predicted m classes that a network gave
     * @param labels the m true classes
     * @return a number from 0 to 1
     */
    double of(int[] predicted, int[] labels);
}
