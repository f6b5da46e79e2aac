package backprop.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.Samples;
import backprop.activation.Relu;
import backprop.activation.Tanh;
import backprop.layer.ActivationLayer;
import backprop.layer.BatchNorm;
import backprop.layer.Dense;
import backprop.layer.Dropout;
import backprop.layer.Layer;
import backprop.layer.Parameter;
import backprop.loss.CrossEntropy;
import backprop.loss.SquaredError;
import backprop.matrix.Matrix;
import backprop.matrix.ShapeException;
import backprop.network.GradientCheck.ParameterError;
import backprop.network.GradientCheck.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The check finds what is wrong, says where, and leaves everything as it was. */
class GradientCheckTest {
    private static final Matrix X = Samples.normal(4, 6, 1);
    private static final Matrix Y = Samples.oneHot(3, 6, 2);

    private enum Slip {
        NONE,
        FORGOTTEN_MEAN,
        FORGOTTEN_MEAN_OF_THE_BIAS,
        TRANSPOSED_FACTOR,
        MISSING_DERIVATIVE,
        DERIVATIVE_AT_A
    }

    private static final Map<Slip, List<String>> FOUND = Map.of(
            Slip.NONE,
            List.of(),
            Slip.FORGOTTEN_MEAN,
            List.of("W[2]"),
            Slip.FORGOTTEN_MEAN_OF_THE_BIAS,
            List.of("b[2]"),
            Slip.TRANSPOSED_FACTOR,
            List.of("W[1]", "b[1]"),
            Slip.MISSING_DERIVATIVE,
            List.of("W[1]", "b[1]", "W[2]", "b[2]"),
            Slip.DERIVATIVE_AT_A,
            List.of("W[1]", "b[1]", "W[2]", "b[2]"));

    @TestFactory
    Stream<DynamicTest> aPlantedSlipIsFoundAndNamed() {
        return Stream.of(Slip.values()).map(slip -> DynamicTest.dynamicTest(slip.name(), () -> requireFound(slip)));
    }

    private static void requireFound(Slip slip) {
        GradientCheck check = GradientCheck.of(net(new Slipped(slip)), X, Y);
        assertThat(check.errors())
                .extracting(ParameterError::parameter)
                .containsExactly("W[1]", "b[1]", "W[2]", "b[2]", "w[3]", "W[4]", "b[4]");
        List<String> wrong = check.errors().stream()
                .filter(e -> e.relative() > 1e-7)
                .map(ParameterError::parameter)
                .toList();
        assertThat(wrong).isEqualTo(FOUND.get(slip));
        assertThat(check.errors().stream().filter(e -> wrong.contains(e.parameter())))
                .allSatisfy(e -> assertThat(e.relative()).isGreaterThan(1e-2));
        assertThat(check.without("w[3]").worst() > 1e-2).isEqualTo(slip != Slip.NONE);
    }

    @Test
    void theTextHasALineForEachParameter() {
        GradientCheck check = new GradientCheck(
                List.of(new ParameterError("W[1]", 0.5, 1), new ParameterError("gamma[12]", 1.26e-9, 1)));
        assertThat(check).hasToString("W[1]   5.0e-01\ngamma[12] 1.3e-09");
        assertThat(check.worst()).isEqualTo(0.5);
    }

    @Test
    void theNetworkEndsAsItBegan() {
        Slipped layer = new Slipped(Slip.NONE);
        Network net = net(layer);
        Matrix W = layer.W.copy();
        Matrix before = net.predict(X);
        GradientCheck.of(net, X, Y);
        assertThat(layer.W).isEqualTo(W);
        assertThat(layer.seen).isEqualTo(Matrix.column(0));
        assertThat(net.predict(X)).isEqualTo(before);
    }

    @Test
    void aBatchThatIsRefusedChangesNothingEither() {
        Network net = net(new Slipped(Slip.NONE));
        Matrix before = net.predict(X);
        assertThatThrownBy(() -> GradientCheck.of(net, X, Matrix.ones(3, 5))).isInstanceOf(ShapeException.class);
        assertThat(net.predict(X)).isEqualTo(before);
    }

    @Test
    void aParameterThatNothingDependsOnShowsNothing() {
        GradientCheck check = GradientCheck.of(net(new Slipped(Slip.NONE)), X, Y);
        assertThat(check.errors().get(4)).isEqualTo(new ParameterError("w[3]", 0, 0));
        requireVerdicts(check, Map.of("w[3]", Verdict.SHOWS_NOTHING));
        assertThat(check.passed()).isFalse();
        assertThat(check.worst()).isNaN();
        assertThat(check.toString()).contains("w[3]   0.0e+00  ○ shows nothing: both gradients are 0");
        assertThat(check.without("w[3]").passed()).isTrue();
        assertThat(check.without("w[3]").worst()).isLessThan(1e-7);
        assertThatThrownBy(() -> check.without("w[4]"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be one of [W[1], b[1], W[2], b[2], w[3], W[4], b[4]], got w[4]");
    }

    /** As before batch normalization: the mean takes b away again, and db is 0 but for rounding. */
    @Test
    void aGradientThatIsZeroButForRoundingShowsNothing() {
        GradientCheck check = GradientCheck.of(
                new Network(1, new CrossEntropy(), new Dense(4, 5), new Centred(), new Dense(5, 3)), X, Y);
        requireVerdicts(check, Map.of("b[1]", Verdict.SHOWS_NOTHING));
        assertThat(check.errors().get(1).relative()).isLessThan(1e-7);
        assertThat(check.without("b[1]").passed()).isTrue();
    }

    @Test
    void aLayerBehindClosedUnitsShowsNothing() {
        Dense dead = new Dense(4, 5, new Relu())
                .set(Matrix.zeros(5, 4), Matrix.ones(5, 1).times(-1));
        GradientCheck check = GradientCheck.of(new Network(1, new CrossEntropy(), dead, new Dense(5, 3)), X, Y);
        requireVerdicts(
                check,
                Map.of("W[1]", Verdict.SHOWS_NOTHING, "b[1]", Verdict.SHOWS_NOTHING, "W[2]", Verdict.SHOWS_NOTHING));
        assertThat(check.passed()).isFalse();
        assertThat(check.worst()).isNaN();
    }

    @Test
    void aToleranceThatHidesAllShowsNothing() {
        Network tiny = new Network(1, new CrossEntropy(), new Dense(4, 5), new WrongSign(1e-11), new Dense(5, 3));
        GradientCheck check = GradientCheck.of(tiny, X, Y);
        assertThat(check.errors().get(0).relative()).isLessThan(1e-7);
        assertThat(check.errors().get(0).verdict()).isEqualTo(Verdict.SHOWS_NOTHING);
        Network seen = new Network(1, new CrossEntropy(), new Dense(4, 5), new WrongSign(1), new Dense(5, 3));
        assertThat(GradientCheck.of(seen, X, Y).errors().get(0).verdict()).isEqualTo(Verdict.DISAGREES);
    }

    @Test
    void aNetworkWithoutParametersShowsNothing() {
        Network none = new Network(1, new SquaredError(), new ActivationLayer(new Tanh()));
        GradientCheck check = GradientCheck.of(none, X, Samples.normal(4, 6, 2));
        assertThat(check.passed()).isFalse();
        assertThat(check.worst()).isNaN();
        assertThat(check).hasToString("no parameters: this shows nothing");
    }

    @Test
    void nanDisagrees() {
        Matrix broken = X.copy();
        broken.set(0, 0, Double.NaN);
        GradientCheck check = GradientCheck.of(net(new Slipped(Slip.NONE)), broken, Y);
        assertThat(check.errors().get(0).verdict()).isEqualTo(Verdict.DISAGREES);
        assertThat(check.passed()).isFalse();
    }

    /**
     * Everything that can be seen: parameters, gradients, running averages, the last passes, and what is dropped
     * next.
     */
    @Test
    void theCheckLeavesNoTrace() {
        Network checked = noisy();
        Network untouched = noisy();
        for (Network net : List.of(checked, untouched)) {
            net.forward(X);
            net.backward(Y);
        }
        GradientCheck.of(checked, Samples.normal(4, 7, 8), Samples.oneHot(3, 7, 9));
        requireSame(checked, untouched);
        assertThat(checked.backward(Y)).isEqualTo(untouched.backward(Y)); // of the pass before the check
        requireSame(checked, untouched);
        assertThat(checked.forward(X)).isEqualTo(untouched.forward(X)); // drops the same entries
    }

    @Test
    void aCostThatThrowsLeavesNoTraceEither() {
        Network net = noisy();
        Matrix W = ((Dense) net.layer(1)).W();
        Matrix before = W.copy();
        assertThatThrownBy(() -> GradientCheck.numerical(W, () -> {
                    throw new ArithmeticException("no cost");
                }))
                .isInstanceOf(ArithmeticException.class);
        assertThat(W).isEqualTo(before);
        Network untouched = noisy();
        assertThatThrownBy(() -> GradientCheck.of(net, X, Matrix.ones(3, 6))).isInstanceOf(ShapeException.class);
        requireSame(net, untouched);
        assertThat(net.forward(X)).isEqualTo(untouched.forward(X));
    }

    private static Network noisy() {
        return new Network(
                5,
                new CrossEntropy(),
                new Dense(4, 6),
                new BatchNorm(6),
                new ActivationLayer(new Tanh()),
                new Dropout(0.4),
                new Dense(6, 3));
    }

    private static void requireSame(Network a, Network b) {
        assertThat(a.state()).isEqualTo(b.state());
        for (int k = 0; k < a.parameters().size(); k++) {
            assertThat(a.parameters().get(k)).isEqualTo(b.parameters().get(k));
        }
    }

    /** All others agree. */
    private static void requireVerdicts(GradientCheck check, Map<String, Verdict> others) {
        for (ParameterError e : check.errors()) {
            assertThat(e.verdict()).as(e.parameter()).isEqualTo(others.getOrDefault(e.parameter(), Verdict.AGREES));
        }
    }

    /** The penalty of note 000, section 7.1: its gradient is (λ/m) W. */
    @Test
    void anyCostHasItsSlopes() {
        Matrix W = Samples.normal(3, 4, 5);
        Matrix before = W.copy();
        Matrix slopes =
                GradientCheck.numerical(W, () -> 0.7 / (2 * 9) * W.hadamard(W).sum());
        assertThat(slopes.minus(W.times(0.7 / 9)).maxAbs()).isLessThan(1e-10);
        assertThat(W).isEqualTo(before);
    }

    private static Network net(Layer second) {
        return new Network(3, new CrossEntropy(), new Dense(4, 4, new Relu()), second, new Idle(), new Dense(4, 3));
    }

    /** tanh(W A + b) of a learner's own, with a slip; it counts its forward passes in its state. */
    private static final class Slipped implements Layer {
        private final Slip slip;
        private final Matrix W = Samples.normal(4, 4, 7);
        private final Matrix b = Samples.normal(4, 1, 8);
        private final Matrix seen = Matrix.column(0);
        private Matrix dW = Matrix.zeros(4, 4);
        private Matrix db = Matrix.zeros(4, 1);
        private Matrix APrev;
        private Matrix A;

        Slipped(Slip slip) {
            this.slip = slip;
        }

        @Override
        public Matrix forward(Matrix APrev) {
            this.APrev = APrev;
            seen.set(0, 0, seen.get(0, 0) + 1);
            A = new Tanh().of(W.mult(APrev).plus(b));
            return A;
        }

        @Override
        public Matrix predict(Matrix APrev) {
            return new Tanh().of(W.mult(APrev).plus(b));
        }

        @Override
        public Matrix backward(Matrix dA) {
            Matrix slope = switch (slip) {
                case MISSING_DERIVATIVE -> Matrix.ones(A.rows(), A.cols());
                case DERIVATIVE_AT_A -> new Tanh().derivative(A);
                default -> A.map(a -> 1 - a * a);
            };
            Matrix dZ = dA.hadamard(slope);
            int m = dA.cols();
            dW = dZ.multTransB(APrev).divide(slip == Slip.FORGOTTEN_MEAN ? 1 : m);
            db = dZ.sumOverExamples().divide(slip == Slip.FORGOTTEN_MEAN_OF_THE_BIAS ? 1 : m);
            return slip == Slip.TRANSPOSED_FACTOR ? W.mult(dZ) : W.multTransA(dZ);
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(new Parameter("W", W, dW, true), new Parameter("b", b, db, false));
        }

        @Override
        public Map<String, Matrix> state() {
            return Map.of("seen", seen);
        }
    }

    /** A less its mean over the examples. */
    private static final class Centred implements Layer {
        @Override
        public Matrix forward(Matrix A) {
            return A.minus(A.sumOverExamples().divide(A.cols()));
        }

        @Override
        public Matrix backward(Matrix dA) {
            return dA.minus(dA.sumOverExamples().divide(dA.cols()));
        }
    }

    /** c A, with the derivative −c. */
    private record WrongSign(double c) implements Layer {
        @Override
        public Matrix forward(Matrix A) {
            return A.times(c);
        }

        @Override
        public Matrix backward(Matrix dA) {
            return dA.times(-c);
        }
    }

    /** A itself, with a parameter that does nothing. */
    private static final class Idle implements Layer {
        private final Matrix w = Matrix.column(1);
        private final Matrix dw = Matrix.column(0);

        @Override
        public Matrix forward(Matrix A) {
            return A;
        }

        @Override
        public Matrix backward(Matrix dA) {
            return dA;
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(new Parameter("w", w, dw, true));
        }
    }
}
