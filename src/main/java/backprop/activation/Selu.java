package backprop.activation;

/**
 * g(z) = λ elu(z; α), g'(z) = λ elu'(z; α), at the kink g'(0) = λ; λ and α are such that a standard normal z gives
 * g(z) mean 0 and variance 1. Klambauer et al. 2017.
 */
public record Selu() implements Activation {
    private static final double LAMBDA = 1.0507009873554805;
    private static final Elu ELU = new Elu(1.6732632423543772);

    @Override
    public double of(double z) {
        return LAMBDA * ELU.of(z);
    }

    @Override
    public double derivative(double z) {
        return LAMBDA * ELU.derivative(z);
    }
}
