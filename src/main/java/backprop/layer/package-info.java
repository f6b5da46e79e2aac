/** Layers: each computes forward for a whole batch, and backward what its parameters need. */
package backprop.layer;
