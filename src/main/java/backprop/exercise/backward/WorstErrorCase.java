package backprop.exercise.backward;

import backprop.exercise.Inputs;
import backprop.matrix.Matrix;
import java.util.stream.Stream;

/** Parameters with the cost J = Σ w² / 2 + Σ e^b, whose gradients are W and e^b. One that is c times too large has the
 * relative error (c − 1) / (c + 1).
 * @param in where it comes from
 * @param W weights, W[0] null
 * @param b biases, b[0] null */
@SuppressWarnings("ArrayRecordComponent") // not compared
record WorstErrorCase(Inputs in, Matrix[] W, Matrix[] b) {
  private static final double NEAR = 1e-6;
  private static final double VAGUE = 1e-2;
  private static final double FACTOR = 3;
  private static final double SLIGHT = 1.5;

  static WorstErrorCase drawn(Inputs in, int... n) {
    Matrix[] W = new Matrix[n.length];
    Matrix[] b = new Matrix[n.length];
    for (int l = 1; l < n.length; l++) {
      W[l] = in.matrix(n[l], n[l - 1]).map(w -> w + Math.signum(w)); // none so small that rounding rules
      b[l] = in.matrix(n[l], 1).map(Math::tanh);
    }
    return new WorstErrorCase(in, W, b);
  }

  int L() { return W.length - 1; }

  private static double cost(Matrix[] W, Matrix[] b) {
    double sum = 0;
    for (int l = 1; l < W.length; l++) { sum += W[l].map(w -> w * w / 2).sum() + b[l].map(Math::exp).sum(); }
    return sum;
  }

  private static Matrix[] copies(Matrix[] all) {
    return Stream.of(all).map(M -> M == null ? null : M.copy()).toArray(Matrix[]::new);
  }

  Gradients right() {
    return new Gradients(copies(W), Stream.of(b).map(M -> M == null ? null : M.map(Math::exp)).toArray(Matrix[]::new));
  }

  void requireNone(WorstError f) {
    double got = got(f, right());
    in.expect("The error of right gradients", 0).within(NEAR).slip("imprecise", () -> vague(0, got))
        .slip("unmoved", () -> 1).is(got);
  }

  /** Each dW[l] and db[l] in its turn is three times too large. */
  void requireFound(WorstError f) {
    for (int l = 1; l <= L(); l++) {
      Gradients weights = right();
      weights.dW()[l] = weights.dW()[l].times(FACTOR);
      requireFound(f, weights, "dW[" + l + "]", "layerNotFound", 0);
      Gradients biases = right();
      biases.db()[l] = biases.db()[l].times(FACTOR);
      requireFound(f, biases, "db[" + l + "]", "biasNotFound", l == L() ? error(FACTOR) : 0);
    }
  }

  private void requireFound(WorstError f, Gradients d, String hit, String notFound, double last) {
    double error = error(FACTOR);
    double got = got(f, d);
    in.expect("The worst error, with " + hit + " three times too large,", error).within(NEAR)
        .slip(notFound, () -> got < NEAR ? got : null).slip("last", () -> last).slip("unmoved", () -> 1)
        .slip("mean", () -> error / L()).slip("imprecise", () -> vague(error, got))
        .slip("meanOfAll", () -> error / (2 * L())).slip("together", () -> together(d)).is(got);
  }

  /** All are wrong, dW[1] the most. */
  void requireWorst(WorstError f) {
    Gradients d = right();
    double sum = 0;
    for (int l = 1; l <= L(); l++) {
      double c = 2 + L() - l;
      d.dW()[l] = d.dW()[l].times(c);
      d.db()[l] = d.db()[l].times(SLIGHT);
      sum += error(c) + error(SLIGHT);
    }
    double all = sum;
    double got = got(f, d);
    double worst = error(1 + L());
    in.expect("The worst error, with all gradients wrong,", worst).within(NEAR)
        .slip("imprecise", () -> vague(worst, got)).slip("unmoved", () -> 1).slip("last", () -> error(SLIGHT))
        .slip("sum", () -> all).slip("meanOfAll", () -> all / (2 * L())).slip("together", () -> together(d)).is(got);
  }

  /** Nearly right, as with a step that is too large or too small. */
  private static Double vague(double truth, double got) {
    return Math.abs(got - truth) < VAGUE ? got : null;
  }

  double got(WorstError f, Gradients d) { return f.of(W, b, d, WorstErrorCase::cost); }

  private static double error(double c) { return (c - 1) / (c + 1); }

  /** The error of all numbers in one long column. */
  private double together(Gradients d) {
    Gradients right = right();
    double distance = 0;
    double given = 0;
    double wanted = 0;
    for (int l = 1; l <= L(); l++) {
      distance += square(d.dW()[l].minus(right.dW()[l])) + square(d.db()[l].minus(right.db()[l]));
      given += square(d.dW()[l]) + square(d.db()[l]);
      wanted += square(right.dW()[l]) + square(right.db()[l]);
    }
    return Math.sqrt(distance) / (Math.sqrt(given) + Math.sqrt(wanted));
  }

  private static double square(Matrix M) { return M.hadamard(M).sum(); }
}
