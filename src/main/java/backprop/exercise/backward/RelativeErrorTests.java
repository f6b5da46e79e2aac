package backprop.exercise.backward;

import backprop.exercise.ExerciseTests;
import backprop.exercise.Expectation;
import backprop.exercise.Inputs;
import backprop.exercise.Trials;
import backprop.matrix.Matrix;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** One pair after the other parts the mistakes: the first that a mistake fails on has no other mistake with its value.
 * The truth are right triangles, whose sides are whole numbers: of 3, 4 and 5, of 5, 12 and 13. */
@ExerciseTests
final class RelativeErrorTests {
  private static final String WHAT = "The relative error";
  private static final double TINY = 1e-12;
  private static final double NEAR = 1e-6;

  @Test
  @Order(1) void triangles(RelativeError f, Trials trials) {
    trials.once(in -> {
      require(in, f, Matrix.row(3, 4), Matrix.row(0, 0), 1);
      require(in, f, Matrix.row(3, 4), Matrix.row(6, 8), 1.0 / 3);
      require(in, f, Matrix.column(3, -4), Matrix.column(-3, 4), 1);
      require(in, f, Matrix.of(new double[][] {{5, 0}, {0, 0}}), Matrix.of(new double[][] {{0, 0}, {12, 0}}),
          13.0 / 17);
    });
  }

  @Test
  @Order(2) void zeros(RelativeError f, Trials trials) {
    trials.once(in -> in.expect(WHAT, 0).slip("zeroByZero", () -> Double.NaN).slip("noneForTwoZeros", () -> 1)
        .is(f.of(Matrix.zeros(2, 3), Matrix.zeros(2, 3))));
  }

  @Test
  @Order(3) void tiny(RelativeError f, Trials trials) {
    trials.once(in -> {
      Matrix G = Matrix.row(6, 8);
      Matrix N = Matrix.row(3, 4);
      double got = f.of(G.times(TINY), N.times(TINY));
      Expectation wanted =
          in.expect(WHAT, 1.0 / 3).slip("epsilon", () -> Math.abs(f.of(G, N) - 1.0 / 3) < NEAR ? got : null);
      slips(wanted, G.times(TINY), N.times(TINY)).is(got);
    });
  }

  private static void require(Inputs in, RelativeError f, Matrix G, Matrix N, double truth) {
    slips(in.expect(WHAT, truth), G, N).is(f.of(G, N));
  }

  private static Expectation slips(Expectation wanted, Matrix G, Matrix N) {
    Matrix D = G.minus(N);
    return wanted.slip("absolute", () -> absolute(D) / (absolute(G) + absolute(N))).slip("distance", () -> D.norm())
        .slip("squares", () -> square(D) / (square(G) + square(N))).slip("onlyG", () -> D.norm() / G.norm())
        .slip("larger", () -> D.norm() / Math.max(G.norm(), N.norm())).slip("onlyN", () -> D.norm() / N.norm())
        .slip("largest", () -> D.maxAbs() / (G.maxAbs() + N.maxAbs()))
        .slip("largestAbove", () -> D.maxAbs() / (G.norm() + N.norm()))
        .slip("difference", () -> Math.abs(G.norm() - N.norm()) / (G.norm() + N.norm()))
        .slip("normOfSum", () -> D.norm() / G.plus(N).norm()).slip("precedence", () -> D.norm() / G.norm() + N.norm());
  }

  private static double square(Matrix M) { return M.norm() * M.norm(); }

  private static double absolute(Matrix M) { return M.map(Math::abs).sum(); }
}
