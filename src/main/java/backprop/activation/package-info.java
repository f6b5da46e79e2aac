/** Activation functions g with A = g(Z), and their derivatives. */
package backprop.activation;
