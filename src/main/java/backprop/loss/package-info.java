/** Losses that own the output activation, work from logits, and give dZ[L] = Ŷ − Y. */
package backprop.loss;
