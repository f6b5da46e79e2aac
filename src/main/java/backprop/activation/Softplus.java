package backprop.activation;

/** g(z) = ln(1 + e^z) = max(z, 0) + ln(1 + e^−|z|), g'(z) = σ(z). Dugas et al. 2001. */
public record Softplus() implements Activation {
    @Override
    public double of(double z) {
        return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    }

    @Override
    public double derivative(double z) {
        return new Sigmoid().of(z);
    }
}
