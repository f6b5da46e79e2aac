package backprop.grade.notebook;

import backprop.exercise.Quoted;
import backprop.grade.result.GradeException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a notebook, an instructor's or a student's, token by token: what is not needed, such as pictures, takes no memory.
 * All of it is taken for hostile data, and the same limits hold for all.
 */
final class NotebookReader {
    private static final int CELLS = 2_000;
    private static final int ALL_CHARACTERS = 1_000_000;
    private static final Pattern UNFIT = Pattern.compile("[\\x00\\x{D800}-\\x{DFFF}]");
    private static final int QUOTED = 60; // characters
    private static final Set<String> FLAGS = Set.of("grade", "locked", "solution", "task");
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(Notebook.MOST_BYTES)
                    .maxNestingDepth(2 * DepthLimitedReader.DEPTH)
                    .maxStringLength(5_000_000)
                    .build())
            .build();

    private final JsonParser json;
    private List<Notebook.Cell> cells;
    private String title = "";
    private String format = "";
    private int count;
    private long characters;

    private NotebookReader(JsonParser json) {
        this.json = json;
    }

    /**
     * Reads it.
     *
     * @throws IOException if the bytes do not come, which is no fault of theirs
     */
    static Notebook read(InputStream bytes) throws IOException {
        try (JsonParser json = JSON.createParser(text(bytes))) {
            return new NotebookReader(json).notebook();
        } catch (StreamConstraintsException more) {
            throw new GradeException("holds more than a notebook may: "
                    + more.getOriginalMessage().replaceFirst("(?s) exceeds.*", ""));
        } catch (JsonProcessingException other) {
            throw new GradeException(String.format(
                    Locale.ROOT,
                    "is not JSON from line %d, column %d on",
                    other.getLocation().getLineNr(),
                    other.getLocation().getColumnNr()));
        } catch (CharacterCodingException other) {
            throw new GradeException("is not text in UTF-8");
        }
    }

    /** The text of bytes in UTF-8, without a mark at its beginning. */
    private static Reader text(InputStream bytes) throws IOException {
        Reader text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()));
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        return new DepthLimitedReader(text);
    }

    private Notebook notebook() throws IOException {
        JsonToken first = json.nextToken();
        require(first != null, "is empty");
        require(first == JsonToken.START_OBJECT, "is not a notebook, but other JSON");
        while (next()) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "cells" -> cells();
                case "nbformat" -> format();
                case "metadata" -> fields(this::assignment);
                default -> json.skipChildren();
            }
        }
        require(json.nextToken() == null, "is not JSON: goes on after its end");
        require(!format.isEmpty(), "is not a notebook: has no nbformat");
        require(
                format.equals("4"),
                "is of nbformat %s, and must be of nbformat 4; Jupyter converts it when you save it",
                Quoted.of(format, QUOTED));
        require(cells != null, "is not a notebook: has no cells");
        return new Notebook(title, cells);
    }

    private void format() throws IOException {
        format = json.currentToken().isScalarValue() ? json.getText() : "another kind";
        json.skipChildren();
    }

    /** Reads the value of a field, all of it. */
    private interface FieldReader {
        void read(String field) throws IOException;
    }

    /** Reads the fields of an object; what is none is passed over. */
    private void fields(FieldReader reader) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (next()) {
            String field = json.currentName();
            json.nextToken();
            reader.read(field);
        }
    }

    private void assignment(String field) throws IOException {
        if (field.equals("assignment")) {
            fields(this::title);
        } else {
            json.skipChildren();
        }
    }

    private void title(String field) throws IOException {
        if (field.equals("title") && json.currentToken() == JsonToken.VALUE_STRING) {
            title = cleaned(json.getText());
        }
        json.skipChildren();
    }

    private void cells() throws IOException {
        require(json.currentToken() == JsonToken.START_ARRAY, "must have a list of cells, got other JSON");
        cells = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            count++;
            require(count <= CELLS, "has more than %,d cells", CELLS);
            cells.add(cell(cells.size() + 1));
        }
    }

    private Notebook.Cell cell(int position) throws IOException {
        require(json.currentToken() == JsonToken.START_OBJECT, "cell %d: must be an object, got other JSON", position);
        String type = "";
        Notebook.Nbgrader nbgrader = Notebook.Nbgrader.NONE;
        String source = "";
        while (next()) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "cell_type" -> type = text("cell " + position + ": cell_type");
                case "source" -> source = source(position);
                case "metadata" -> nbgrader = metadata(position);
                default -> json.skipChildren();
            }
        }
        boolean code = type.equals("code");
        require(
                code || type.equals("markdown") || type.equals("raw"),
                "cell %d: must have cell_type code, markdown or raw, got %s",
                position,
                Quoted.of(type, QUOTED));
        require(
                !code || source.length() <= Notebook.CELL_CHARACTERS,
                "cell %d: has more than %,d characters of code",
                position,
                Notebook.CELL_CHARACTERS);
        characters += code ? source.length() : 0;
        require(characters <= ALL_CHARACTERS, "has more than %,d characters of code", ALL_CHARACTERS);
        return new Notebook.Cell(position, nbgrader, code, source);
    }

    private String source(int position) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return cleaned(text("cell " + position + ": source"));
        }
        StringBuilder lines = new StringBuilder();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            lines.append(text("cell " + position + ": a line of source"));
        }
        return cleaned(lines.toString());
    }

    private Notebook.Nbgrader metadata(int position) throws IOException {
        Notebook.Nbgrader nbgrader = Notebook.Nbgrader.NONE;
        boolean more = object(position, "metadata");
        while (more && next()) {
            boolean ours = json.currentName().equals("nbgrader");
            json.nextToken();
            if (ours) {
                nbgrader = nbgrader(position);
            } else {
                json.skipChildren();
            }
        }
        return nbgrader;
    }

    /** Only the grade_id must be what it is meant to be; of the rest, what is of another type counts as not there. */
    private Notebook.Nbgrader nbgrader(int position) throws IOException {
        String id = "";
        Set<String> flags = new HashSet<>();
        double points = 0;
        boolean more = object(position, "nbgrader's metadata");
        while (more && next()) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (field.equals("grade_id") && value != JsonToken.VALUE_NULL) {
                id = text("cell " + position + ": grade_id");
            } else if (field.equals("points") && value.isNumeric()) {
                points = json.getDoubleValue();
            } else if (FLAGS.contains(field) && value == JsonToken.VALUE_TRUE) {
                flags.add(field);
            }
            json.skipChildren();
        }
        return new Notebook.Nbgrader(
                id,
                flags.contains("grade"),
                flags.contains("locked"),
                flags.contains("solution"),
                flags.contains("task"),
                points);
    }

    /** The text with line ends of one kind, and a sign of replacement for what is no character. */
    private static String cleaned(String text) {
        return UNFIT.matcher(text).replaceAll("\uFFFD").replace("\r\n", "\n").replace('\r', '\n');
    }

    private boolean next() throws IOException {
        return json.nextToken() == JsonToken.FIELD_NAME;
    }

    private boolean object(int position, String what) throws IOException {
        require(
                json.currentToken() == JsonToken.START_OBJECT || json.currentToken() == JsonToken.VALUE_NULL,
                "cell %d: %s must be an object, got other JSON",
                position,
                what);
        return json.currentToken() == JsonToken.START_OBJECT;
    }

    private String text(String what) throws IOException {
        require(json.currentToken() == JsonToken.VALUE_STRING, "%s must be text, got other JSON", what);
        return json.getText();
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static void require(boolean right, String sentence, Object... things) {
        if (!right) {
            throw new GradeException(String.format(Locale.ROOT, sentence, things));
        }
    }
}
