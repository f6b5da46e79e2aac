package backprop.activation;

/**
 * g(z) = z σ(z), g'(z) = σ(z) (1 + z σ(−z)). Ramachandran et al. 2017; Elfwing et al. 2018 (SiLU). In two factors h =
 * e^(−|z|/2), for z h h may be a number where h² is 0: σ(−|z|) = h h / (1 + h²).
 */
public record Swish() implements Activation {
    @Override
    public double of(double z) {
        double h = Math.exp(-Math.abs(z) / 2);
        return z >= 0 ? z / (1 + h * h) : h * z / (1 + h * h) * h;
    }

    @Override
    public double derivative(double z) {
        double h = Math.exp(-Math.abs(z) / 2);
        double s = 1 / (1 + h * h);
        return z >= 0 ? s * (1 + z * s * h * h) : h * s * (1 + z * s) * h;
    }
}
