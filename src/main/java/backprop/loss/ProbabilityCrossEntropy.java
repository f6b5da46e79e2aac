package backprop.loss;

import backprop.matrix.Matrix;
import backprop.matrix.Workspace;

/**
 * ℒ = −Σⱼ yⱼ ln ŷⱼ from probabilities: what the last layer gives is Ŷ itself, and the gradient is dA, not dZ.
 * {@link CrossEntropy} computes the same from logits, and keeps the digits that softmax loses. Labels are
 * distributions. Source: notes 001, 002 and 003.
 */
public record ProbabilityCrossEntropy() implements Loss, Workspace.BufferSafe {
    /** A probability counts as at least 2.2e-308: its logarithm and its inverse are finite. */
    public static final double LEAST = Double.MIN_NORMAL;

    /** Ŷ, as it comes. */
    @Override
    public Matrix predict(Matrix Yhat) {
        return Labels.given(this, "Ŷ", Yhat).times(1);
    }

    /** ℒ = −Σⱼ yⱼ ln ŷⱼ. */
    @Override
    public Matrix perExample(Matrix Yhat, Matrix Y) {
        require(Yhat, Y);
        return Y.map(Yhat, (y, p) -> -y * Math.log(Math.max(p, LEAST))).sumOfColumns();
    }

    /** dA = −Y ⊘ Ŷ. */
    @Override
    public Matrix dZ(Matrix Yhat, Matrix Y) {
        require(Yhat, Y);
        return Y.map(Yhat, (y, p) -> -y / Math.max(p, LEAST));
    }

    private void require(Matrix Yhat, Matrix Y) {
        Labels.distributions(this, Yhat, Y);
        Labels.predictions(this, Yhat);
    }
}
