package backprop.exercise;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
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
  private static final int ALL_DIGITS = 12;
  private static final double TOLERANCE = 1e-9;

  @Test
  @Order(1)
  @DisplayName("σ(0) = ½") void atZero(SigmoidFunction sigmoid) { require(sigmoid, 0); }

  @Test
  @Order(2)
  @Points(2)
  @DisplayName("σ(z) for z between −5 and 5") void ordinaryValues(SigmoidFunction sigmoid) {
    Random random = new Random(SEED);
    for (int k = 0; k < 50; k++) { require(sigmoid, -5 + 10 * random.nextDouble()); }
  }

  @Test
  @Order(3)
  @DisplayName("σ(z) stays finite for large |z|") void extremes(SigmoidFunction sigmoid) {
    for (double z : new double[] {800, -800, 40, -40}) { require(sigmoid, z); }
  }

  private static double truth(double z) { return (1 + Math.tanh(z / 2)) / 2; }

  private static void require(SigmoidFunction sigmoid, double z) {
    double got = sigmoid.of(z);
    double wanted = truth(z);
    if (!(Math.abs(got - wanted) <= TOLERANCE)) {
      int digits = n(got, DIGITS).equals(n(wanted, DIGITS)) ? ALL_DIGITS : DIGITS;
      Assertions.fail("σ(%s) must be %s, your function gave %s. %s".formatted(n(z, digits), n(wanted, digits),
          n(got, digits), slip(sigmoid, got)));
    }
  }

  /** Recognizes what is usually written instead, by its values where nothing overflows. */
  private static String slip(SigmoidFunction sigmoid, double got) {
    if (gives(sigmoid, z -> sigmoid.of(1.3))) { return "It gives the same for every z: does it use z?"; }
    if (gives(sigmoid, z -> truth(-z))) { return "That is σ(−z): is the minus missing in e^(−z)?"; }
    if (gives(sigmoid, z -> 1 / (1 - Math.exp(-z)))) { return "That is 1 / (1 − e^(−z)): a plus became a minus."; }
    if (gives(sigmoid, z -> 1 + Math.exp(-z))) {
      return "That is 1 + e^(−z): is the 1 / missing, or the parentheses after it?";
    }
    if (gives(sigmoid, z -> Math.rint(sigmoid.of(z)))) {
      return "It gives whole numbers: is there an integer division?";
    }
    if (!gives(sigmoid, SigmoidChecks::truth)) { return ""; }
    return Double.isFinite(got) ? "That is close, but not exact: Math.exp and double have all the digits."
        : "∞ / ∞ is NaN: which exponential overflows?";
  }

  /** Whether two functions have the same values at ordinary z, to three digits. */
  private static boolean gives(SigmoidFunction sigmoid, SigmoidFunction other) {
    return DoubleStream.of(1.3, -0.7, 2.1, -1.9)
        .allMatch(z -> Math.abs(sigmoid.of(z) - other.of(z)) <= 1e-3 * Math.abs(other.of(z)));
  }

  private static String n(double x, int digits) { return Rounded.text(x, digits); }
}
