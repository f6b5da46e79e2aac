package backprop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The points of note 001, held against the numbers that the note prints. */
class LawrenceGilesTest {
    private static final int M = 20;

    /** y − ŷ of the polynomial of degree 15, as printed. */
    private static final double[] RESIDUALS = {
        1.539552e-07,
        -3.378065e-06,
        3.810329e-05,
        -3.104312e-04,
        2.340646e-03,
        -3.099246e-02,
        8.253468e-02,
        -6.804435e-02,
        -6.491946e-02,
        1.925414e-01,
        -1.383460e-01,
        -6.243021e-02,
        1.952435e-01,
        -1.561774e-01,
        4.403841e-02,
        2.095602e-02,
        -2.499755e-02,
        1.057952e-02,
        -2.252298e-03,
        2.011128e-04
    };

    private final Dataset points = Synthetic.lawrenceGiles();
    private final double[] x = points.X().toArray()[0];
    private final double[] y = points.Y().toArray()[0];

    @Test
    void twentyValuesHaveNoClasses() {
        assertThat(points).hasToString("Dataset X (1, 20), Y (1, 20)");
    }

    @Test
    void fiveInnerPointsOfSevenAreFollowedByFifteenEquallyFarApart() {
        for (int i = 0; i < M; i++) {
            assertThat(x[i]).isCloseTo(i < 5 ? (i + 1) / 12.0 : (14 + i - 5) / 28.0, within(1e-15));
        }
        assertThat(x[M - 1]).isEqualTo(1);
    }

    @Test
    void noValueIsAQuarterFromTheCurve() {
        double[] noise = IntStream.range(0, M)
                .mapToDouble(i -> Math.abs(y[i] - curve(x[i])))
                .toArray();
        assertThat(IntStream.range(0, M).mapToDouble(i -> noise[i]).max().orElseThrow())
                .isCloseTo(0.249432, within(5e-7));
        assertThat(IntStream.range(0, M).mapToDouble(i -> noise[i] * noise[i]).sum() / M)
                .isCloseTo(0.0228377, within(5e-8));
    }

    @Test
    void thePolynomialOfDegree15LeavesTheResidualsThatAreListed() {
        double[] residuals = residuals(15);
        double squares = 0;
        double sum = 0;
        for (int i = 0; i < M; i++) {
            assertThat(residuals[i]).isCloseTo(RESIDUALS[i], within(5e-8));
            sum += residuals[i];
            squares += residuals[i] * residuals[i];
        }
        assertThat(sum).isCloseTo(0, within(1e-12));
        assertThat(squares).isCloseTo(0.1423638, within(1e-7));
        assertThat(squares / M).isCloseTo(0.00711819, within(1e-8));
    }

    /** −cos u up to u = π, then cos 3(u − π), where u = 2πx. */
    private static double curve(double x) {
        double u = 2 * Math.PI * x;
        return x < 0.5 ? -Math.cos(u) : Math.cos(3 * (u - Math.PI));
    }

    /** What is left of y without its part along each of the polynomials, made orthonormal. */
    private double[] residuals(int degree) {
        double[][] basis = new double[degree + 1][];
        for (int n = 0; n <= degree; n++) {
            basis[n] = withoutPartsAlong(basis, n, legendre(n));
            double norm = Math.sqrt(dot(basis[n], basis[n]));
            for (int i = 0; i < M; i++) {
                basis[n][i] /= norm;
            }
        }
        return withoutPartsAlong(basis, degree + 1, y);
    }

    private static double[] withoutPartsAlong(double[][] basis, int count, double[] vector) {
        double[] rest = vector.clone();
        for (int pass = 0; pass < 2; pass++) { // the second takes what rounding left
            for (int n = 0; n < count; n++) {
                double part = dot(rest, basis[n]);
                for (int i = 0; i < M; i++) {
                    rest[i] -= part * basis[n][i];
                }
            }
        }
        return rest;
    }

    /** (n + 1) Pₙ₊₁ = (2n + 1) t Pₙ − n Pₙ₋₁, on [−1, 1] for the x from 1/12 to 1. */
    private double[] legendre(int degree) {
        double[] values = new double[M];
        for (int i = 0; i < M; i++) {
            double t = 2 * (x[i] - 1 / 12.0) / (11 / 12.0) - 1;
            double before = 0;
            double p = 1;
            for (int n = 0; n < degree; n++) {
                double next = ((2 * n + 1) * t * p - n * before) / (n + 1);
                before = p;
                p = next;
            }
            values[i] = p;
        }
        return values;
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, M).mapToDouble(i -> a[i] * b[i]).sum();
    }
}
