package backprop.activation;

import backprop.matrix.Matrix;
import backprop.matrix.Shape;

/**
 * softmax(z)ⱼ = e^zⱼ / Σₖ e^zₖ over each column: no {@link Activation}, for entries depend on each other. Subtracting
 * the maximum changes nothing and keeps each e^z ≤ 1. Source: notes 002, 004.
 */
public final class Softmax {
    private Softmax() {}

    /**
     * {@return Ŷ = softmax(Z) (n, m), whose columns are positive and sum to 1}
     *
     * @param Z (n, m)
     */
    public static Matrix of(Matrix Z) {
        Matrix E = minusMaximum(Z).map(Math::exp);
        return E.divide(E.sumOfColumns());
    }

    /**
     * {@return ln softmax(Z) = S − ln Σⱼ e^sⱼ (n, m) with S = Z − max z, finite also where Ŷ is 0}
     *
     * @param Z (n, m)
     */
    public static Matrix log(Matrix Z) {
        Matrix S = minusMaximum(Z);
        return S.minus(S.map(Math::exp).sumOfColumns().map(Math::log));
    }

    /**
     * {@return ln Σⱼ e^zⱼ = max z + ln Σⱼ e^(zⱼ − max z) (1, m), finite wherever Z is}
     *
     * @param Z (n, m)
     */
    public static Matrix logSumExp(Matrix Z) {
        return minusMaximum(Z).map(Math::exp).sumOfColumns().map(Math::log).plus(Z.maxOfColumns());
    }

    /**
     * {@return dZ = Ŷ ⊙ (dA − 1ᵀ(Ŷ ⊙ dA)) (n, m)}, for ∂ŷⱼ/∂zₖ = ŷⱼ (δⱼₖ − ŷₖ).
     *
     * @param Yhat Ŷ (n, m)
     * @param dA (n, m), the derivatives by Ŷ
     */
    public static Matrix backward(Matrix Yhat, Matrix dA) {
        Shape.require("Softmax", "Ŷ", Yhat, Shape.ANY, Shape.ANY);
        Shape.requireSame("Softmax", "dA", dA, Yhat);
        return Yhat.hadamard(dA.minus(Yhat.hadamard(dA).sumOfColumns()));
    }

    private static Matrix minusMaximum(Matrix Z) {
        Shape.require("Softmax", "Z", Z, Shape.ANY, Shape.ANY);
        return Z.minus(Z.maxOfColumns());
    }
}
