/** Training: epochs of mini-batches, what they recorded, and how good the network became. */
package backprop.train;
