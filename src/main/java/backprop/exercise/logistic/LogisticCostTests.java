package backprop.exercise.logistic;

import backprop.exercise.ExerciseTests;
import backprop.exercise.Expectation;
import backprop.exercise.Trials;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The truth is −(1/m) ln of the likelihood, and a number found by hand. */
@ExerciseTests
final class LogisticCostTests {
  private static final double EXTREME_COST = 480;
  private static final double CLIPPED_COST = 100;

  @Test
  @Order(1) void oneExample(LogisticCost f, Trials trials) {
    trials.each(in -> require(f, LogisticCase.drawn(in, in.between(3, 5), 1)));
  }

  @Test
  @Order(2) void batch(LogisticCost f, Trials trials) {
    trials.each(in -> require(f, LogisticCase.drawn(in, in.between(2, 3), in.between(5, 8))));
  }

  @Test
  @Order(3) void extremes(LogisticCost f, Trials trials) {
    trials.once(in -> {
      double got = of(f, LogisticCase.extreme(in));
      in.expect("J", EXTREME_COST).meanOver(LogisticCase.extreme(in).m())
          .slip("logOfZero", () -> Double.isFinite(got) ? null : got)
          .slip("clipped", () -> got > 1 && got < CLIPPED_COST ? got : null).is(got);
    });
  }

  private static double of(LogisticCost f, LogisticCase given) {
    return f.of(given.w(), given.b(), given.X(), given.Y());
  }

  private static void require(LogisticCost f, LogisticCase given) {
    int m = given.m();
    double J = given.J();
    Expectation wanted = given.in().expect("J", J).meanOver(m).slip("overN", () -> J * m / given.n());
    if (m > 1) {
      LogisticCase last = given.only(m - 1);
      LogisticCase butFirst = given.only(IntStream.range(1, m).toArray());
      LogisticCase butLast = given.only(IntStream.range(0, m - 1).toArray());
      wanted.slip("lastOnly", last::J).slip("lastOverM", () -> last.J() / m)
          .slip("skipsFirst", () -> butFirst.J() * (m - 1) / m).slip("skipsLast", () -> butLast.J() * (m - 1) / m)
          .slip("dividedEachTime", () -> {
            double sum = 0;
            for (int i = 0; i < m; i++) { sum = (sum + given.only(i).J()) / m; }
            return sum;
          });
    }
    wanted.slip("noBias", () -> given.at(given.w(), 0).J()).slip("carried", given::carried)
        .slip("sigmoidTwice", given::sigmoidTwice).slip("overNM", () -> J / given.n())
        .slip("yesOnly", () -> given.mean(i -> -given.y(i) * Math.log(given.a(i))))
        .slip("squared", () -> given.mean(i -> Math.pow(given.error(i), 2))).is(of(f, given));
  }
}
