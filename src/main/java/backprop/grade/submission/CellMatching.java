package backprop.grade.submission;

import backprop.grade.assignment.Assignment;
import backprop.grade.assignment.Cell;
import backprop.grade.notebook.Notebook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which of the student's cells are the assignment's, and what differs. Of several cells with one id the last that is
 * written counts; those that are not written do not run. {@code nbgrader_steps/arrangement.py} does the same before
 * nbgrader marks.
 */
final class CellMatching {
    private final Map<String, Cell> known = new LinkedHashMap<>();
    private final Map<String, List<Notebook.Cell>> twins = new LinkedHashMap<>();
    private final Map<String, Notebook.Cell> taken = new LinkedHashMap<>();
    private final Map<String, List<Notebook.Cell>> extras = new HashMap<>();
    private final List<String> remarks = new ArrayList<>();
    private final CellRecognition recognition;

    CellMatching(Assignment assignment, Notebook notebook) {
        recognition = new CellRecognition(assignment, notebook);
        assignment.cells().stream().filter(Cell::known).forEach(cell -> known.put(cell.id(), cell));
        List<Notebook.Cell> cells = recognition.cells();
        cells.stream()
                .filter(cell -> known.containsKey(cell.id()))
                .forEach(cell -> twins.computeIfAbsent(cell.id(), none -> new ArrayList<>())
                        .add(cell));
        twins.forEach((id, alike) -> taken.put(id, counting(known.get(id), alike)));
        attach(cells);
        List<String> moved = MovedCells.ids(
                List.copyOf(known.keySet()),
                cells.stream()
                        .filter(cell -> cell.equals(taken.get(cell.id())))
                        .map(Notebook.Cell::id)
                        .toList());
        CellRemarks.recognized(recognition.recognized()).ifPresent(remarks::add);
        known.values().forEach(cell -> compare(cell, moved.contains(cell.id())));
    }

    /** The cell that counts as the assignment's. */
    Optional<Notebook.Cell> student(String id) {
        return Optional.ofNullable(taken.get(id));
    }

    /** The cell that counts, or else another of the assignment in which this answer stands. */
    Optional<Notebook.Cell> text(String id) {
        return student(id).or(() -> recognition.merged(id));
    }

    /** Whether an answer stands in another's cell, and runs there. */
    boolean runsElsewhere(String id) {
        return !taken.containsKey(id)
                && recognition.merged(id).filter(recognition::answersWithCode).isPresent();
    }

    /** The student's text for a cell; for a written answer the text of all that have its id. */
    String answer(Cell cell) {
        List<Notebook.Cell> all = twins.getOrDefault(cell.id(), List.of());
        List<Notebook.Cell> written =
                all.stream().filter(one -> !cell.unwritten(one.source())).toList();
        if (cell.code() || written.isEmpty()) {
            return text(cell.id()).map(Notebook.Cell::source).orElse("");
        }
        return written.stream().map(Notebook.Cell::source).collect(Collectors.joining("\n\n"));
    }

    /** The student's own cells with code that follow a cell of the assignment; those in front for an empty id. */
    List<Notebook.Cell> extras(String id) {
        return extras.getOrDefault(id, List.of());
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    private static Notebook.Cell counting(Cell source, List<Notebook.Cell> cells) {
        Optional<Pattern> head = source.declaration();
        Comparator<Notebook.Cell> order = Comparator.comparing((Notebook.Cell one) -> !source.unwritten(one.source()))
                .thenComparing(one ->
                        head.isPresent() && head.get().matcher(one.source()).find())
                .thenComparing(one -> one.code() == source.code())
                .thenComparing(Notebook.Cell::position);
        return cells.stream().max(order).orElseThrow();
    }

    private void attach(List<Notebook.Cell> cells) {
        String place = "";
        for (Notebook.Cell cell : cells) {
            if (cell.equals(taken.get(cell.id()))) {
                place = cell.id();
            } else if (runs(cell)) {
                extras.computeIfAbsent(place, none -> new ArrayList<>()).add(cell);
                if (!cell.id().isEmpty() && !known.containsKey(cell.id())) {
                    remarks.add(String.format(
                            Locale.ROOT,
                            "Cell %d is named %s, which is no cell of this assignment; it ran as one of your own.",
                            cell.position(),
                            SafeText.quoted(cell.id())));
                }
            }
        }
    }

    /** Whether a cell that does not count is code of the student's own: a copy of an answer is, if it is written. */
    private boolean runs(Notebook.Cell cell) {
        Cell source = known.get(cell.id());
        boolean answer = source != null && source.solution();
        return cell.code() && !(answer && (!source.code() || source.unwritten(cell.source())));
    }

    private void compare(Cell source, boolean moved) {
        List<Notebook.Cell> cells = twins.getOrDefault(source.id(), List.of());
        if (cells.isEmpty()) {
            remarks.add(recognition
                    .merged(source.id())
                    .map(host -> CellRemarks.merged(source, host))
                    .orElseGet(() -> CellRemarks.missing(source)));
            return;
        }
        Notebook.Cell one = taken.get(source.id());
        CellRemarks.kind(source, one).ifPresent(remarks::add);
        CellRemarks.place(source, one, moved).ifPresent(remarks::add);
        if (cells.size() > 1) {
            boolean allRan = cells.stream().filter(cell -> !cell.equals(one)).allMatch(this::runs);
            remarks.add(CellRemarks.twins(source, cells.size(), one, allRan));
        }
    }
}
