package backprop.exercise.logistic;

import backprop.exercise.ExerciseTests;
import backprop.exercise.Inputs;
import backprop.exercise.Trials;
import backprop.matrix.Matrix;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The truth is tanh, central differences of loss and cost, and numbers found by hand. */
@ExerciseTests
final class GradientVectorizedTests {
  private static final double BOUND = 1e-8;

  @Test
  @Order(1) void shapes(GradientVectorized f, Trials trials) { trials.each(in -> requireShapes(f, drawn(in))); }

  @Test
  @Order(2) void oneExample(GradientVectorized f, Trials trials) {
    trials.each(in -> require(f, LogisticCase.drawn(in, in.between(3, 5), 1)));
  }

  @Test
  @Order(3) void batch(GradientVectorized f, Trials trials) { trials.each(in -> require(f, drawn(in))); }

  @Test
  @Order(4) void extremes(GradientVectorized f, Trials trials) {
    trials.once(in -> {
      LogisticCase given = LogisticCase.extreme(in);
      LogisticPass got = of(f, given);
      in.expect("A", Matrix.row(1, 0, 1, 0, 1)).is(got.A());
      in.expect("dZ", Matrix.row(0, 0, 1, -1, 1)).slip("notCancelled", () -> got.dZ().isFinite() ? null : got.dZ())
          .is(got.dZ());
      in.expect("dw", Matrix.column(0.6, 1.6)).meanOver(given.m()).is(got.dw());
      in.expect("db", 0.2).meanOver(given.m()).is(got.db());
    });
  }

  @Test
  @Order(5) void argumentsStay(GradientVectorized f, Trials trials) {
    trials.each(in -> requireShapes(f, drawn(in)));
    trials.requireUntouched();
  }

  private static LogisticCase drawn(Inputs in) { return LogisticCase.drawn(in, in.between(2, 3), in.between(5, 7)); }

  private static LogisticPass of(GradientVectorized f, LogisticCase given) {
    return f.of(given.w(), given.b(), given.X(), given.Y());
  }

  private static void requireShapes(GradientVectorized f, LogisticCase given) {
    LogisticPass got = of(f, given);
    in(given, "A", 1, given.m(), got.A());
    in(given, "dZ", 1, given.m(), got.dZ());
    in(given, "dw", given.n(), 1, got.dw());
  }

  private static void in(LogisticCase given, String what, int rows, int cols, Matrix got) {
    given.in().expectShape(what, rows, cols).is(got);
  }

  static void require(GradientVectorized f, LogisticCase given) {
    LogisticPass got = of(f, given);
    int m = given.m();
    int n = given.n();
    Inputs in = given.in();
    in.expect("A", given.A()).slip("noBias", () -> given.at(given.w(), 0).A())
        .slip("noSigmoid", () -> Matrix.generate(1, m, (j, i) -> given.z(i)))
        .slip("minus", () -> given.A().map(a -> 1 - a)).is(got.A());
    in.expect("dZ", given.dZ()).within(BOUND).slip("flipped", () -> given.Y().minus(given.A()))
        .slip("divided", () -> given.dZ().divide(m))
        .slip("slopeKept", () -> given.dZ().map(given.A(), (dz, a) -> dz * a * (1 - a)))
        .slip("slopeAlone", () -> given.A().map(a -> a * (1 - a))).is(got.dZ());
    in.expect("dw", given.dw()).within(BOUND).meanOver(m)
        .slip("overN", () -> given.weighted(given::error).times(m).divide(n))
        .slip("labels", () -> given.weighted(given::y)).slip("activations", () -> given.weighted(given::a))
        .slip("noX", () -> Matrix.ones(n, 1).times(given.mean(given::error))).is(got.dw());
    double db = given.mean(given::error);
    in.expect("db", given.db()).within(BOUND).meanOver(m).slip("overN", () -> db * m / n)
        .slip("firstOnly", () -> given.error(0)).slip("firstOverM", () -> given.error(0) / m).is(got.db());
  }
}
