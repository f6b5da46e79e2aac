package backprop.grade.submission;

import backprop.grade.assignment.Cell;
import backprop.grade.notebook.Notebook;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a student is told of a cell that is not as it was given out. */
final class CellRemarks {
    private static final int MAGICS = 3;

    private CellRemarks() {}

    static String missing(Cell source) {
        if (!source.solution()) {
            return "%s was missing; the original took its place.".formatted(name(source));
        }
        return source.code()
                ? "%s was missing; it counts as not written.".formatted(name(source))
                : "%s was missing; there is no text to mark.".formatted(name(source));
    }

    /** A cell that is code and must be text, or the other way round. */
    static Optional<String> kind(Cell source, Notebook.Cell student) {
        if (!source.solution() || source.code() == student.code()) {
            return Optional.empty();
        }
        return Optional.of(
                source.code()
                        ? "%s was not a code cell any more; its text counts as the answer.".formatted(name(source))
                        : "%s was a code cell; its text counts as your answer.".formatted(name(source)));
    }

    /** A locked cell that was edited or moved, or an answer that was moved. */
    static Optional<String> place(Cell source, Notebook.Cell student, boolean moved) {
        boolean changed = !source.solution() && !same(source, student);
        if (!moved && !changed) {
            return Optional.empty();
        }
        String what = changed ? moved ? "changed and moved" : "changed" : "moved";
        String then = source.solution() || !changed
                ? "it was put back in its place"
                : source.code() ? moved ? "the original ran, in its place" : "the original ran" : "the original counts";
        return Optional.of("%s had been %s; %s.".formatted(name(source), what, then));
    }

    static String twins(Cell source, int count, Notebook.Cell taken, boolean allRan) {
        if (source.solution() && !source.code()) {
            return String.format(Locale.ROOT, "%s was there %d times; all of its text counts.", name(source), count);
        }
        String others = allRan ? "the others ran as cells of your own" : "as the one that is written";
        return String.format(
                Locale.ROOT,
                "%s was there %d times; cell %d counts, %s.",
                name(source),
                count,
                taken.position(),
                others);
    }

    /** An answer without a cell of its own. */
    static String merged(Cell source, Notebook.Cell host) {
        return String.format(
                Locale.ROOT,
                "%s stood in another cell of the assignment, cell %d; it counts.",
                name(source),
                host.position());
    }

    /** Cells that had lost nbgrader's metadata. */
    static Optional<String> recognized(List<String> ids) {
        return ids.isEmpty()
                ? Optional.empty()
                : Optional.of("What nbgrader knows cells by was missing; these were recognized by their text: %s."
                        .formatted(String.join(", ", ids)));
    }

    /** Lines for the kernel, with their cells. */
    static Optional<String> magics(List<String> lines) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String first = lines.stream().limit(MAGICS).collect(Collectors.joining("; "));
        String more = lines.size() > MAGICS ? String.format(Locale.ROOT, "; and %d more", lines.size() - MAGICS) : "";
        return Optional.of(
                "What is meant for the kernel does nothing when this is marked: %s%s.".formatted(first, more));
    }

    private static boolean same(Cell source, Notebook.Cell student) {
        return source.code() == student.code() && source.same(student.source());
    }

    private static String name(Cell source) {
        if (source.check()) {
            return "The check " + source.id();
        }
        return (source.solution() ? "The answer " : "The locked cell ") + source.id();
    }
}
