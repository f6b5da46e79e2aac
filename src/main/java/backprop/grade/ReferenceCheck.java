package backprop.grade;

import backprop.exercise.Score;
import backprop.grade.assignment.Assignment;
import backprop.grade.result.ExerciseMark;
import java.util.List;
import java.util.Optional;

/**
 * Whether the assignment's own solutions earn all points here, before anybody else's are marked: where they do not,
 * the machine or the assignment is wrong, and a whole class would pay for it.
 */
final class ReferenceCheck {
    private static final double ROUNDING = 1e-9;

    private ReferenceCheck() {}

    /**
     * What is odd, if the solutions do not earn what they must.
     *
     * @param marks what they earned
     */
    static Optional<SuspectedMistake> mistake(Assignment assignment, List<ExerciseMark> marks) {
        List<ExerciseMark> byMachine =
                marks.stream().filter(mark -> !mark.byHand()).toList();
        Optional<ExerciseMark> wrong = byMachine.stream()
                .filter(mark -> mark.points() < mark.maximum() - ROUNDING)
                .findFirst();
        if (wrong.isEmpty()) {
            return Optional.empty();
        }
        String earned = Score.number(
                byMachine.stream().mapToDouble(ExerciseMark::points).sum());
        String maximum = Score.number(
                byMachine.stream().mapToDouble(ExerciseMark::maximum).sum());
        return Optional.of(
                new SuspectedMistake(
                        "The reference solution of %s earns %s of %s points on this machine: %s: %s"
                                .formatted(
                                        assignment.name(),
                                        earned,
                                        maximum,
                                        wrong.get().exercise(),
                                        FirstResultsCheck.first(wrong.get())),
                        "Everybody would lose these points: put the machine or the assignment right, or add --anyway to go on."));
    }
}
