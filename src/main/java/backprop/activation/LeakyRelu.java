package backprop.activation;

/** g(z) = z for z ≥ 0, else slope z; g'(z) = 1 for z ≥ 0, thus also at the kink, as {@link Relu} has it, else slope.
 * Maas et al. 2013.
 * @param slope the slope for z &lt; 0 */
public record LeakyRelu(double slope) implements Activation {
  /** slope = 0.01, Maas et al. 2013. */
  public static final double SLOPE = 0.01;

  /** The paper's slope. */
  public LeakyRelu() { this(SLOPE); }
  @Override public double of(double z) { return z >= 0 ? z : slope * z; }
  @Override public double derivative(double z) { return z >= 0 ? 1 : slope; }
}
