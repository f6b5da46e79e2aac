package backprop.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.matrix.Matrix;
import backprop.matrix.ShapeException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CheckTest {
  @Test void aCheckThatHoldsPrintsTheBoundAndNotTheValue() {
    assertThat(printed(() -> Check.atLeast(0.96, 0.9722))).isEqualTo("✓ at least 0.96");
    assertThat(printed(() -> Check.atMost(1e-7, 3e-9))).isEqualTo("✓ at most 1e-7");
    assertThat(printed(() -> Check.close(2410, 2410, 0))).isEqualTo("✓ 2410 exactly");
    assertThat(printed(() -> Check.close(0.5, 0.5 + 1e-13, 1e-12))).isEqualTo("✓ 0.5 to within 1e-12");
    assertThat(printed(() -> Check.close(Matrix.ones(2, 3), Matrix.ones(2, 3), 1e-12)))
        .isEqualTo("✓ apart by at most 1e-12");
    assertThat(printed(() -> Check.close(Matrix.ones(2, 3), Matrix.ones(2, 3), 0))).isEqualTo("✓ equal in every entry");
    assertThat(printed(() -> Check.shape(2, 3, Matrix.ones(2, 3)))).isEqualTo("✓ shape (2, 3)");
  }

  @Test void aCheckThatFailsThrowsAndNamesBoth() {
    assertThatThrownBy(() -> Check.atLeast(0.96, 0.93)).isInstanceOf(CheckFailedException.class)
        .hasMessage("must be at least 0.96, got 0.93");
    assertThatThrownBy(() -> Check.atMost(1e-7, 1e-6)).hasMessage("must be at most 1e-7, got 1e-6");
    assertThatThrownBy(() -> Check.close(1, 2, 0.5)).hasMessage("must be 1 to within 0.5, got 2");
    assertThatThrownBy(() -> Check.close(Matrix.row(1, 2), Matrix.row(1, 3), 0.1))
        .hasMessage("must be apart by at most 0.1, got a distance of 1");
  }

  @Test void nanNeverPasses() {
    assertThatThrownBy(() -> Check.atLeast(0, Double.NaN)).hasMessageContaining("got NaN");
    assertThatThrownBy(() -> Check.atMost(0, Double.NaN)).hasMessageContaining("got NaN");
    assertThatThrownBy(() -> Check.close(Double.NaN, Double.NaN, 1)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> Check.close(Matrix.row(1), Matrix.row(Double.NaN), 1))
        .hasMessageContaining("a distance of NaN");
  }

  @Test void aWrongShapeFails() {
    assertThatThrownBy(() -> Check.shape(2, 3, Matrix.ones(3, 2))).isInstanceOf(ShapeException.class)
        .hasMessage("Check.shape: the matrix must be (2, 3), got (3, 2) — transposed?");
  }

  private static String printed(Runnable action) {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      action.run();
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).strip();
  }
}
