package backprop.init;

/** The distribution of random weights with mean 0 and a given variance. */
public enum Distribution {
    /** N(0, variance). */
    NORMAL,
    /** U(−bound, bound) with bound = √(3 variance). */
    UNIFORM;

    Initializer of(double variance) {
        return this == NORMAL ? new Normal(Math.sqrt(variance)) : new Uniform(Math.sqrt(3 * variance));
    }
}
