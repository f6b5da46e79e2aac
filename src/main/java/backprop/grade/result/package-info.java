/** Marks and what belongs to them, and the files in which they are kept, one for each student. */
package backprop.grade.result;
