package backprop.optimizer;

import backprop.matrix.Shape;
import backprop.matrix.Workspace.BufferSafe;

/**
 * W ← (1 − αλ) W, then {@link Adam}'s step. Loshchilov &amp; Hutter 2019, Algorithm 2, in PyTorch's order and with its
 * λ, for the paper's is αλ. Whatever is stepped decays, biases too.
 *
 * @param alpha the learning rate α &gt; 0
 * @param beta1 β₁, the decay of the mean M, in [0, 1)
 * @param beta2 β₂, the decay of the mean square V, in [0, 1)
 * @param epsilon ε &gt; 0, keeps the quotient finite
 * @param weightDecay λ &gt;= 0, with αλ below 1
 */
public record AdamW(double alpha, double beta1, double beta2, double epsilon, double weightDecay)
        implements Optimizer, BufferSafe {
    /** λ = 0.01, PyTorch's. */
    public static final double WEIGHT_DECAY = 0.01;

    /**
     * Refuses a hyperparameter out of its range.
     *
     * @param alpha the learning rate α &gt; 0
     * @param beta1 β₁ in [0, 1)
     * @param beta2 β₂ in [0, 1)
     * @param epsilon ε &gt; 0
     * @param weightDecay λ &gt;= 0, with αλ below 1
     * @throws IllegalArgumentException if one is out of its range
     */
    public AdamW {
        Hyperparameter.of("AdamW", alpha)
                .decay("β₁", beta1)
                .decay("β₂", beta2)
                .positive("ε", epsilon)
                .atLeastZero("λ", weightDecay)
                .decay("αλ", alpha * weightDecay);
    }

    /** {@link Adam}'s defaults, λ = {@value #WEIGHT_DECAY}. */
    public AdamW() {
        this(Adam.ALPHA, Adam.BETA1, Adam.BETA2, Adam.EPSILON, WEIGHT_DECAY);
    }

    @Override
    public Step step(int rows, int cols) {
        Step adam = new Adam(alpha, beta1, beta2, epsilon).step(rows, cols);
        return (W, dW, alpha) -> {
            W.assign(Shape.requireSame("AdamW", "dW", dW, W), (w, d) -> (1 - alpha * weightDecay) * w);
            adam.update(W, dW, alpha);
        };
    }
}
