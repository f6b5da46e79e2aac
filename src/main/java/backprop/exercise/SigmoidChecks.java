package backprop.exercise;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tests of the exercise: write the sigmoid. The truth is tanh: σ(z) = (1 + tanh(z/2)) / 2. */
@ExtendWith(SubjectResolver.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 2, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
final class SigmoidChecks {
  private static final long SEED = 1;
  private static final int DIGITS = 4;

  @Test
  @Order(1)
  @DisplayName("σ(0) = ½")
  void atZero(SigmoidFunction sigmoid) {
    double got = sigmoid.of(0);
    require(0, got, 0.5, got == 0 ? "What is 1 / (1 + e⁰)?" : slip(sigmoid, 0, got));
  }

  @Test
  @Order(2)
  @Points(2)
  @DisplayName("σ(z) for z between −5 and 5")
  void ordinaryValues(SigmoidFunction sigmoid) {
    Random random = new Random(SEED);
    for (int k = 0; k < 50; k++) {
      double z = -5 + 10 * random.nextDouble();
      double got = sigmoid.of(z);
      require(z, got, truth(z), slip(sigmoid, z, got));
    }
  }

  @Test
  @Order(3)
  @DisplayName("σ(z) stays finite for large |z|")
  void extremes(SigmoidFunction sigmoid) {
    for (double z : new double[] {800, -800, 40, -40}) {
      double got = sigmoid.of(z);
      require(
          z,
          got,
          truth(z),
          Double.isNaN(got) ? "∞ / ∞ is NaN: which exponential overflows?" : slip(sigmoid, z, got));
    }
  }

  private static double truth(double z) {
    return (1 + Math.tanh(z / 2)) / 2;
  }

  private static void require(double z, double got, double wanted, String hint) {
    if (!(Math.abs(got - wanted) <= 1e-9)) {
      Assertions.fail(
          "σ(%s) must be %s, your function gave %s. ".formatted(n(z), n(wanted), n(got)) + hint);
    }
  }

  /** Recognizes what is usually written instead. */
  private static String slip(SigmoidFunction sigmoid, double z, double got) {
    if (got == sigmoid.of(z + 20) && got == sigmoid.of(z - 20)) {
      return "It gives the same for other z too: does it use z?";
    }
    if (close(got, truth(-z)) && z != 0) {
      return "That is σ(−z): is the minus missing in e^(−z)?";
    }
    if (close(got, 1 / (1 - Math.exp(-z)))) {
      return "That is 1 / (1 − e^(−z)): a plus became a minus.";
    }
    if (close(got, 1 + Math.exp(-z))) {
      return "That is 1 + e^(−z): is the 1 / missing, or the parentheses after it?";
    }
    if (got == Math.rint(got)) {
      return "A whole number: is there an integer division?";
    }
    return "";
  }

  private static boolean close(double a, double b) {
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
  }

  private static String n(double x) {
    return Rounded.text(x, DIGITS);
  }
}
