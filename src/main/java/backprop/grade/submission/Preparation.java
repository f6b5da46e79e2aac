package backprop.grade.submission;

import backprop.grade.assignment.Assignment;
import backprop.grade.assignment.Cell;
import backprop.grade.assignment.CheckCell;
import backprop.grade.assignment.Task;
import backprop.grade.notebook.Notebook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the instructor's cells and the student's together. */
final class Preparation {
    private final Assignment assignment;
    private final Map<String, CheckCell> checks;
    private final CellMatching matching;
    private final List<ExecutionStep> steps = new ArrayList<>();
    private final List<String> magics = new ArrayList<>();
    private final Map<String, String> answers = new LinkedHashMap<>();

    Preparation(Assignment assignment, Notebook notebook) {
        this.assignment = assignment;
        checks = assignment.tasks().stream()
                .flatMap(Preparation::checks)
                .collect(Collectors.toMap(CheckCell::cell, check -> check));
        matching = new CellMatching(assignment, notebook);
    }

    PreparedSubmission prepared() {
        matching.extras("").forEach(this::extra);
        for (Cell cell : assignment.cells()) {
            if (cell.known()) {
                step(cell);
                matching.extras(cell.id()).forEach(this::extra);
            }
        }
        int end = steps.size();
        while (end > 0 && steps.get(end - 1).kind() != ExecutionStep.Kind.CHECK) {
            end--;
        }
        List<String> remarks = new ArrayList<>(matching.remarks());
        CellRemarks.magics(magics).ifPresent(remarks::add);
        return new PreparedSubmission(steps.subList(0, end), answers, remarks, matching.remarks());
    }

    private static Stream<CheckCell> checks(Task task) {
        return Stream.concat(task.check().stream(), task.hidden().stream());
    }

    private void step(Cell cell) {
        if (cell.check()) {
            add(ExecutionStep.Kind.CHECK, cell.id(), cell.id(), "", Optional.of(checks.get(cell.id())));
        } else if (cell.solution()) {
            answer(cell, matching.text(cell.id()));
        } else if (cell.code()) {
            add(
                    ExecutionStep.Kind.LOCKED,
                    cell.id(),
                    cell.id(),
                    MagicLines.of(cell.source()).code(),
                    Optional.empty());
        }
    }

    private void answer(Cell cell, Optional<Notebook.Cell> student) {
        answers.put(cell.id(), matching.answer(cell));
        if (!cell.code() || matching.runsElsewhere(cell.id())) {
            return;
        }
        String code = student.filter(one -> one.source().length() <= Notebook.CELL_CHARACTERS)
                .map(this::code)
                .orElseGet(cell::released);
        add(ExecutionStep.Kind.SOLUTION, cell.id(), cell.id(), code, Optional.empty());
    }

    private void extra(Notebook.Cell cell) {
        String code = code(cell);
        if (!code.isBlank()) {
            add(ExecutionStep.Kind.EXTRA, "", label(cell), code, Optional.empty());
        }
    }

    private String code(Notebook.Cell cell) {
        MagicLines lines = MagicLines.of(cell.source());
        lines.found().forEach(line -> magics.add(label(cell) + ": " + SafeText.quoted(line, 80)));
        return lines.code();
    }

    private static String label(Notebook.Cell cell) {
        return "cell " + cell.position();
    }

    private void add(ExecutionStep.Kind kind, String id, String label, String source, Optional<CheckCell> check) {
        steps.add(new ExecutionStep(kind, id, label, source, check));
    }
}
