package backprop.exercise;

import java.util.List;

/** The outcome of an exercise's checks. As plain text it is the number of points, which is what nbgrader reads.
 * @param exercise the exercise's name
 * @param results one result for each check, in order */
public record Score(String exercise, List<Result> results) {
  private static final int DIGITS = 6;

  /** Keeps a copy of the list.
   * @param exercise the exercise's name
   * @param results one result for each check, in order */
  public Score {
    results = List.copyOf(results);
  }

  /** One check's outcome.
   * @param check what was checked, as a sentence
   * @param passed whether it holds
   * @param points the points that it is worth
   * @param message what a learner reads when it does not hold; empty when it does */
  public record Result(String check, boolean passed, double points, String message) {}

  /** The points earned.
   * @return the sum over the checks that passed */
  public double points() {
    return results.stream().filter(Result::passed).mapToDouble(Result::points).sum();
  }

  /** The points that can be earned.
   * @return the sum over all checks */
  public double maximum() {
    return results.stream().mapToDouble(Result::points).sum();
  }

  /** Whether every check passed.
   * @return true if so */
  public boolean complete() { return results.stream().allMatch(Result::passed); }

  /** The points earned as a number, with a point in every locale: 2 or 2.5. */
  @Override public String toString() {
    return number(points());
  }

  /** A number of points as text, with a point in every locale.
   * @param points the points
   * @return for example 2 or 2.5 */
  public static String number(double points) { return Rounded.text(points, DIGITS); }
}
