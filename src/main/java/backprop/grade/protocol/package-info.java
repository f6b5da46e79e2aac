/**
 * The messages between the grader and the programs in the sandbox: frames on a pipe, the compiled code of cells, and the
 * arguments and results of functions. Both sides use these classes, and neither side believes what the other sends
 * before it has checked it.
 */
package backprop.grade.protocol;
