/** Optimizers: how a parameter moves, given its gradient. */
package backprop.optimizer;
