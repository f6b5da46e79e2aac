package backprop.grade.assignment;

import backprop.grade.result.GradeException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** From the instructor's file to an assignment. */
final class AssignmentReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AssignmentReader() {}

    static Assignment read(Path notebook) {
        try {
            JsonNode json = json(notebook);
            List<Cell> cells = cells(json);
            String name = notebook.getFileName().toString().replaceFirst("\\.ipynb$", "");
            String title =
                    json.path("metadata").path("assignment").path("title").asText("");
            String heading = cells.stream()
                    .filter(cell -> !cell.code())
                    .map(Cell::source)
                    .flatMap(Headings::in)
                    .findFirst()
                    .orElse(name);
            return new Assignment(name, title.isBlank() ? heading : title, cells, TaskReader.of(cells));
        } catch (GradeException wrong) {
            throw new GradeException(notebook + ": " + wrong.getMessage());
        }
    }

    private static JsonNode json(Path notebook) {
        require(!Files.notExists(notebook), "must be an assignment's notebook, but there is no such file");
        require(Files.isRegularFile(notebook), "must be an assignment's notebook, but is no file");
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(notebook));
            require(
                    json.path("nbformat").asInt() == 4 && json.path("cells").isArray(),
                    "must be a notebook of nbformat 4, but is other JSON");
            return json;
        } catch (JsonProcessingException other) {
            throw new GradeException("must be a notebook, but is not JSON"
                    + (other.getLocation() == null
                            ? ""
                            : " from line " + other.getLocation().getLineNr() + " on"));
        } catch (IOException why) {
            throw new GradeException("cannot be read: " + why.getMessage());
        }
    }

    private static List<Cell> cells(JsonNode json) {
        List<Cell> cells = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode node : json.get("cells")) {
            Cell cell = cell(node);
            require(cell.id().isEmpty() || ids.add(cell.id()), "has two cells with the grade_id " + cell.id());
            cells.add(cell);
        }
        return cells;
    }

    private static Cell cell(JsonNode node) {
        JsonNode nbgrader = node.path("metadata").path("nbgrader");
        StringBuilder source = new StringBuilder(node.path("source").asText(""));
        node.path("source").forEach(line -> source.append(line.asText()));
        Cell cell = new Cell(
                nbgrader.path("grade_id").asText(""),
                node.path("cell_type").asText("").equals("code"),
                nbgrader.path("grade").asBoolean(),
                nbgrader.path("locked").asBoolean(),
                nbgrader.path("solution").asBoolean(),
                nbgrader.path("points").asDouble(0),
                source.toString().replaceAll("\\r\\n?", "\n"));
        require(
                !nbgrader.path("task").asBoolean(),
                "the cell " + cell.id() + " is one of nbgrader's task cells, which have no place for an answer");
        require(!cell.id().isEmpty() || !(cell.grade() || cell.solution()), "has a graded cell without a grade_id");
        require(Double.isFinite(cell.points()) && cell.points() >= 0, "the cell " + cell.id() + " has no right points");
        return cell;
    }

    static void require(boolean right, String sentence) {
        if (!right) {
            throw new GradeException(sentence);
        }
    }
}
