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
record Line(
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
    static Line notMarked(HandIn handIn, About about) {
        List<OptionalDouble> none = about.exercises().stream()
                .map(exercise -> OptionalDouble.empty())
                .toList();
        return new Line(
                handIn.student(),
                Shown.line(handIn.name()),
                Shown.line(handIn.platformId()),
                Status.NOT_MARKED,
                "",
                Shown.line(handIn.lateness()),
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

    static Line of(Graded graded) {
        var handIn = graded.marked().handIn();
        return new Line(
                graded.student(),
                Shown.line(graded.name()),
                Shown.line(handIn.platformId()),
                graded.status(),
                Shown.line(graded.marked().problem()),
                Shown.line(handIn.lateness()),
                graded.parts().stream().map(Graded.Part::points).toList(),
                graded.parts().stream()
                        .filter(Graded.Part::notAnswered)
                        .map(part -> part.exercise().name())
                        .collect(Collectors.toUnmodifiableSet()),
                graded.total());
    }
}
