package backprop.loss;

import backprop.activation.Softmax;
import backprop.matrix.Matrix;
import backprop.matrix.Workspace;

/**
 * D(y‖ŷ) = Σⱼ yⱼ ln(yⱼ / ŷⱼ) with ŷ = softmax(z): cross-entropy less the entropy of the labels, so 0 where ŷ = y.
 * Labels are distributions. Kullback &amp; Leibler 1951; note 002, which swaps its arguments where it applies it.
 */
public record KullbackLeibler() implements Loss, Workspace.BufferSafe {
    @Override
    public String outputActivation() {
        return "softmax";
    }

    /** Ŷ = softmax(Z). */
    @Override
    public Matrix predict(Matrix Z) {
        return Softmax.of(Z);
    }

    /** D = ℒ − H with cross-entropy ℒ and H = −Σⱼ yⱼ ln yⱼ, where 0 ln 0 = 0. */
    @Override
    public Matrix perExample(Matrix Z, Matrix Y) {
        Matrix crossEntropy = CrossEntropy.evaluate(this, Z, Y).perExample();
        Matrix H = Y.map(y -> y == 0 ? 0 : -y * Math.log(y)).sumOfColumns();
        return crossEntropy.minus(H);
    }

    /** dZ = Ŷ − Y, as H does not depend on Z. */
    @Override
    public Matrix dZ(Matrix Z, Matrix Y) {
        return CrossEntropy.evaluate(this, Z, Y).dZ();
    }
}
