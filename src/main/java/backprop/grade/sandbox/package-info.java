/** Virtual machines that can reach nothing, and the pipes to them. */
package backprop.grade.sandbox;
