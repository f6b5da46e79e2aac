/** Contracts and tests of the assignment on the backward pass and gradient checking. */
package backprop.exercise.backward;
