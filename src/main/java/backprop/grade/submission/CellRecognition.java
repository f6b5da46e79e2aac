package backprop.grade.submission;

import backprop.grade.assignment.Assignment;
import backprop.grade.assignment.Cell;
import backprop.grade.notebook.Notebook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds the cells of an assignment that have lost their grade_id, as when a program saved the notebook without
 * nbgrader's metadata. A locked cell is known by its text, a function by its head, and a written answer by the text of
 * the assignment that it follows. A function whose cell was merged into another answer's stands there.
 */
final class CellRecognition {
    private final Assignment assignment;
    private final Map<String, Cell> known = new LinkedHashMap<>();
    private final List<Notebook.Cell> cells;
    private final List<String> recognized = new ArrayList<>();
    private final Map<String, Notebook.Cell> merged = new LinkedHashMap<>();

    CellRecognition(Assignment assignment, Notebook notebook) {
        this.assignment = assignment;
        assignment.cells().stream().filter(Cell::known).forEach(cell -> known.put(cell.id(), cell));
        cells = new ArrayList<>(notebook.cells());
        Set<String> present = new HashSet<>();
        cells.forEach(cell -> present.add(cell.id()));
        for (int i = 0; i < assignment.cells().size(); i++) {
            Cell cell = assignment.cells().get(i);
            if (cell.known() && !present.contains(cell.id())) {
                recognize(
                        cell,
                        i == 0
                                ? Optional.empty()
                                : Optional.of(assignment.cells().get(i - 1)));
            }
        }
    }

    /** The student's cells, each with its grade_id where it is known. */
    List<Notebook.Cell> cells() {
        return List.copyOf(cells);
    }

    /** The ids of the assignment's cells that had lost them. */
    List<String> recognized() {
        return List.copyOf(recognized);
    }

    /** The cell of the assignment in which the function of another one's answer stands. */
    Optional<Notebook.Cell> merged(String id) {
        return Optional.ofNullable(merged.get(id));
    }

    private void recognize(Cell cell, Optional<Cell> before) {
        List<Integer> found = cell.solution() ? cell.code() ? functions(cell) : answers(cell, before) : copies(cell);
        if (!found.isEmpty()) {
            recognized.add(cell.id());
        }
        for (int i : found) {
            Notebook.Cell nameless = cells.get(i);
            cells.set(i, new Notebook.Cell(nameless.position(), cell.id(), nameless.code(), nameless.source()));
        }
    }

    private List<Integer> functions(Cell cell) {
        Optional<Pattern> head = cell.declaration();
        if (head.isEmpty()) {
            return List.of();
        }
        List<Integer> declaring = IntStream.range(0, cells.size())
                .filter(i -> head.get().matcher(cells.get(i).source()).find())
                .boxed()
                .toList();
        declaring.stream()
                .filter(i -> !nameless(i))
                .map(cells::get)
                .max(Comparator.comparing(this::answersWithCode))
                .ifPresent(host -> merged.put(cell.id(), host));
        return declaring.stream().filter(this::nameless).toList();
    }

    /** Whether what is in it runs as it is. */
    boolean answersWithCode(Notebook.Cell student) {
        Cell source = known.get(student.id());
        return source != null && source.solution() && source.code();
    }

    private List<Integer> answers(Cell cell, Optional<Cell> before) {
        return IntStream.range(1, cells.size())
                .filter(i -> cells.get(i).id().isEmpty())
                .filter(i ->
                        before.isPresent() && before.get().same(cells.get(i - 1).source()))
                .filter(i -> !ofTheAssignment(cells.get(i), cell))
                .limit(1)
                .boxed()
                .toList();
    }

    /** Whether it is another cell of the assignment, as it was given out. */
    private boolean ofTheAssignment(Notebook.Cell student, Cell answer) {
        return assignment.cells().stream()
                .filter(cell -> !cell.id().equals(answer.id()) || !cell.known())
                .anyMatch(cell -> !cell.solution() && cell.same(student.source()));
    }

    private List<Integer> copies(Cell cell) {
        return IntStream.range(0, cells.size())
                .filter(i -> nameless(i) && cell.same(cells.get(i).source()))
                .limit(1)
                .boxed()
                .toList();
    }

    private boolean nameless(int i) {
        return !known.containsKey(cells.get(i).id());
    }
}
