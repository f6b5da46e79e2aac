/** Regularizers: what J adds for large weights. */
package backprop.regularizer;
