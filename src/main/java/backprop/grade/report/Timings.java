package backprop.grade.report;

import backprop.grade.result.WholeFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** How long each submission took, in {@code DIR/timings.json}: the only file that a run which is repeated changes. */
public final class Timings {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final double MILLIS = 1000;

  private Timings() {}

  /** The seconds of earlier runs.
   * @param dir the grader's output folder
   * @return by student; empty where there is no such file or it is damaged */
  public static Map<String, Double> read(Path dir) {
    try {
      Map<String, Double> read =
          MAPPER.readValue(Files.readString(file(dir)), new TypeReference<Map<String, Double>>() {
          });
      return read == null || read.containsValue(null) ? Map.of() : read;
    } catch (IOException none) {
      return Map.of();
    }
  }

  /** Writes the seconds, the slowest first.
   * @param dir the grader's output folder
   * @param seconds by student
   * @throws backprop.grade.result.ResultsException if it cannot be written */
  public static void write(Path dir, Map<String, Double> seconds) {
    Map<String, Double> slowest = new LinkedHashMap<>();
    new TreeMap<>(seconds).entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(each -> slowest.put(each.getKey(), Math.round(each.getValue() * MILLIS) / MILLIS));
    try {
      WholeFile.write(file(dir),
          MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(slowest).replace("\r", "") + "\n");
    } catch (JsonProcessingException never) {
      throw new IllegalStateException("seconds by student can be written as JSON", never);
    }
  }

  private static Path file(Path dir) { return dir.resolve("timings.json"); }
}
