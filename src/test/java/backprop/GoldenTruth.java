package backprop;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Activations and their derivatives to 50 digits and more, straight from their definitions, in decimal arithmetic.
 * They decide in deep saturation, where a golden value carries PyTorch's own rounding: its softplus is z itself above
 * 20, its derivatives are made of rounded values.
 */
final class GoldenTruth {
    /** From here 1 − σ(z), 1 − tanh²(z) and 1 + erf(z/√2) lose digits. */
    private static final double SATURATED = 5;

    private static final double LARGEST = 1e4;

    /** Above, PyTorch takes softplus(z) = z. */
    private static final double THRESHOLD = 20;

    private static final MathContext DIGITS = new MathContext(80);
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal PI =
            new BigDecimal("3.14159265358979323846264338327950288419716939937510582097494459230781640628620899");

    /** λ and α of Klambauer et al. 2017, to the digits that their program has. */
    private static final BigDecimal SELU_LAMBDA = new BigDecimal("1.0507009873554804934193349852946");

    private static final BigDecimal SELU_ALPHA = new BigDecimal("1.6732632423543772848170429916717");

    /** A function of one number. */
    private interface Real {
        BigDecimal of(BigDecimal z);
    }

    /**
     * g, g', the z above which PyTorch takes g(z) = z, and the derivatives from the left and from the right at 0, which
     * differ at a kink.
     */
    private record Row(Real g, Real derivative, double threshold, double left, double right) {
        Row(Real g, Real derivative) {
            this(g, derivative, Double.POSITIVE_INFINITY, Double.NaN, Double.NaN);
        }
    }

    private static final Map<String, Function<GoldenName, Row>> ROWS = Map.ofEntries(
            Map.entry("sigmoid", g -> new Row(GoldenTruth::sigmoid, GoldenTruth::sigmoidSlope)),
            Map.entry("tanh", g -> new Row(GoldenTruth::tanh, GoldenTruth::tanhSlope)),
            Map.entry("relu", g -> elu(BigDecimal.ZERO, ONE)),
            Map.entry("leakyRelu", g -> leakyRelu(new BigDecimal(g.number("slope")))),
            Map.entry("elu", g -> elu(new BigDecimal(g.number("alpha")), ONE)),
            Map.entry("selu", g -> elu(SELU_ALPHA, SELU_LAMBDA)),
            Map.entry("softplus", g -> softplus()),
            Map.entry("swish", g -> new Row(GoldenTruth::swish, GoldenTruth::swishSlope)),
            Map.entry("gelu(erf)", g -> new Row(GoldenTruth::gelu, GoldenTruth::geluSlope)));

    private final Row row;

    private GoldenTruth(Row row) {
        this.row = row;
    }

    /** The truth about an activation, if it is known here. */
    static Optional<GoldenTruth> of(String name) {
        return GoldenName.find(name, ROWS).map(GoldenTruth::new);
    }

    /** What is known about g at z. */
    AtZ g(double z) {
        return new AtZ(z, row.g(), row.threshold(), Double.NaN, Double.NaN);
    }

    /** What is known about g' at z. */
    AtZ derivative(double z) {
        double left = z == 0 ? row.left() : Double.NaN;
        double right = z == 0 ? row.right() : Double.NaN;
        return new AtZ(z, row.derivative(), row.threshold(), left, right);
    }

    /** One value of the truth; the sides are derivatives at a kink, else no numbers. */
    record AtZ(double z, Real f, double threshold, double left, double right) {
        /** f(z), rounded once. */
        double exact() {
            return f.of(new BigDecimal(z)).doubleValue();
        }

        /** Who is right where kit and golden value differ; nobody here where the golden value is. */
        Optional<Verdict> verdict(double kit, double golden) {
            if (isSide(kit) && isSide(golden)) {
                return Optional.of(new Verdict("each the derivative from one side of the kink", 0));
            }
            if (Math.abs(z) < SATURATED || Math.abs(z) > LARGEST) {
                return Optional.empty();
            }
            double exact = exact();
            if (Math.abs(golden - exact) > rounding()) {
                return Optional.empty();
            }
            return Optional.of(new Verdict("high precision " + exact, GoldenComparison.error(kit, exact)));
        }

        /** How far PyTorch may be off: four roundings of z, and what its threshold drops. */
        private double rounding() {
            return 4 * Math.ulp(z) + (z > threshold ? 2 * Math.exp(-z) : 0);
        }

        private boolean isSide(double slope) {
            return GoldenComparison.error(slope, left) <= 1 || GoldenComparison.error(slope, right) <= 1;
        }
    }

    /**
     * What decides instead of the golden value, and the kit's error by it.
     *
     * @param why in words
     * @param error in units of the tolerance
     */
    record Verdict(String why, double error) {}

    // ---- the functions, each as it is defined

    private static BigDecimal sigmoid(BigDecimal z) {
        return divide(ONE, exp(z.negate()).add(ONE));
    }

    private static BigDecimal sigmoidSlope(BigDecimal z) {
        return times(sigmoid(z), sigmoid(z.negate()));
    }

    private static BigDecimal tanh(BigDecimal z) {
        return divide(exp(z).subtract(exp(z.negate())), exp(z).add(exp(z.negate())));
    }

    /** 1 / cosh²(z). */
    private static BigDecimal tanhSlope(BigDecimal z) {
        BigDecimal cosh = divide(exp(z).add(exp(z.negate())), TWO);
        return divide(ONE, times(cosh, cosh));
    }

    private static Row softplus() {
        return new Row(GoldenTruth::softplus, GoldenTruth::sigmoid, THRESHOLD, Double.NaN, Double.NaN);
    }

    private static Row leakyRelu(BigDecimal slope) {
        return new Row(
                z -> z.signum() < 0 ? times(slope, z) : z,
                z -> z.signum() < 0 ? slope : ONE,
                Double.POSITIVE_INFINITY,
                slope.doubleValue(),
                1);
    }

    /** λ z for z ≥ 0, else λ α (e^z − 1); with α = 0 it is ReLU. */
    private static Row elu(BigDecimal alpha, BigDecimal lambda) {
        BigDecimal scale = times(alpha, lambda);
        return new Row(
                z -> z.signum() < 0 ? times(scale, exp(z).subtract(ONE)) : times(lambda, z),
                z -> z.signum() < 0 ? times(scale, exp(z)) : lambda,
                Double.POSITIVE_INFINITY,
                scale.doubleValue(),
                lambda.doubleValue());
    }

    /** max(z, 0) + ln(1 + t) with t = e^−|z|, and ln(1 + t) = 2 artanh(t / (2 + t)), a power series. */
    private static BigDecimal softplus(BigDecimal z) {
        BigDecimal t = exp(z.abs().negate());
        BigDecimal r = divide(t, TWO.add(t));
        BigDecimal square = times(r, r);
        BigDecimal power = r;
        BigDecimal sum = BigDecimal.ZERO;
        for (int n = 1; n < 200; n += 2) {
            sum = sum.add(divide(power, BigDecimal.valueOf(n)), DIGITS);
            power = times(power, square);
        }
        return z.max(BigDecimal.ZERO).add(times(TWO, sum));
    }

    private static BigDecimal swish(BigDecimal z) {
        return times(z, sigmoid(z));
    }

    private static BigDecimal swishSlope(BigDecimal z) {
        return sigmoid(z).add(times(z, sigmoidSlope(z)));
    }

    private static BigDecimal gelu(BigDecimal z) {
        return times(z, normal(z));
    }

    /** Φ(z) + z e^(−z²/2) / √(2π). */
    private static BigDecimal geluSlope(BigDecimal z) {
        BigDecimal density = divide(exp(halfSquare(z).negate()), times(TWO, PI).sqrt(DIGITS));
        return normal(z).add(times(z, density));
    }

    /**
     * Φ(z) = 1 − Φ(−z), for z &lt; 0 = e^(−z²/2) / √(2π) / (x + 1/(x + 2/(x + 3/(x + …)))), x = −z: Laplace's continued
     * fraction, which gives 50 digits for |z| ≥ 1.
     */
    private static BigDecimal normal(BigDecimal z) {
        if (z.signum() >= 0) {
            return ONE.subtract(normal(z.negate()));
        }
        BigDecimal x = z.negate();
        BigDecimal fraction = x;
        for (int n = 5000; n >= 1; n--) {
            fraction = x.add(divide(BigDecimal.valueOf(n), fraction), DIGITS);
        }
        BigDecimal density = divide(exp(halfSquare(z).negate()), times(TWO, PI).sqrt(DIGITS));
        return divide(density, fraction);
    }

    /** e^x = (e^(x / 2ⁿ))^(2ⁿ), the inner one by its power series. */
    private static BigDecimal exp(BigDecimal x) {
        int halvings = Math.max(0, Math.getExponent(x.doubleValue()) + 8);
        BigDecimal small = divide(x, TWO.pow(halvings));
        BigDecimal term = ONE;
        BigDecimal sum = ONE;
        for (int n = 1; n < 50; n++) {
            term = divide(times(term, small), BigDecimal.valueOf(n));
            sum = sum.add(term, DIGITS);
        }
        for (int n = 0; n < halvings; n++) {
            sum = times(sum, sum);
        }
        return sum;
    }

    private static BigDecimal halfSquare(BigDecimal z) {
        return divide(times(z, z), TWO);
    }

    private static BigDecimal times(BigDecimal a, BigDecimal b) {
        return a.multiply(b, DIGITS);
    }

    private static BigDecimal divide(BigDecimal a, BigDecimal b) {
        return a.divide(b, DIGITS);
    }
}
