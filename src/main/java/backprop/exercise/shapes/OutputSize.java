package backprop.exercise.shapes;

import backprop.exercise.Exercise;

/** The contract: ⌊(n + 2p − f) / s⌋ + 1. */
@Exercise(OutputSizeTests.class)
@FunctionalInterface
public interface OutputSize {
    /**
     * At how many places a filter finds room on a line of pixels.
     *
     * @param n the number of pixels
     * @param f the width of the filter, at most n + 2p
     * @param p the padding at each end
     * @param s the stride, at least 1
     * @return the number of places
     */
    int of(int n, int f, int p, int s);
}
