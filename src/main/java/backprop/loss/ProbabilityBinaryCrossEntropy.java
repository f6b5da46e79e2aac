package backprop.loss;

import static backprop.loss.ProbabilityCrossEntropy.LEAST;

import backprop.matrix.Matrix;
import backprop.matrix.Workspace;

/**
 * ℒ = −Σ (y ln ŷ + (1 − y) ln(1 − ŷ)) from probabilities: what the last layer gives is Ŷ itself, and the gradient is
 * dA, not dZ. {@link BinaryCrossEntropy} computes the same from logits, and keeps the digits that the sigmoid loses.
 * Labels lie between 0 and 1. Source: note 003.
 */
public record ProbabilityBinaryCrossEntropy() implements Loss, Workspace.BufferSafe {
    /** Ŷ, as it comes. */
    @Override
    public Matrix predict(Matrix Yhat) {
        return Labels.given(this, "Ŷ", Yhat).times(1);
    }

    /** ℒ = −Σ (y ln ŷ + (1 − y) ln(1 − ŷ)). */
    @Override
    public Matrix perExample(Matrix Yhat, Matrix Y) {
        require(Yhat, Y);
        return Y.map(Yhat, (y, p) -> -y * log(p) - (1 - y) * log(1 - p)).sumOfColumns();
    }

    /** dA = (1 − Y) ⊘ (1 − Ŷ) − Y ⊘ Ŷ. */
    @Override
    public Matrix dZ(Matrix Yhat, Matrix Y) {
        require(Yhat, Y);
        return Y.map(Yhat, (y, p) -> (1 - y) / Math.max(1 - p, LEAST) - y / Math.max(p, LEAST));
    }

    private static double log(double p) {
        return Math.log(Math.max(p, LEAST));
    }

    private void require(Matrix Yhat, Matrix Y) {
        Labels.probabilities(this, Yhat, Y);
        Labels.predictions(this, Yhat);
    }
}
