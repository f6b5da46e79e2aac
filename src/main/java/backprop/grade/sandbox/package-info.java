/**
 * Virtual machines that can reach nothing, and the pipes to them. {@link backprop.grade.sandbox.SandboxLauncher} starts
 * them, a watchdog ends those that use too much, and before one gets any code the kernel is asked whether it is confined.
 */
package backprop.grade.sandbox;
