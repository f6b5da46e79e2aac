package backprop.grade.submission;

import backprop.grade.result.GradeException;
import backprop.grade.result.UnreachableException;
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
import java.util.List;
import java.util.Locale;

/** Reads a notebook token by token: what is not needed, such as pictures, takes no memory. */
final class NotebookReader {
    private static final int CELLS = 2_000;
    /** The most characters of a cell's code. */
    static final int CELL_CHARACTERS = 200_000;

    private static final int ALL_CHARACTERS = 1_000_000;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(FileSource.MOST)
                    .maxNestingDepth(2 * ShallowReader.DEPTH)
                    .maxStringLength(5_000_000)
                    .build())
            .build();

    private final JsonParser json;
    private List<Notebook.Cell> cells;
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

    /** Whether there is a notebook. */
    static boolean reads(FileSource origin) {
        try {
            return !origin.read(NotebookReader::read).cells().isEmpty();
        } catch (GradeException other) {
            return false;
        } catch (UnreachableException unknown) {
            return true; // reading it will tell
        }
    }

    /** The text of bytes in UTF-8, without a mark at its beginning. */
    private static Reader text(InputStream bytes) throws IOException {
        Reader text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()));
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        return new ShallowReader(text);
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
                default -> json.skipChildren();
            }
        }
        require(json.nextToken() == null, "is not JSON: goes on after its end");
        require(!format.isEmpty(), "is not a notebook: has no nbformat");
        require(
                format.equals("4"),
                "is of nbformat %s, and must be of nbformat 4; Jupyter converts it when you save it",
                SafeText.quoted(format));
        require(cells != null, "is not a notebook: has no cells");
        return new Notebook(cells);
    }

    private void format() throws IOException {
        format = json.currentToken().isScalarValue() ? json.getText() : "another kind";
        json.skipChildren();
    }

    private void cells() throws IOException {
        require(json.currentToken() == JsonToken.START_ARRAY, "must have a list of cells, got other JSON");
        cells = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(++count <= CELLS, "has more than %,d cells", CELLS);
            cells.add(cell(cells.size() + 1));
        }
    }

    private Notebook.Cell cell(int position) throws IOException {
        require(json.currentToken() == JsonToken.START_OBJECT, "cell %d: must be an object, got other JSON", position);
        String type = "";
        String id = "";
        String source = "";
        while (next()) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "cell_type" -> type = text("cell " + position + ": cell_type");
                case "source" -> source = source(position);
                case "metadata" -> id = id(position);
                default -> json.skipChildren();
            }
        }
        boolean code = type.equals("code");
        require(
                code || type.equals("markdown") || type.equals("raw"),
                "cell %d: must have cell_type code, markdown or raw, got %s",
                position,
                SafeText.quoted(type));
        require(
                !code || source.length() <= CELL_CHARACTERS,
                "cell %d: has more than %,d characters of code",
                position,
                CELL_CHARACTERS);
        characters += code ? source.length() : 0;
        require(characters <= ALL_CHARACTERS, "has more than %,d characters of code", ALL_CHARACTERS);
        return new Notebook.Cell(position, id, code, source);
    }

    private String source(int position) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return SafeText.cleaned(text("cell " + position + ": source"));
        }
        StringBuilder lines = new StringBuilder();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            lines.append(text("cell " + position + ": a line of source"));
        }
        return SafeText.cleaned(lines.toString());
    }

    private String id(int position) throws IOException {
        String id = "";
        for (boolean metadata = object(position, "metadata"); metadata && next(); ) {
            if (json.currentName().equals("nbgrader")) {
                json.nextToken();
                id = nbgraderId(position);
            } else {
                json.nextToken();
                json.skipChildren();
            }
        }
        return id;
    }

    private String nbgraderId(int position) throws IOException {
        String id = "";
        for (boolean nbgrader = object(position, "nbgrader's metadata"); nbgrader && next(); ) {
            boolean named = json.currentName().equals("grade_id");
            json.nextToken();
            if (named && json.currentToken() != JsonToken.VALUE_NULL) {
                id = text("cell " + position + ": grade_id");
            }
            json.skipChildren();
        }
        return id;
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
