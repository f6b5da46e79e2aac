package backprop.activation;

import org.apache.commons.numbers.gamma.Erfc;

/**
 * g(z) = z Φ(z), g'(z) = Φ(z) + z φ(z), with the standard normal's distribution Φ(z) = ½ erfc(−z/√2) and density φ(z)
 * = e^(−z²/2) / √(2π); ½ (1 + erf(z/√2)) would lose the digits of the left tail. Hendrycks &amp; Gimpel 2016.
 */
public record Gelu() implements Activation {
    @Override
    public double of(double z) {
        return z * 0.5 * Erfc.value(-z / Math.sqrt(2));
    }

    @Override
    public double derivative(double z) {
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        return 0.5 * Erfc.value(-z / Math.sqrt(2)) + z * density;
    }
}
