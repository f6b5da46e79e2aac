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
    Score score(Assignment.Slip slip) {
        String right = assignment.cell(slip.cell()).source();
        String wrong = slip.replace().isEmpty() ? slip.by() : right.replace(slip.replace(), slip.by());
        assertThat(wrong).as("the cell has what is to be replaced").isNotEqualTo(right);
        if (!wrongCell.equals(slip.cell())) {
            restore();
        }
        wrongCell = slip.cell();
        shell.run(wrong);
        return shell.score(assignment.cell(slip.checked()).body());
    }

    private void restore() {
        if (!wrongCell.isEmpty()) {
            shell.run(assignment.cell(wrongCell).source());
        }
    }
}
