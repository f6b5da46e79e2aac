package backprop.grade.report;

import java.util.List;

/**
 * What all reports of a class say of themselves.
 *
 * @param assignment its name, such as 04-backward-pass
 * @param title its title, such as Backward pass
 * @param exercises what can earn points, in the assignment's order
 * @param seed with which the tests' inputs were drawn
 * @param version the version of Backprop
 * @param sandboxed whether students' code ran in a sandbox
 * @param pseudonyms whether to write the reports a second time, without names
 * @param warnings what the instructor should know of the class as a whole
 */
public record ReportInfo(
        String assignment,
        String title,
        List<Exercise> exercises,
        long seed,
        String version,
        boolean sandboxed,
        boolean pseudonyms,
        List<String> warnings) {
    /**
     * Keeps copies of the lists.
     *
     * @param assignment its name
     * @param title its title
     * @param exercises what can earn points
     * @param seed of the tests' inputs
     * @param version the version of Backprop
     * @param sandboxed whether students' code ran in a sandbox
     * @param pseudonyms whether to write them a second time, without names
     * @param warnings of the class as a whole
     */
    public ReportInfo {
        exercises = List.copyOf(exercises);
        warnings = List.copyOf(warnings);
    }

    /**
     * What can earn points.
     *
     * @param name the grade_id of the cell that the student fills in
     * @param title what it is about
     * @param byHand whether a person marks it
     * @param maximum the points that it is worth
     */
    public record Exercise(String name, String title, boolean byHand, double maximum) {}

    /**
     * The points that can be earned.
     *
     * @return the sum over the exercises
     */
    public double maximum() {
        return exercises.stream().mapToDouble(Exercise::maximum).sum();
    }
}
