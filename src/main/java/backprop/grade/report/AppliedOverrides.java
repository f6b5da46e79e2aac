package backprop.grade.report;

import backprop.grade.result.AtomicFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The overrides in force as data, {@code DIR/overrides.json}: student → exercise → points and reason. nbgrader's
 * gradebook is filled from it, so that a row counts for both or for neither.
 */
final class AppliedOverrides {
    private static final String FILE = "overrides.json";

    private AppliedOverrides() {}

    static void write(Path dir, Overrides overrides) {
        Map<String, Map<String, Object>> students = new LinkedHashMap<>();
        for (Overrides.Row row : overrides.all()) {
            Map<String, Object> override = new LinkedHashMap<>();
            override.put("points", row.points());
            override.put("reason", row.reason());
            students.computeIfAbsent(row.student(), none -> new LinkedHashMap<>())
                    .put(row.exercise(), override);
        }
        try {
            String text = new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(students);
            AtomicFile.write(dir.resolve(FILE), text.replace("\r\n", "\n") + "\n");
        } catch (JsonProcessingException never) {
            throw new IllegalStateException("texts and numbers can be written as JSON", never);
        }
    }
}
