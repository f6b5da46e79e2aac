package backprop.exercise;

import backprop.matrix.NumberText;
import java.util.List;

/**
 * The outcome of an exercise's checks. As plain text it is the number of points, which is what nbgrader reads.
 *
 * @param exercise the exercise's name
 * @param results one result for each check, in order
 * @param printed the beginning of what the learner's function printed
 * @param hints how many hints there are
 */
public record Score(String exercise, List<Result> results, String printed, int hints) {
    private static final int DIGITS = 6;

    /**
     * Keeps a copy of the list.
     *
     * @param exercise the exercise's name
     * @param results one result for each check, in order
     * @param printed the beginning of what the learner's function printed
     * @param hints how many hints there are
     */
    public Score {
        results = List.copyOf(results);
    }

    /**
     * One check's outcome.
     *
     * @param check what was checked, as a sentence
     * @param passed whether it holds
     * @param points the points that it is worth
     * @param message what a learner reads when it does not hold, the headline in the first line; empty when it does
     */
    public record Result(String check, boolean passed, double points, String message) {
        /**
         * What went wrong, in a sentence.
         *
         * @return the message's first line
         */
        public String headline() {
            return message.lines().findFirst().orElse("");
        }

        /**
         * What was expected and what came.
         *
         * @return the message's other lines
         */
        public List<String> details() {
            return message.lines().skip(1).toList();
        }
    }

    /** No points, for tests that are not there. */
    static Score notRun(String exercise, String why) {
        return new Score(exercise, List.of(new Result(why, false, 0, "")), "", 0);
    }

    /** The same without a word of what went wrong. */
    Score withoutMessages() {
        return new Score(
                exercise,
                results.stream()
                        .map(result -> new Result(result.check, result.passed, result.points, ""))
                        .toList(),
                "",
                0);
    }

    /**
     * The points earned.
     *
     * @return the sum over the checks that passed
     */
    public double points() {
        return results.stream()
                .filter(Result::passed)
                .mapToDouble(Result::points)
                .sum();
    }

    /**
     * The points that can be earned.
     *
     * @return the sum over all checks
     */
    public double maximum() {
        return results.stream().mapToDouble(Result::points).sum();
    }

    /**
     * Whether every check passed.
     *
     * @return true if so
     */
    public boolean complete() {
        return results.stream().allMatch(Result::passed);
    }

    /** The points earned as a number, with a point in every locale: 2 or 2.5. */
    @Override
    public String toString() {
        return number(points());
    }

    /**
     * A number of points as text, with a point in every locale.
     *
     * @param points the points
     * @return for example 2 or 2.5
     */
    public static String number(double points) {
        return NumberText.text(points, DIGITS);
    }
}
