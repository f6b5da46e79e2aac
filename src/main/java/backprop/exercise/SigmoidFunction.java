package backprop.exercise;

/** The contract of the exercise: σ(z) = 1 / (1 + e^−z). */
@Exercise(SigmoidFunctionTests.class)
@FunctionalInterface
public interface SigmoidFunction {
    /**
     * σ(z).
     *
     * @param z any number
     * @return σ(z), between 0 and 1
     */
    double of(double z);
}
