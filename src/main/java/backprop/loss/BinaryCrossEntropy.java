package backprop.loss;

import backprop.activation.Sigmoid;
import backprop.matrix.Matrix;
import backprop.matrix.Workspace;

/**
 * ℒ = −Σ (y ln ŷ + (1 − y) ln(1 − ŷ)) with ŷ = σ(z): yes or no, for each output by itself. Labels lie between 0 and 1.
 * Source: notes 001, 002 and 003.
 */
public record BinaryCrossEntropy() implements Loss, Workspace.BufferSafe {
    private static final Sigmoid SIGMOID = new Sigmoid();

    @Override
    public String outputActivation() {
        return "the sigmoid";
    }

    /** Ŷ = σ(Z). */
    @Override
    public Matrix predict(Matrix Z) {
        return SIGMOID.of(Z);
    }

    /** ℒ = Σ (max(z, 0) − y z + ln(1 + e^−|z|)): the same, with nothing that can overflow. */
    @Override
    public Matrix perExample(Matrix Z, Matrix Y) {
        Labels.probabilities(this, Z, Y);
        return Z.map(Y, (z, y) -> Math.max(z, 0) - y * z + Math.log1p(Math.exp(-Math.abs(z))))
                .sumOfColumns();
    }

    /** dZ = Ŷ − Y. */
    @Override
    public Matrix dZ(Matrix Z, Matrix Y) {
        Labels.probabilities(this, Z, Y);
        return predict(Z).minus(Y);
    }
}
