package backprop.network;

import backprop.layer.Parameter;
import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;

/** Backpropagation against central differences: ‖dW − dW̃‖ / (‖dW‖ + ‖dW̃‖) for every parameter, with dW̃ = (J(W + h) −
 * J(W − h)) / 2h entry by entry. Compare Press et al., Numerical Recipes, 5.7.
 * @param errors the relative error of each parameter, in the network's order */
public record GradientCheck(List<ParameterError> errors) {
  /** h = 10⁻⁵: near the cube root of the rounding error, where truncation and rounding balance. */
  public static final double STEP = 1e-5;
  /** ‖dW‖ + ‖dW̃‖ counts as 10⁻³ at least: dW̃ has a rounding error, of some 10⁻¹⁶ J / h. */
  public static final double SMALLEST = 1e-3;

  /** The relative error of one parameter's gradient.
   * @param parameter its name, such as W[1]
   * @param relative ‖dW − dW̃‖ / (‖dW‖ + ‖dW̃‖), whose divisor is at least 10⁻³ */
  public record ParameterError(String parameter, double relative) {}

  /** {@return the errors of a network's gradients on one batch, by parameter; the network ends as it began} The cost is
   * that of a training's forward pass, so that layers which behave otherwise then are checked too.
   * @param net the network
   * @param X inputs (n[0], m)
   * @param Y labels (n[L], m)
   * @throws backprop.matrix.ShapeException if X or Y does not fit the network */
  public static GradientCheck of(Network net, Matrix X, Matrix Y) {
    DoubleSupplier J = () -> net.loss().cost(net.forward(X), Y);
    Runnable asItBegan = net.checkpoint();
    try {
      List<Matrix> slopes = net.parameters().stream().map(p -> numerical(p.value(), J)).toList();
      net.forward(X);
      net.backward(Y);
      Iterator<Matrix> slope = slopes.iterator();
      return new GradientCheck(net.parameters().stream().map(p -> error(p, slope.next())).toList());
    } finally {
      asItBegan.run();
    }
  }

  /** {@return ∂J/∂W of any cost, of W's shape: (J(w + h) − J(w − h)) / 2h for each entry w}
   * @param W the parameter; its entries are moved and put back
   * @param J the cost, computed with W as it stands */
  public static Matrix numerical(Matrix W, DoubleSupplier J) {
    Shape.require("GradientCheck", "W", W, Shape.ANY, Shape.ANY);
    return Matrix.generate(W.rows(), W.cols(), (i, j) -> {
      double w = W.get(i, j);
      W.set(i, j, w + STEP);
      double right = J.getAsDouble();
      W.set(i, j, w - STEP);
      double left = J.getAsDouble();
      W.set(i, j, w);
      return (right - left) / (2 * STEP);
    });
  }

  /** {@return the largest relative error; below some 10⁻⁷ the gradients are right} */
  public double worst() {
    return errors.stream().mapToDouble(ParameterError::relative).max().orElse(0);
  }

  /** A line a parameter. */
  @Override public String toString() {
    return errors.stream().map(e -> String.format(Locale.ROOT, "%-6s %.1e", e.parameter(), e.relative()))
        .collect(Collectors.joining("\n"));
  }

  private static ParameterError error(Parameter p, Matrix numerical) {
    double size = Math.max(SMALLEST, p.gradient().norm() + numerical.norm());
    return new ParameterError(p.name(), p.gradient().minus(numerical).norm() / size);
  }
}
