/** The kit in a notebook: how values render, live curves; works on JJava and on IJava kernels. */
package backprop.notebook;
