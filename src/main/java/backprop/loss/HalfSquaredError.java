package backprop.loss;

import backprop.matrix.Matrix;
import backprop.matrix.Workspace;

/** ℒ = ½ Σⱼ (ŷⱼ − yⱼ)² with ŷ = z: for values. The ½ makes dZ = Ŷ − Y, as in note 001. */
public record HalfSquaredError() implements Loss, Workspace.BufferSafe {
    /** Ŷ = Z. */
    @Override
    public Matrix predict(Matrix Z) {
        return Labels.given(this, "Z", Z).times(1);
    }

    /** ℒ = ½ Σⱼ (zⱼ − yⱼ)². */
    @Override
    public Matrix perExample(Matrix Z, Matrix Y) {
        Labels.values(this, Z, Y);
        return Z.map(Y, (z, y) -> (z - y) * (z - y) / 2).sumOfColumns();
    }

    /** dZ = Ŷ − Y. */
    @Override
    public Matrix dZ(Matrix Z, Matrix Y) {
        Labels.values(this, Z, Y);
        return Z.minus(Y);
    }
}
