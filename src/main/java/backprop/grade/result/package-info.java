/** Marks, and how they are kept. */
package backprop.grade.result;
