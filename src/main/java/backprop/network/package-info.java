/** A network of layers with its loss, and the check of its gradients. */
package backprop.network;
