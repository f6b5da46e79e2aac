package backprop;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.matrix.Matrix;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The values that PyTorch computed in float64, in src/test/resources/golden. */
public final class Golden {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Golden() {}

  /** A file of golden values. */
  public static JsonNode read(String file) {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + file)) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cases of a file, in order. */
  public static Stream<JsonNode> cases(String file) {
    return StreamSupport.stream(read(file).get("cases").spliterator(), false);
  }

  /** A matrix from {rows, cols, data}. */
  public static Matrix matrix(JsonNode node) {
    int cols = node.get("cols").asInt();
    JsonNode data = node.get("data");
    return Matrix.generate(
        node.get("rows").asInt(), cols, (i, j) -> data.get(i * cols + j).asDouble());
  }

  /** A list of numbers. */
  public static double[] numbers(JsonNode node) {
    return IntStream.range(0, node.size()).mapToDouble(i -> node.get(i).asDouble()).toArray();
  }

  /** |kit − golden| ≤ 1e-10 |golden| + 1e-15. */
  public static void requireEqual(String what, double kit, double golden) {
    assertThat(Math.abs(kit - golden))
        .as("%s: kit %s, golden %s", what, kit, golden)
        .isLessThanOrEqualTo(1e-10 * Math.abs(golden) + 1e-15);
  }

  /** The same for each entry, and the same shape. */
  public static void requireEqual(String what, Matrix kit, Matrix golden) {
    assertThat(kit.shape()).as(what).isEqualTo(golden.shape());
    for (int i = 0; i < kit.rows(); i++) {
      for (int j = 0; j < kit.cols(); j++) {
        requireEqual(what + " (" + i + ", " + j + ")", kit.get(i, j), golden.get(i, j));
      }
    }
  }
}
