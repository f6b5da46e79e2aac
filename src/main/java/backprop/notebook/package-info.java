/**
 * The library in a notebook: how values, trainings and errors show, magics, and help with code; on JJava and IJava
 * kernels.
 */
package backprop.notebook;
