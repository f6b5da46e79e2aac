/** What runs inside the sandbox: the compiler of cells, and the student's functions behind a pipe. */
package backprop.grade.guest;
