package backprop;

import backprop.matrix.Matrix;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A part of a golden file, which knows where it stands and refuses what it is not. */
final class GoldenNode {
    /** Python's json writes NaN and Infinity as such. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final int SHOWN = 40;

    private final String where;
    private final JsonNode json;

    private GoldenNode(String where, JsonNode json) {
        this.where = where;
        this.json = json;
    }

    /** The content of a file. */
    static GoldenNode read(Path file) {
        try {
            String name = file.getFileName().toString();
            return new GoldenNode(name + ": ", JSON.readTree(Files.readAllBytes(file))).object();
        } catch (JsonProcessingException damaged) {
            throw new GoldenException("%s must be JSON, but it is not from line %s on."
                    .formatted(file, damaged.getLocation().getLineNr()));
        } catch (IOException unreadable) {
            throw new GoldenException("%s must be a file that can be read, got %s."
                    .formatted(file, unreadable.getClass().getSimpleName()));
        }
    }

    /** The part under a key. */
    GoldenNode get(String key) {
        object();
        if (!json.has(key)) {
            throw new GoldenException("%s must hold %s, but it does not.".formatted(place(), key));
        }
        return child(where.endsWith(": ") ? key : "." + key, json.get(key));
    }

    boolean has(String key) {
        return json.has(key);
    }

    /** The parts of an object, in the file's order; at least one. */
    Map<String, GoldenNode> entries() {
        object();
        Map<String, GoldenNode> parts = new LinkedHashMap<>();
        json.fieldNames().forEachRemaining(key -> parts.put(key, get(key)));
        return requireSome(parts, parts.size());
    }

    /** The parts of a list; at least one. */
    List<GoldenNode> list() {
        require(json.isArray(), "a list");
        List<GoldenNode> parts = new ArrayList<>();
        json.forEach(part -> parts.add(child("[" + parts.size() + "]", part)));
        return requireSome(parts, parts.size());
    }

    /** The parts of a list of a known length. */
    List<GoldenNode> list(int size) {
        List<GoldenNode> parts = list();
        require(parts.size() == size, "a list of " + size);
        return parts;
    }

    String text() {
        require(json.isTextual(), "text");
        return json.asText();
    }

    double number() {
        require(json.isNumber(), "a number");
        return json.asDouble();
    }

    /** A whole number that is not below another. */
    int count(int least) {
        require(
                json.canConvertToInt() && json.isIntegralNumber() && json.asInt() >= least,
                "a whole number from " + least);
        return json.asInt();
    }

    /** Numbers, as many as told. */
    double[] numbers(int size) {
        return list(size).stream().mapToDouble(GoldenNode::number).toArray();
    }

    /** All numbers of a list. */
    double[] numbers() {
        return numbers(list().size());
    }

    /** A matrix from {rows, cols, data}, row by row. */
    Matrix matrix() {
        int rows = get("rows").count(1);
        int cols = get("cols").count(1);
        return matrix(rows, cols);
    }

    /** A tensor's sizes from {shape, data}. */
    int[] shape(int dimensions) {
        return get("shape").list(dimensions).stream()
                .mapToInt(size -> size.count(1))
                .toArray();
    }

    /** A tensor's numbers, in their order, as a matrix. */
    Matrix matrix(int rows, int cols) {
        double[] data = get("data").numbers(Math.multiplyExact(rows, cols));
        return Matrix.generate(rows, cols, (i, j) -> data[i * cols + j]);
    }

    /** A tensor (examples, channels, height, width) as a matrix whose columns are examples. */
    Matrix images() {
        int[] shape = shape(4);
        int pixels = IntStream.of(shape).skip(1).reduce(1, Math::multiplyExact);
        return matrix(shape[0], pixels).transpose();
    }

    /** Refuses this part, saying what it must be. */
    void require(boolean fits, String must) {
        if (!fits) {
            String got = json.isArray() ? "a list of " + json.size() : json.toString();
            throw new GoldenException("%s must be %s, got %s."
                    .formatted(place(), must, got.length() > SHOWN ? got.substring(0, SHOWN) + " …" : got));
        }
    }

    private GoldenNode object() {
        require(json.isObject(), "an object");
        return this;
    }

    private <T> T requireSome(T parts, int size) {
        if (size == 0) {
            throw new GoldenException(place() + " must not be empty, but it is.");
        }
        return parts;
    }

    private GoldenNode child(String step, JsonNode part) {
        return new GoldenNode(where + step, part);
    }

    /** For example {@code networks.json: cases[3].W[0]}, or {@code networks.json} alone. */
    private String place() {
        return where.endsWith(": ") ? where.substring(0, where.length() - 2) : where;
    }
}
