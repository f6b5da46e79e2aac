/** The engine of the exercises: runs an exercise's JUnit tests on a learner's function and gives the score. */
package backprop.exercise;
