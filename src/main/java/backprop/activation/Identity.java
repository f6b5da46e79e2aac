package backprop.activation;

import backprop.matrix.Matrix;
import backprop.matrix.Shape;

/** g(z) = z, g'(z) = 1; the last layer's: the loss owns the output's. Note 001. */
public record Identity() implements Activation {
    @Override
    public double of(double z) {
        return z;
    }

    @Override
    public double derivative(double z) {
        return Double.isNaN(z) ? z : 1;
    }

    /** A matrix of its own, with Z's numbers. */
    @Override
    public Matrix of(Matrix Z) {
        return Shape.require("Identity", "Z", Z, Shape.ANY, Shape.ANY).times(1);
    }
}
