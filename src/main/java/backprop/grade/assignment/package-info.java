/** The instructor's source of an assignment: its cells, its exercises with their checks, and their points. */
package backprop.grade.assignment;
