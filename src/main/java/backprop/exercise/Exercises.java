package backprop.exercise;

/** The check cells' entrance: each method takes the learner's function and returns its score. */
public final class Exercises {
  private Exercises() {}

  /** Checks σ(z) = 1 / (1 + e^−z).
   * @param sigmoid the learner's function
   * @return 4 points at the most */
  public static Score sigmoid(SigmoidFunction sigmoid) {
    return ExerciseRunner.run("The sigmoid", SigmoidChecks.class, sigmoid);
  }
}
