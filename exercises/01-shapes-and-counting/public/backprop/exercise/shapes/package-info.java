/** Contracts and tests of the assignment on shapes and counting. */
package backprop.exercise.shapes;
