package backprop.exercise.forward;

import backprop.exercise.Exercise;
import backprop.matrix.Matrix;

/** The contract: c⁽ⁱ⁾ = argmax_k Z_ki. */
@Exercise(LargestLogitsTests.class)
@FunctionalInterface
public interface LargestLogits {
    /**
     * The class of each example: the row of the largest entry of its column, counted from 0.
     *
     * @param Z logits (n, m)
     * @return m classes from 0 to n − 1; of equal logits, the first
     */
    int[] of(Matrix Z);
}
