package backprop.grade.report;

import backprop.grade.result.HandIn;
import backprop.grade.result.Status;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What tables need of a submission: little enough to hold a whole class. The exercises that are not answered are
 * written answers that were left empty, or as they were given out.
 */
record StudentRow(
        String student,
        String name,
        String platformId,
        Status status,
        String problem,
        String lateness,
        List<OptionalDouble> points,
        Set<String> notAnswered,
        double total) {
    /** Somebody whom the grader could not mark, which is nobody's 0 points. */
    static StudentRow notMarked(HandIn handIn, ReportInfo about) {
        List<OptionalDouble> none = about.exercises().stream()
                .map(exercise -> OptionalDouble.empty())
                .toList();
        return new StudentRow(
                handIn.student(),
                Formatting.line(handIn.name()),
                Formatting.line(handIn.platformId()),
                Status.NOT_MARKED,
                "",
                Formatting.line(handIn.lateness()),
                none,
                Set.of(),
                0);
    }

    boolean marked() {
        return status != Status.NOT_MARKED;
    }

    /** Whether there is no total yet, so that tables leave it empty. */
    boolean open() {
        return status == Status.NEEDS_MARKING || !marked();
    }

    static StudentRow of(GradedSubmission graded) {
        var handIn = graded.marked().handIn();
        return new StudentRow(
                graded.student(),
                Formatting.line(graded.name()),
                Formatting.line(handIn.platformId()),
                graded.status(),
                Formatting.line(graded.marked().problem()),
                Formatting.line(handIn.lateness()),
                graded.parts().stream().map(GradedSubmission.Part::points).toList(),
                graded.parts().stream()
                        .filter(GradedSubmission.Part::notAnswered)
                        .map(part -> part.exercise().name())
                        .collect(Collectors.toUnmodifiableSet()),
                graded.total());
    }
}
