package backprop.activation;

/** tanh(z) = (e^z − e^−z) / (e^z + e^−z), tanh'(z) = 1 − tanh²(z). Source: notes 002 and 003. */
public record Tanh() implements Activation {
    @Override
    public double of(double z) {
        return Math.tanh(z);
    }

    /** tanh'(z) = 4q / (1 + q)² with q = e^−2|z|: 1 − tanh², without its cancellation near ±1. */
    @Override
    public double derivative(double z) {
        double q = Math.exp(-2 * Math.abs(z));
        return 4 * q / ((1 + q) * (1 + q));
    }
}
