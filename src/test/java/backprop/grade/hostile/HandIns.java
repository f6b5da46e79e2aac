package backprop.grade.hostile;

import backprop.grade.assignment.Assignment;
import backprop.grade.assignment.Cell;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A class that hands in, in the folders of nbgrader: notebooks with the right solutions, but for what is changed. */
public final class HandIns {
    private static final JsonMapper JSON = new JsonMapper();

    private static final FileTime HANDED_IN = FileTime.fromMillis(1_793_000_000_000L);

    /** Before a cell's id: another cell behind it. */
    public static final String EXTRA = "after ";

    private final Assignment assignment;
    private final Path folder;

    /**
     * A class.
     *
     * @param assignment what is handed in
     * @param folder where to
     */
    public HandIns(Assignment assignment, Path folder) {
        this.assignment = assignment;
        this.folder = folder;
    }

    /** A whole file. */
    void file(String student, byte[] bytes) {
        try {
            Path file = folder.resolve(student).resolve(assignment.name()).resolve(assignment.name() + ".ipynb");
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            Files.setLastModifiedTime(file, HANDED_IN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void honest(String student) {
        changed(student, "", text -> text);
    }

    /** All solutions right, but for the one cell. */
    void changed(String student, String id, UnaryOperator<String> change) {
        changed(student, Map.of(id, change));
    }

    /**
     * All solutions right, but for some cells.
     *
     * @param student who hands in
     * @param changes what becomes of each of these cells' solutions
     */
    public void changed(String student, Map<String, UnaryOperator<String>> changes) {
        ArrayNode cells = JSON.createArrayNode();
        for (Cell cell : assignment.cells()) {
            add(cells, cell, changes.getOrDefault(cell.id(), text -> text));
            if (changes.containsKey(EXTRA + cell.id())) {
                code(cells, "", changes.get(EXTRA + cell.id()).apply(""));
            }
        }
        file(student, bytes(cells));
    }

    /** All solutions right, and another cell behind one. */
    void extra(String student, String id, String source) {
        extras(student, id, source, 1);
    }

    /** All solutions right, and more cells behind one. */
    void extras(String student, String id, String source, int count) {
        ArrayNode cells = JSON.createArrayNode();
        for (Cell cell : assignment.cells()) {
            add(cells, cell, text -> text);
            for (int k = 0; k < count && cell.id().equals(id); k++) {
                code(cells, "", source);
            }
        }
        file(student, bytes(cells));
    }

    void attack(Attack attack) {
        if (attack.way().equals("extra")) {
            extra(attack.student(), attack.cell(), attack.code());
        } else {
            changed(attack.student(), attack.cell(), attack::changed);
        }
    }

    /** As nbgrader gives it out, with the solution written. Cells that only show something are left out. */
    private static void add(ArrayNode cells, Cell cell, UnaryOperator<String> change) {
        if (cell.code() && cell.solution()) {
            code(cells, cell.id(), change.apply(cell.source().replaceAll("(?m)^.*(BEGIN|END) SOLUTION.*\n", "")));
        } else if (cell.code() && cell.known()) {
            code(cells, cell.id(), cell.released());
        } else if (cell.known()) {
            cell(cells, "markdown", cell.id(), "Because.");
        }
    }

    static void code(ArrayNode cells, String id, String source) {
        cell(cells, "code", id, source).putNull("execution_count").putArray("outputs");
    }

    private static ObjectNode cell(ArrayNode cells, String type, String id, String source) {
        ObjectNode cell = cells.addObject().put("cell_type", type).put("source", source);
        ObjectNode metadata = cell.putObject("metadata");
        if (!id.isEmpty()) {
            metadata.putObject("nbgrader").put("grade_id", id);
        }
        return cell;
    }

    private static byte[] bytes(ArrayNode cells) {
        ObjectNode notebook = JSON.createObjectNode().put("nbformat", 4).put("nbformat_minor", 5);
        notebook.putObject("metadata");
        notebook.set("cells", cells);
        return notebook.toString().getBytes(StandardCharsets.UTF_8);
    }
}
