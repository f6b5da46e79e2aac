package backprop.loss;

import backprop.activation.Softmax;
import backprop.matrix.Matrix;
import backprop.matrix.Workspace;

/**
 * ℒ = −Σⱼ yⱼ ln ŷⱼ with ŷ = softmax(z): for one of n classes. Labels are one-hot columns, or any distributions.
 * Source: notes 001, 002 and 004.
 */
public record CrossEntropy() implements Loss, Workspace.BufferSafe {
    @Override
    public String outputActivation() {
        return "softmax";
    }

    /** Ŷ = softmax(Z). */
    @Override
    public Matrix predict(Matrix Z) {
        return Softmax.of(Z);
    }

    /** ℒ = −Σⱼ yⱼ ln ŷⱼ. */
    @Override
    public Matrix perExample(Matrix Z, Matrix Y) {
        return evaluate(Z, Y).perExample();
    }

    /** dZ = Ŷ − Y: derivatives cancel. */
    @Override
    public Matrix dZ(Matrix Z, Matrix Y) {
        return evaluate(Z, Y).dZ();
    }

    @Override
    public Evaluation evaluate(Matrix Z, Matrix Y) {
        return evaluate(this, Z, Y);
    }

    /**
     * ℒ = −ln max ŷ − Σⱼ yⱼ (zⱼ − max z), with no exponentials but those of Ŷ: ln ŷⱼ = zⱼ − max z + ln max ŷ, for the
     * largest z has the largest ŷ, and Σⱼ yⱼ = 1.
     */
    static Evaluation evaluate(Loss loss, Matrix Z, Matrix Y) {
        Labels.distributions(loss, Z, Y);
        Matrix Yhat = Softmax.of(Z);
        Matrix logMax = Yhat.maxOfColumns().map(Math::log);
        Matrix shifted = Z.minus(Z.maxOfColumns());
        Matrix perExample = logMax.plus(Y.hadamard(shifted).sumOfColumns()).times(-1);
        return new Evaluation(Yhat, perExample, Yhat.minus(Y));
    }
}
