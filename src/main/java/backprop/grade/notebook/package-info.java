/**
 * The one reader of notebooks: JSON of unknown origin becomes cells, within fixed limits of size and depth. Assignments
 * and submissions are both read by it.
 */
package backprop.grade.notebook;
