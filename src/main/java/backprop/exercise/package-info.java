/** Exercises: contracts, JUnit-backed checks, scores, and the notebooks' checks. */
package backprop.exercise;
