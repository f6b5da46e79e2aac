package backprop.grade.report;

import backprop.grade.result.ExerciseMark;
import backprop.grade.result.MarkedSubmission;
import backprop.grade.result.Status;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A marked submission with the overrides applied. */
record GradedSubmission(MarkedSubmission marked, Status status, List<Part> parts) {
    /**
     * An exercise of the assignment; no mark where the submission could not be read, no points where a person must still
     * mark. A written answer that is not answered has 0 points.
     */
    record Part(
            ReportInfo.Exercise exercise,
            Optional<ExerciseMark> mark,
            Optional<Overrides.Row> override,
            OptionalDouble points) {
        boolean full() {
            return points.isPresent() && points.getAsDouble() >= exercise.maximum();
        }

        boolean notAnswered() {
            return exercise.byHand()
                    && override.isEmpty()
                    && mark.isPresent()
                    && !mark.get().answered();
        }
    }

    static GradedSubmission of(MarkedSubmission marked, ReportInfo about, Overrides overrides) {
        List<Part> parts = about.exercises().stream()
                .map(exercise -> part(marked, exercise, overrides))
                .toList();
        boolean open = parts.stream().anyMatch(part -> part.points().isEmpty());
        Status status =
                marked.status() == Status.UNREADABLE ? Status.UNREADABLE : open ? Status.NEEDS_MARKING : Status.GRADED;
        return new GradedSubmission(marked, status, parts);
    }

    String student() {
        return marked.handIn().student();
    }

    String name() {
        return marked.handIn().name();
    }

    /** The points so far. */
    double total() {
        return parts.stream().mapToDouble(part -> part.points().orElse(0)).sum();
    }

    private static Part part(MarkedSubmission marked, ReportInfo.Exercise exercise, Overrides overrides) {
        Optional<ExerciseMark> mark = marked.exercises().stream()
                .filter(each -> each.exercise().equals(exercise.name()))
                .findFirst();
        Optional<Overrides.Row> override = overrides.of(marked.handIn().student(), exercise.name());
        boolean open = exercise.byHand()
                && marked.status() != Status.UNREADABLE
                && mark.map(ExerciseMark::needsMarking).orElse(true);
        OptionalDouble own = open
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        exercise.byHand() ? 0 : mark.map(ExerciseMark::points).orElse(0.0));
        return new Part(
                exercise,
                mark,
                override,
                override.map(row -> OptionalDouble.of(row.points())).orElse(own));
    }
}
