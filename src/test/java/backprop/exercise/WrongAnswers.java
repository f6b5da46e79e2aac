package backprop.exercise;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Puts wrong answers into an assignment's cells, one after the other. The right answer comes back only when another
 * cell has its turn, for each compilation takes time.
 */
final class WrongAnswers {
    private final ExerciseShell shell;
    private final Assignment assignment;
    private String wrongCell = "";

    /**
     * None so far.
     *
     * @param shell in which the assignment's reference ran
     */
    WrongAnswers(ExerciseShell shell, Assignment assignment) {
        this.shell = shell;
        this.assignment = assignment;
    }

    /** What the check says of a wrong answer. */
    Score score(Assignment.WrongAnswer answer) {
        String right = assignment.cell(answer.cell()).source();
        String wrong = answer.replace().isEmpty() ? answer.by() : right.replace(answer.replace(), answer.by());
        assertThat(wrong).as("the cell has what is to be replaced").isNotEqualTo(right);
        if (!wrongCell.equals(answer.cell())) {
            restore();
        }
        wrongCell = answer.cell();
        shell.run(wrong);
        return shell.score(assignment.cell(answer.checked()).body());
    }

    private void restore() {
        if (!wrongCell.isEmpty()) {
            shell.run(assignment.cell(wrongCell).source());
        }
    }
}
