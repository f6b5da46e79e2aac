package backprop.optimizer;

/** The learning rate over time t, in epochs; a lambda is a schedule of one's own. */
@FunctionalInterface
public interface Schedule {
    /**
     * {@return the learning rate of an update}
     *
     * @param alpha the optimizer's own α
     * @param epoch t, the epochs done before the update, whole ones and the share of this one
     */
    double alpha(double alpha, double epoch);

    /** {@return α at all times} */
    static Schedule constant() {
        return (alpha, t) -> alpha;
    }

    /**
     * {@return α factor^⌊t/every⌋, Ge et al. 2019}
     *
     * @param factor what multiplies α each time, &gt; 0
     * @param every after how many epochs, &gt; 0
     */
    static Schedule step(double factor, double every) {
        new Hyperparameter("step").positive("the factor", factor).positive("every", every);
        return (alpha, t) -> alpha * Math.pow(factor, Math.floor(t / every));
    }

    /**
     * {@return α e^(−kt), Senior et al. 2013}
     *
     * @param k the rate of decay &gt; 0
     */
    static Schedule exponential(double k) {
        new Hyperparameter("exponential").positive("k", k);
        return (alpha, t) -> alpha * Math.exp(-k * t);
    }

    /**
     * {@return α / (1 + kt): Σα = ∞ but Σα² &lt; ∞, as noise asks for (Robbins &amp; Monro 1951)}
     *
     * @param k the rate of decay &gt; 0
     */
    static Schedule inverseTime(double k) {
        new Hyperparameter("inverseTime").positive("k", k);
        return (alpha, t) -> alpha / (1 + k * t);
    }

    /**
     * {@return ½α (1 + cos πt/T), and 0 after T; Loshchilov &amp; Hutter 2017, equation 5}
     *
     * @param epochs T &gt; 0
     */
    static Schedule cosine(double epochs) {
        new Hyperparameter("cosine").positive("the epochs", epochs);
        return (alpha, t) -> alpha / 2 * (1 + Math.cos(Math.PI * Math.min(t, epochs) / epochs));
    }

    /**
     * {@return α (t + 1) / (T + 1) until T, then this schedule from its start; Goyal et al. 2017}
     *
     * @param epochs T &gt; 0; the line leaves 0 one epoch before the first update
     */
    default Schedule warmUp(double epochs) {
        new Hyperparameter("warmUp").positive("the epochs", epochs);
        return (a, t) -> t < epochs ? a * (t + 1) / (epochs + 1) : alpha(a, t - epochs);
    }
}
