package backprop.activation;

/** σ(z) = 1 / (1 + e^−z), σ'(z) = σ(z) (1 − σ(z)); finite and right for every z. Note 003. */
public record Sigmoid() implements Activation {
    /** σ(z) = 1 / (1 + e^−z); for z &lt; 0 as e^z / (1 + e^z), whose exponential cannot overflow. */
    @Override
    public double of(double z) {
        double e = Math.exp(-Math.abs(z));
        return (z >= 0 ? 1 : e) / (1 + e);
    }

    /** σ'(z) = σ(z) σ(−z), for 1 − σ(z) = σ(−z), which loses no digits where σ is near 1. */
    @Override
    public double derivative(double z) {
        return of(z) * of(-z);
    }
}
