/** Contracts and tests of the assignment @NAME@. */
package backprop.exercise.@PACKAGE@;
