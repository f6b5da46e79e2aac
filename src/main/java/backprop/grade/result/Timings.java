package backprop.grade.result;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How long each submission took, the slowest first: {@code DIR/timings.json}, the only file that holds times. */
public final class Timings {
    private static final String FILE = "timings.json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double DIGITS = 1e4;

    private final Map<String, Row> rows = new ConcurrentHashMap<>();

    /** One submission. */
    record Row(String student, double seconds, Map<String, Double> parts) {}

    private Timings() {}

    /**
     * Those of earlier runs.
     *
     * @param dir the grader's output folder
     * @return as many as can be read
     */
    public static Timings read(Path dir) {
        Timings timings = new Timings();
        Path file = dir.resolve(FILE);
        if (Files.isRegularFile(file)) {
            try {
                JSON.readValue(file.toFile(), new TypeReference<List<Row>>() {})
                        .forEach(row -> timings.rows.put(row.student, row));
            } catch (IOException notOurs) {
                timings.rows.clear();
            }
        }
        return timings;
    }

    /**
     * Adds a submission, or replaces it.
     *
     * @param student who
     * @param seconds all of it
     * @param parts of that, by the parts of the work
     */
    public void add(String student, double seconds, Map<String, Double> parts) {
        TreeMap<String, Double> rounded = new TreeMap<>();
        parts.forEach((part, spent) -> rounded.put(part, rounded(spent)));
        rows.put(student, new Row(student, rounded(seconds), rounded));
    }

    /**
     * Writes the file.
     *
     * @param dir the grader's output folder
     * @throws ResultsException if it cannot be written
     */
    public void write(Path dir) {
        List<Row> slowest = rows.values().stream()
                .sorted(Comparator.comparingDouble(Row::seconds).reversed().thenComparing(Row::student))
                .toList();
        AtomicFile.write(dir.resolve(FILE), out -> {
            out.write("[\n");
            for (int k = 0; k < slowest.size(); k++) {
                out.write(JSON.writeValueAsString(slowest.get(k)) + (k + 1 < slowest.size() ? ",\n" : "\n"));
            }
            out.write("]\n");
        });
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * DIGITS) / DIGITS;
    }
}
