package backprop.loss;

import backprop.matrix.Matrix;
import backprop.matrix.ShapeException;

/**
 * A loss ℒ⁽ⁱ⁾ of each example together with the output activation that belongs to it: Ŷ = g(Z[L]). It works from the
 * logits Z = Z[L], so that nothing overflows and the two derivatives cancel. Every method returns a matrix of its own.
 *
 * <p>Shapes: Z, Y and Ŷ are (n[L], m), one column an example. Where Y has another shape than Z, or holds what is no
 * label, a {@link ShapeException} says so. Source: notes 000, section 2, to 004.
 */
public interface Loss {
    /**
     * {@return the predictions Ŷ = g(Z) (n[L], m)}
     *
     * @param Z the logits (n[L], m)
     */
    Matrix predict(Matrix Z);

    /**
     * {@return ℒ⁽ⁱ⁾, the loss of each example: a row (1, m)}
     *
     * @param Z the logits (n[L], m)
     * @param Y the labels (n[L], m)
     */
    Matrix perExample(Matrix Z, Matrix Y);

    /**
     * {@return dZ = ∂ℒ/∂Z (n[L], m): the derivatives of each ℒ⁽ⁱ⁾, not divided by m}
     *
     * @param Z the logits (n[L], m)
     * @param Y the labels (n[L], m)
     */
    Matrix dZ(Matrix Z, Matrix Y);

    /**
     * {@return the activation that the loss itself applies to what the last layer gives, such as softmax; empty if it
     * applies none, so that the last layer may have one of its own}
     */
    default String outputActivation() {
        return "";
    }

    /**
     * {@return J_data = (1/m) Σᵢ ℒ⁽ⁱ⁾}
     *
     * @param Z the logits (n[L], m)
     * @param Y the labels (n[L], m)
     */
    default double cost(Matrix Z, Matrix Y) {
        return perExample(Z, Y).mean();
    }

    /**
     * {@return all that a training step asks for at once; a loss whose three share work does it once}
     *
     * @param Z the logits (n[L], m)
     * @param Y the labels (n[L], m)
     */
    default Evaluation evaluate(Matrix Z, Matrix Y) {
        Matrix perExample = perExample(Z, Y);
        return new Evaluation(predict(Z), perExample, dZ(Z, Y));
    }

    /**
     * A batch as the loss sees it.
     *
     * @param Yhat Ŷ (n[L], m)
     * @param perExample ℒ⁽ⁱ⁾ (1, m), whose mean is J_data
     * @param dZ ∂ℒ/∂Z (n[L], m), not divided by m
     */
    record Evaluation(Matrix Yhat, Matrix perExample, Matrix dZ) {}
}
