package backprop.activation;

import backprop.matrix.Matrix;
import backprop.matrix.Shape;

/**
 * A = g(Z), entry by entry, and g'(Z). One of your own needs the two functions of a number. NaN stays NaN in both, so
 * that a training that went wrong does not look right. Notes 000 to 004.
 */
public interface Activation {
    /**
     * {@return g(z)}
     *
     * @param z a number
     */
    double of(double z);

    /**
     * {@return g'(z), the derivative of g at z}
     *
     * @param z a number
     */
    double derivative(double z);

    /**
     * {@return A = g(Z) (n, m)}
     *
     * @param Z (n, m)
     */
    default Matrix of(Matrix Z) {
        Shape.require(getClass().getSimpleName(), "Z", Z, Shape.ANY, Shape.ANY);
        return Z.map(this::of);
    }

    /**
     * {@return g'(Z) (n, m)}
     *
     * @param Z (n, m)
     */
    default Matrix derivative(Matrix Z) {
        Shape.require(getClass().getSimpleName(), "Z", Z, Shape.ANY, Shape.ANY);
        return Z.map(this::derivative);
    }
}
