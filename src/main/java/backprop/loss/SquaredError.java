package backprop.loss;

import backprop.matrix.Matrix;
import backprop.matrix.Workspace;

/** ℒ = Σⱼ (ŷⱼ − yⱼ)² with ŷ = z: for values. Without the ½, as note 004 has it. */
public record SquaredError() implements Loss, Workspace.BufferSafe {
    /** Ŷ = Z. */
    @Override
    public Matrix predict(Matrix Z) {
        return Labels.given(this, "Z", Z).times(1);
    }

    /** ℒ = Σⱼ (zⱼ − yⱼ)². */
    @Override
    public Matrix perExample(Matrix Z, Matrix Y) {
        Labels.values(this, Z, Y);
        return Z.map(Y, (z, y) -> (z - y) * (z - y)).sumOfColumns();
    }

    /** dZ = 2 (Ŷ − Y). */
    @Override
    public Matrix dZ(Matrix Z, Matrix Y) {
        Labels.values(this, Z, Y);
        return Z.minus(Y).times(2);
    }
}
