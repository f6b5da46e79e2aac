package backprop.exercise.shapes;

import backprop.exercise.Exercise;

/** The contract: N = Σ n[l] (n[l-1] + 1), over l = 1, …, L. */
@Exercise(ParameterCountTests.class)
@FunctionalInterface
public interface ParameterCount {
    /**
     * How many numbers a network learns.
     *
     * @param n the widths n[0], …, n[L], the input's first
     * @return the number of weights and biases of all layers together
     */
    long of(int[] n);
}
