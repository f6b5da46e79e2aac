package backprop.grade.marking;

import backprop.grade.assignment.Assignment;
import backprop.grade.assignment.Cell;
import backprop.grade.notebook.Notebook;
import backprop.grade.result.GradeException;
import backprop.grade.submission.PreparedSubmission;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Tells a notebook of this assignment from one of another, or of none.
 *
 * @param asked what is marked
 * @param others what students may have mistaken it for
 */
public record AssignmentMatch(Assignment asked, List<Assignment> others) {
    /**
     * Keeps a copy of the list.
     *
     * @param asked what is marked
     * @param others what students may have mistaken it for
     */
    public AssignmentMatch {
        others = List.copyOf(others);
    }

    /**
     * Passes over a notebook of the assignment.
     *
     * @param notebook a student's
     * @throws GradeException for another one; the message says which it is
     */
    void require(Notebook notebook) {
        String name = nameOf(notebook)
                .orElseThrow(
                        () -> new GradeException("is a notebook, but holds no answer and no check of " + asked.name()));
        if (!name.equals(asked.name())) {
            throw new GradeException("is a notebook of %s, not of %s".formatted(name, asked.name()));
        }
    }

    /**
     * Finds out which assignment a notebook is of.
     *
     * @param notebook a student's
     * @return the name of the asked one or of another one; empty for a notebook of none
     */
    public Optional<String> nameOf(Notebook notebook) {
        long answers = cells(asked, notebook, Cell::solution);
        if (2 * answers > asked.cells().stream().filter(Cell::solution).count()) {
            return Optional.of(asked.name());
        }
        Optional<Assignment> nearest = others.stream()
                .filter(other -> cells(other, notebook, Cell::solution) > answers)
                .max(Comparator.comparing(other -> cells(other, notebook, Cell::solution)));
        if (nearest.isPresent()) {
            return nearest.map(Assignment::name);
        }
        boolean none = answers == 0 && cells(asked, notebook, Cell::check) == 0;
        return none ? Optional.empty() : Optional.of(asked.name());
    }

    private static long cells(Assignment assignment, Notebook notebook, Predicate<Cell> kind) {
        List<String> found = PreparedSubmission.found(assignment, notebook);
        return assignment.cells().stream()
                .filter(kind)
                .filter(cell -> found.contains(cell.id()))
                .count();
    }
}
