/**
 * The programs that run inside the sandbox: the compiler of cells and the executor, which runs the student's code. They
 * know the messages, {@link backprop.grade.protocol}, and nothing of the grader itself.
 */
package backprop.grade.executor;
