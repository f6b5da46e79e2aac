/** The instructor's source of an assignment: its cells, checks and points. */
package backprop.grade.assignment;
