/** Contracts and tests of the assignment on the forward pass. */
package backprop.exercise.forward;
