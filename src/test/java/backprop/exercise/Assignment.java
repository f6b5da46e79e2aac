package backprop.exercise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An assignment's notebook in nbgrader's source form, and the wrong answers that are known for it.
 *
 * @param name such as 04-backward-pass
 * @param notebook its JSON
 */
record Assignment(String name, JsonNode notebook) {
    private static final Path FOLDER = Path.of("exercises");
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A code cell, or the text of a markdown cell.
     *
     * @param id nbgrader's grade_id; empty where there is none
     * @param code whether it is a code cell
     * @param grade whether it gives points
     * @param solution whether a learner writes in it
     * @param points the points
     * @param source its text
     */
    record Cell(String id, boolean code, boolean grade, boolean solution, double points, String source) {
        boolean isCheck() {
            return id.startsWith("check-");
        }

        boolean isHidden() {
            return id.startsWith("hidden-");
        }

        /** Whether it is code that a learner gets, and leaves as it is. */
        boolean isGiven() {
            return code && !id.isEmpty() && !solution && !grade;
        }

        /** The code without what stands around a hidden test, and without the lines that load the library into a kernel. */
        String body() {
            return source.replaceAll("(?m)^(?://|%).*\\R?", "").strip();
        }

        /** As nbgrader's generate step leaves it. */
        String released(String stub) {
            return source.replaceAll("(?ms)^( *)// BEGIN SOLUTION$.*?^ *// END SOLUTION$", "$1" + stub);
        }
    }

    /**
     * A wrong answer.
     *
     * @param mistake what is wrong, in words
     * @param cell the grade_id of the cell that has it
     * @param replace what it has in the reference
     * @param by what it has instead
     * @param check the grade_id of the check whose points are told; empty for check- and the cell's
     * @param headline what one of the messages must say
     * @param points what remains
     */
    record WrongAnswer(
            String mistake, String cell, String replace, String by, String check, String headline, double points) {
        String checked() {
            return check.isEmpty() ? "check-" + cell : check;
        }
    }

    /** All assignments of the repository, in their order. */
    static List<Assignment> all() {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(folder -> {
                        String name = folder.getFileName().toString();
                        return new Assignment(name, read(folder.resolve(name + ".ipynb")));
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Cell> cells() {
        return StreamSupport.stream(notebook.get("cells").spliterator(), false)
                .map(cell -> {
                    JsonNode nbgrader = cell.path("metadata").path("nbgrader");
                    StringBuilder source = new StringBuilder();
                    cell.get("source").forEach(line -> source.append(line.asText()));
                    return new Cell(
                            nbgrader.path("grade_id").asText(""),
                            cell.get("cell_type").asText().equals("code"),
                            nbgrader.path("grade").asBoolean(),
                            nbgrader.path("solution").asBoolean(),
                            nbgrader.path("points").asDouble(0),
                            source.toString());
                })
                .toList();
    }

    Cell cell(String id) {
        return cells().stream()
                .filter(cell -> cell.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no cell " + id));
    }

    /** The wrong answers of which a generated class is made. */
    List<WrongAnswer> wrongAnswers() {
        return rows(true);
    }

    /** Others, one for each mistake that has a text and no wrong answer among those. */
    List<WrongAnswer> listed() {
        return rows(false);
    }

    private List<WrongAnswer> rows(boolean withPoints) {
        JsonNode rows = read(FOLDER.resolve(name).resolve("wrong-answers.json"));
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.has("points") == withPoints)
                .map(row -> new WrongAnswer(
                        row.get("slip").asText(),
                        row.get("cell").asText(),
                        row.path("replace").asText(""),
                        row.get("by").asText(),
                        row.path("check").asText(""),
                        row.get("headline").asText(),
                        row.path("points").asDouble(0)))
                .toList();
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
