/** The batch grader: marks a whole class, and trusts no submission. */
package backprop.grade;
