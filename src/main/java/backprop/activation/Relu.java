package backprop.activation;

import backprop.matrix.Matrix;
import backprop.matrix.Shape;

/** g(z) = max(0, z), g'(z) = 1 for z ≥ 0 (at 0 as in notes 000, 002, 003; PyTorch: 0), else 0. */
public record Relu() implements Activation {
    @Override
    public double of(double z) {
        return Math.max(0, z);
    }

    @Override
    public double derivative(double z) {
        return z >= 0 ? 1 : z < 0 ? 0 : z;
    } // NaN stays

    @Override
    public Matrix of(Matrix Z) {
        return Shape.require("Relu", "Z", Z, Shape.ANY, Shape.ANY).clampMin(0);
    }

    @Override
    public Matrix derivative(Matrix Z) {
        return Shape.require("Relu", "Z", Z, Shape.ANY, Shape.ANY).greaterOrEqual(0);
    }
}
