/** Contracts and tests of the assignment on logistic regression, from loops to vectors. */
package backprop.exercise.logistic;
