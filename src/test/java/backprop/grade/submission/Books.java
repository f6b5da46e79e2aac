package backprop.grade.submission;

import backprop.grade.notebook.Notebook;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Notebooks and archives for the tests. */
final class Books {
    static final ObjectMapper JSON = new ObjectMapper();
    private final ArrayNode cells = JSON.createArrayNode();

    Books code(String source) {
        return cell("code", "", source);
    }

    Books code(String id, String source) {
        return cell("code", id, source);
    }

    Books text(String id, String source) {
        return cell("markdown", id, source);
    }

    private Books cell(String type, String id, String source) {
        ObjectNode cell = cells.addObject().put("cell_type", type).put("source", source);
        cell.putArray("outputs");
        ObjectNode metadata = cell.putObject("metadata");
        if (!id.isEmpty()) {
            metadata.putObject("nbgrader").put("grade_id", id);
        }
        return this;
    }

    byte[] bytes() {
        ObjectNode notebook = JSON.createObjectNode().put("nbformat", 4).put("nbformat_minor", 5);
        notebook.putObject("metadata");
        notebook.set("cells", cells);
        return notebook.toString().getBytes(StandardCharsets.UTF_8);
    }

    Notebook notebook() {
        return Notebook.parse(bytes());
    }

    static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setLastModifiedTime(java.nio.file.attribute.FileTime.fromMillis(1_793_000_000_000L));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
