package backprop.grade.assignment;

import backprop.grade.notebook.Notebook;
import backprop.grade.result.GradeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** From the instructor's file to an assignment. */
final class AssignmentReader {
    private AssignmentReader() {}

    static Assignment read(Path file) {
        try {
            Notebook notebook = notebook(file);
            List<Cell> cells = cells(notebook);
            String name = file.getFileName().toString().replaceFirst("\\.ipynb$", "");
            String heading = cells.stream()
                    .filter(cell -> !cell.code())
                    .map(Cell::source)
                    .flatMap(Headings::in)
                    .findFirst()
                    .orElse(name);
            String title = notebook.title().isBlank() ? heading : notebook.title();
            return new Assignment(name, title, cells, TaskReader.of(cells));
        } catch (GradeException wrong) {
            throw new GradeException(file + ": " + wrong.getMessage());
        }
    }

    private static Notebook notebook(Path file) {
        require(!Files.notExists(file), "must be an assignment's notebook, but there is no such file");
        require(Files.isRegularFile(file), "must be an assignment's notebook, but is no file");
        try (InputStream bytes = Files.newInputStream(file)) {
            return Notebook.read(bytes);
        } catch (GradeException other) {
            throw new GradeException("must be a notebook of nbformat 4, but " + other.getMessage());
        } catch (IOException why) {
            throw new GradeException("cannot be read: " + why.getMessage());
        }
    }

    private static List<Cell> cells(Notebook notebook) {
        List<Cell> cells = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Notebook.Cell each : notebook.cells()) {
            Cell cell = cell(each);
            boolean fresh = cell.id().isEmpty() || ids.add(cell.id());
            require(fresh, "has two cells with the grade_id " + cell.id());
            cells.add(cell);
        }
        return cells;
    }

    private static Cell cell(Notebook.Cell cell) {
        Notebook.Nbgrader nbgrader = cell.nbgrader();
        String id = nbgrader.id();
        require(
                !nbgrader.task(),
                "the cell " + id + " is one of nbgrader's task cells, which have no place for an answer");
        require(!id.isEmpty() || !(nbgrader.grade() || nbgrader.solution()), "has a graded cell without a grade_id");
        require(
                Double.isFinite(nbgrader.points()) && nbgrader.points() >= 0,
                "the cell " + id + " has no right points");
        return new Cell(
                id,
                cell.code(),
                nbgrader.grade(),
                nbgrader.locked(),
                nbgrader.solution(),
                nbgrader.points(),
                cell.source());
    }

    static void require(boolean right, String sentence) {
        if (!right) {
            throw new GradeException(sentence);
        }
    }
}
