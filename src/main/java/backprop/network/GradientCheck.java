package backprop.network;

import backprop.layer.Parameter;
import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;

/**
 * Backpropagation against central differences: ‖dW − dW̃‖ / (‖dW‖ + ‖dW̃‖) for every parameter, with dW̃ = (J(W + h) −
 * J(W − h)) / 2h entry by entry. Compare Press et al., Numerical Recipes, 5.7.
 *
 * <p>Two gradients that are both 0 agree whatever the code does, for example those of a layer behind units of ReLU that
 * are all closed: such a comparison shows nothing, and is no success.
 *
 * @param errors the relative error of each parameter, in the network's order
 */
public record GradientCheck(List<ParameterError> errors) {
    /** h = 10⁻⁵: near the cube root of the rounding error, where truncation and rounding balance. */
    public static final double STEP = 1e-5;
    /** ‖dW‖ + ‖dW̃‖ counts as 10⁻³ at least: dW̃ has a rounding error, of some 10⁻¹⁶ J / h. */
    public static final double SMALLEST = 1e-3;
    /** Below a relative error of 10⁻⁷ gradients agree: rounding leaves that much of central differences. */
    public static final double AGREES = 1e-7;
    /**
     * Below a relative error of 10⁻⁴ a kink in the cost, such as ReLU's, may be the reason; above it the derivation is
     * wrong, unless an entry of Z lies on the kink itself.
     */
    public static final double SUSPECT = 1e-4;
    /**
     * Where ‖dW‖ + ‖dW̃‖ is below 10⁻⁹ there is nothing but rounding to compare: any two such gradients would agree,
     * even of opposite signs, since {@link #AGREES} · {@link #SMALLEST} is 10⁻¹⁰.
     */
    public static final double NOTHING = 1e-9;

    /** The result of a comparison. */
    public enum Verdict {
        /** The two gradients are the same but for rounding. */
        AGREES("✓ agrees"),
        /** They differ a little: perhaps a kink in the cost. */
        LOOK_CLOSER("? look closer"),
        /** They differ, or one is NaN. */
        DISAGREES("✗ disagrees"),
        /**
         * Both are 0, but for rounding: nothing depends on the parameter here, and a wrong derivative would not show.
         */
        SHOWS_NOTHING("○ shows nothing: both gradients are 0");

        private final String text;

        Verdict(String text) {
            this.text = text;
        }

        /** {@return the verdict in words, after a mark} */
        public String text() {
            return text;
        }
    }

    /**
     * The relative error of one parameter's gradient.
     *
     * @param parameter its name, such as W[1]
     * @param relative ‖dW − dW̃‖ / (‖dW‖ + ‖dW̃‖), whose divisor is at least 10⁻³
     * @param size ‖dW‖ + ‖dW̃‖
     */
    public record ParameterError(String parameter, double relative, double size) {
        static ParameterError of(String parameter, Matrix gradient, Matrix numerical) {
            double size = gradient.norm() + numerical.norm();
            double relative = gradient.minus(numerical).norm() / Math.max(SMALLEST, size);
            return new ParameterError(parameter, relative, size);
        }

        /** {@return what the comparison says; NaN never agrees} */
        public Verdict verdict() {
            if (size < NOTHING) {
                return Verdict.SHOWS_NOTHING;
            }
            if (relative < GradientCheck.AGREES) {
                return Verdict.AGREES;
            }
            return relative < SUSPECT ? Verdict.LOOK_CLOSER : Verdict.DISAGREES;
        }
    }

    /**
     * Keeps a copy of the list.
     *
     * @param errors the relative error of each parameter, in the network's order
     */
    public GradientCheck {
        errors = List.copyOf(errors);
    }

    /**
     * {@return the errors of a network's gradients on one batch, by parameter; the network ends as it began, its
     * gradients, what its last passes left and dropout's random numbers included} The cost is that of a training's
     * forward pass, so that layers which behave otherwise then are checked too. A layer of one's own is put back as far
     * as its {@link backprop.layer.Layer#snapshot} goes.
     *
     * @param net the network
     * @param X inputs (n[0], m)
     * @param Y labels (n[L], m)
     * @throws backprop.matrix.ShapeException if X or Y does not fit the network
     */
    public static GradientCheck of(Network net, Matrix X, Matrix Y) {
        DoubleSupplier J = () -> net.loss().cost(net.forward(X), Y);
        Runnable asItBegan = net.snapshot();
        try {
            List<Matrix> slopes = new ArrayList<>();
            for (Parameter p : net.parameters()) {
                slopes.add(numerical(p.value(), J));
            }
            net.forward(X);
            net.backward(Y);
            List<Parameter> parameters = net.parameters();
            List<ParameterError> errors = new ArrayList<>();
            for (int k = 0; k < slopes.size(); k++) {
                Parameter p = parameters.get(k);
                errors.add(ParameterError.of(p.name(), p.gradient(), slopes.get(k)));
            }
            return new GradientCheck(errors);
        } finally {
            asItBegan.run();
        }
    }

    /**
     * {@return ∂J/∂W of any cost, of W's shape: (J(w + h) − J(w − h)) / 2h for each entry w}
     *
     * @param W the parameter; its entries are moved and put back, also where the cost throws
     * @param J the cost, computed with W as it stands
     */
    public static Matrix numerical(Matrix W, DoubleSupplier J) {
        Shape.require("GradientCheck", "W", W, Shape.ANY, Shape.ANY);
        return Matrix.generate(W.rows(), W.cols(), (i, j) -> slope(W, i, j, J));
    }

    private static double slope(Matrix W, int i, int j, DoubleSupplier J) {
        double w = W.get(i, j);
        try {
            W.set(i, j, w + STEP);
            double right = J.getAsDouble();
            W.set(i, j, w - STEP);
            double left = J.getAsDouble();
            return (right - left) / (2 * STEP);
        } finally {
            W.set(i, j, w);
        }
    }

    /**
     * {@return whether there are parameters, and the gradients of all of them agree; one whose comparison shows nothing
     * does not}
     */
    public boolean passed() {
        return !errors.isEmpty() && errors.stream().allMatch(e -> e.verdict() == Verdict.AGREES);
    }

    /**
     * {@return the same check without some parameters, such as a b whose gradient is 0 because batch normalization
     * follows it}
     *
     * @param parameters their names, such as b[1]
     * @throws IllegalArgumentException if there is no parameter of such a name
     */
    public GradientCheck without(String... parameters) {
        Set<String> names = errors.stream().map(ParameterError::parameter).collect(Collectors.toSet());
        for (String name : parameters) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("GradientCheck: the parameter must be one of %s, got %s"
                        .formatted(
                                errors.stream().map(ParameterError::parameter).toList(), name));
            }
        }
        List<String> out = List.of(parameters);
        return new GradientCheck(
                errors.stream().filter(e -> !out.contains(e.parameter())).toList());
    }

    /**
     * {@return the largest relative error, below some 10⁻⁷ where the gradients are right; NaN if there is no parameter,
     * or one whose comparison shows nothing}
     */
    public double worst() {
        boolean shows = errors.stream().noneMatch(e -> e.verdict() == Verdict.SHOWS_NOTHING);
        return shows
                ? errors.stream().mapToDouble(ParameterError::relative).max().orElse(Double.NaN)
                : Double.NaN;
    }

    /** Returns a line for each parameter, with a remark where the comparison shows nothing. */
    @Override
    public String toString() {
        if (errors.isEmpty()) {
            return "no parameters: this shows nothing";
        }
        return errors.stream().map(GradientCheck::line).collect(Collectors.joining("\n"));
    }

    private static String line(ParameterError e) {
        String line = String.format(Locale.ROOT, "%-6s %.1e", e.parameter(), e.relative());
        return e.verdict() == Verdict.SHOWS_NOTHING ? line + "  " + Verdict.SHOWS_NOTHING.text() : line;
    }
}
