package backprop.grade.result;

import java.util.List;

/**
 * What one exercise of a submission earned.
 *
 * @param exercise the grade_id of the cell that the student filled in, such as dense-backward
 * @param title what it is about
 * @param byHand whether it is a written answer, which a person marks; it then has no tests
 * @param maximum the points that it is worth
 * @param problem why the function could not be tried at all, such as a compiler's message; empty where it could
 * @param note what the student should know of how the tests were run, such as that they were run again with a reference
 * in place of an earlier function; empty where there is nothing to say
 * @param tests the outcome of each test, public ones first
 * @param printed the beginning of what the function printed
 * @param answer the student's own text or code
 * @param answered whether the student wrote anything in it: what is empty, or as it was given out, is not answered
 */
public record ExerciseMark(
        String exercise,
        String title,
        boolean byHand,
        double maximum,
        String problem,
        String note,
        List<TestMark> tests,
        String printed,
        String answer,
        boolean answered) {
    /**
     * Keeps a copy of the list.
     *
     * @param exercise the grade_id of the student's cell
     * @param title what it is about
     * @param byHand whether a person marks it
     * @param maximum the points that it is worth
     * @param problem why the function could not be tried, or empty
     * @param note what the student should know of how the tests were run, or empty
     * @param tests the outcome of each test
     * @param printed what the function printed
     * @param answer the student's own text or code
     * @param answered whether the student wrote anything in it
     */
    public ExerciseMark {
        tests = List.copyOf(tests);
    }

    /**
     * The same exercise after its tests were run again.
     *
     * @param outcomes one for each test
     * @param why what the student should know of it
     * @return what it earned with these
     */
    public ExerciseMark with(List<TestMark> outcomes, String why) {
        return new ExerciseMark(exercise, title, byHand, maximum, problem, why, outcomes, printed, answer, answered);
    }

    /**
     * Whether a person must mark it.
     *
     * @return whether it is a written answer in which something is written
     */
    public boolean needsMarking() {
        return byHand && answered;
    }

    /**
     * The points earned.
     *
     * @return the sum over the tests that passed; 0 for a written answer
     */
    public double points() {
        return tests.stream()
                .filter(TestMark::passed)
                .mapToDouble(TestMark::points)
                .sum();
    }
}
