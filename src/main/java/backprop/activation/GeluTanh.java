package backprop.activation;

/**
 * g(z) = ½ z (1 + tanh u) = z σ(2u), u = √(2/π) (z + 0.044715 z³): close to {@link Gelu}; g'(z) = σ(2u) (1 + 2 z
 * σ(−2u) u'). Hendrycks &amp; Gimpel 2016.
 */
public record GeluTanh() implements Activation {
    private static final double C = 0.044715;
    private static final double S = Math.sqrt(2 / Math.PI);

    @Override
    public double of(double z) {
        return z * new Sigmoid().of(2 * S * (z + C * z * z * z));
    }

    @Override
    public double derivative(double z) {
        double x = Math.max(-40, Math.min(z, 40)); // beyond, σ(2u) is 0 or 1, and u' may overflow
        double u = S * (x + C * x * x * x);
        double du = S * (1 + 3 * C * x * x);
        return new Sigmoid().of(2 * u) * (1 + 2 * x * new Sigmoid().of(-2 * u) * du);
    }
}
