package backprop.grade.result;

/**
 * The outcome of one test.
 *
 * @param cell the grade_id of the cell whose points it gives, such as check-dense-backward
 * @param name what was tested, as a sentence
 * @param hidden whether it is a hidden test, of which a student learns its name and points alone
 * @param passed whether it passed
 * @param points what it is worth
 * @param message what a student reads when it did not pass, the headline in its first line; empty when it did
 */
public record TestMark(String cell, String name, boolean hidden, boolean passed, double points, String message) {
    /**
     * What went wrong, in a sentence.
     *
     * @return the message's first line
     */
    public String headline() {
        return message.lines().findFirst().orElse("");
    }
}
