package backprop.init;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.matrix.Matrix;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class InitializerTest {
    private static final int N = 300;
    private static final int N_PREV = 500;

    /** Moments of a distribution of variance 1. */
    private record Shape(double fourth, double eighth) {}

    private static final Shape NORMAL = new Shape(3, 105);
    private static final Shape UNIFORM = new Shape(9.0 / 5, 81.0 / 9);

    private record Row(Initializer init, double variance, Shape shape) {}

    private static final List<Row> ROWS = List.of(
            new Row(new Normal(0.01), 1e-4, NORMAL),
            new Row(new Uniform(0.3), 0.03, UNIFORM),
            new Row(new LeCun(), 1.0 / N_PREV, NORMAL),
            new Row(new LeCun(Distribution.UNIFORM), 1.0 / N_PREV, UNIFORM),
            new Row(new Glorot(), 2.0 / (N + N_PREV), NORMAL),
            new Row(new Glorot(Distribution.UNIFORM), 2.0 / (N + N_PREV), UNIFORM),
            new Row(new He(), 2.0 / N_PREV, NORMAL),
            new Row(new He(Distribution.UNIFORM), 2.0 / N_PREV, UNIFORM));

    /** nextGaussian() / 2 of java.util.Random with the seed 42: on JDK 17, and on JDK 25. */
    private static final double[] HALF_GAUSSIANS = {
        0.5709526577365274,
        0.45970397449139394,
        -0.47493331844544795,
        -0.5534951431996689,
        0.14048881903638974,
        0.3423113978163277,
        -0.4086107036993634,
        -0.6983217013390217
    };

    /** 2 nextDouble() − 1 of the same. */
    private static final double[] SYMMETRIC_DOUBLES = {
        0.4551273600657362,
        0.36644694351969087,
        -0.38256108933468047,
        -0.4458430198517267,
        0.33109790358914726,
        0.8067445293443565,
        -0.2624341731773887,
        -0.44850386111659524
    };

    @TestFactory
    Stream<DynamicTest> weightsHaveMeanZeroAndTheStatedVarianceAndShape() {
        return ROWS.stream().map(row -> DynamicTest.dynamicTest(row.init().toString(), () -> requireMoments(row)));
    }

    /** Within five standard errors of K independent draws: those of w, w² and w⁴ for variance 1. */
    private static void requireMoments(Row row) {
        Matrix W = row.init().weights(N, N_PREV, new Random(5)).divide(Math.sqrt(row.variance()));
        Matrix squares = W.hadamard(W);
        double fourth = row.shape().fourth();
        int K = N * N_PREV;
        assertThat(W.shape()).isEqualTo("(300, 500)");
        assertThat(W.mean()).isCloseTo(0, Offset.offset(5 / Math.sqrt(K)));
        assertThat(squares.mean()).isCloseTo(1, Offset.offset(5 * Math.sqrt((fourth - 1) / K)));
        assertThat(squares.hadamard(squares).mean())
                .isCloseTo(fourth, Offset.offset(5 * Math.sqrt((row.shape().eighth() - fourth * fourth) / K)));
    }

    @TestFactory
    Stream<DynamicTest> uniformWeightsFillTheirBoundsAndStayWithin() {
        return ROWS.stream()
                .filter(row -> row.shape().equals(UNIFORM))
                .map(row -> DynamicTest.dynamicTest(row.init().toString(), () -> {
                    Matrix W = row.init().weights(N, N_PREV, new Random(6));
                    // all 150,000 draws miss the outer 1/2000 at a side once in e^75 seeds
                    double bound = Math.sqrt(3 * row.variance());
                    assertThat(W.maxAbs()).isLessThanOrEqualTo(bound);
                    assertThat(W.map(w -> Math.max(w, 0)).maxAbs()).isGreaterThan(0.999 * bound);
                    assertThat(W.map(w -> Math.min(w, 0)).maxAbs()).isGreaterThan(0.999 * bound);
                }));
    }

    @Test
    void zerosAndConstantsDrawNothing() {
        Random random = new Random(42);
        assertThat(new Zeros().weights(2, 3, random)).isEqualTo(Matrix.zeros(2, 3));
        assertThat(new Constant(-0.25).weights(2, 3, random)).isEqualTo(Matrix.of(new double[][] {
            {-0.25, -0.25, -0.25}, {-0.25, -0.25, -0.25}
        }));
        assertThat(random.nextInt()).isEqualTo(new Random(42).nextInt());
    }

    /** With widths for which the scale is a power of two, so that the digits are the generator's. */
    @TestFactory
    Stream<DynamicTest> aSeedGivesTheSameBitsOnEveryJdk() {
        return Stream.of(
                requireDigits(new Normal(0.5), 2, 4, HALF_GAUSSIANS),
                requireDigits(new LeCun(), 2, 4, HALF_GAUSSIANS), // √(1 / 4)
                requireDigits(new Glorot(), 4, 4, HALF_GAUSSIANS), // √(2 / 8)
                requireDigits(new He(), 2, 8, HALF_GAUSSIANS), // √(2 / 8)
                requireDigits(new Uniform(1), 2, 4, SYMMETRIC_DOUBLES),
                requireDigits(new LeCun(Distribution.UNIFORM), 3, 3, SYMMETRIC_DOUBLES), // √(3 / 3)
                requireDigits(new Glorot(Distribution.UNIFORM), 2, 4, SYMMETRIC_DOUBLES), // √(3 2 / 6)
                requireDigits(new He(Distribution.UNIFORM), 2, 6, SYMMETRIC_DOUBLES)); // √(3 2 / 6)
    }

    private static DynamicTest requireDigits(Initializer init, int n, int nPrev, double[] digits) {
        return DynamicTest.dynamicTest(init.toString(), () -> {
            Matrix W = init.weights(n, nPrev, new Random(42));
            for (int k = 0; k < digits.length; k++) {
                assertThat(W.get(k / nPrev, k % nPrev)).as("number %s", k).isEqualTo(digits[k]);
            }
        });
    }

    @Test
    void scalesFrom784To100() {
        assertThat(scale(new LeCun())).isCloseTo(0.0357143, Offset.offset(5e-8));
        assertThat(scale(new Glorot())).isCloseTo(0.0475651, Offset.offset(5e-8));
        assertThat(scale(new He())).isCloseTo(0.0505076, Offset.offset(5e-8));
        double bound = new Glorot(Distribution.UNIFORM)
                        .weights(100, 784, new Random(42))
                        .get(0, 0)
                / SYMMETRIC_DOUBLES[0];
        assertThat(bound).isCloseTo(0.0823853, Offset.offset(5e-8));
    }

    private static double scale(Initializer init) {
        return init.weights(100, 784, new Random(42)).get(0, 0) / (2 * HALF_GAUSSIANS[0]);
    }

    @Test
    void theDefaultIsNormal() {
        assertThat(new LeCun()).isEqualTo(new LeCun(Distribution.NORMAL));
        assertThat(new Glorot()).isEqualTo(new Glorot(Distribution.NORMAL));
        assertThat(new He()).isEqualTo(new He(Distribution.NORMAL));
    }
}
