package backprop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What decides in deep saturation is right where PyTorch is, and decides nowhere else. */
class GoldenTruthTest {
    private static final GoldenNode FILE = GoldenNode.read(Path.of("src/test/resources/golden/activations.json"));

    @TestFactory
    Stream<DynamicTest> itGivesPyTorchsValuesWhereNothingIsSaturated() {
        double[] z = FILE.get("z").numbers();
        Map<String, GoldenNode> functions = FILE.get("functions").entries();
        return functions.keySet().stream()
                .filter(name -> GoldenTruth.of(name).isPresent())
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    GoldenTruth truth = GoldenTruth.of(name).orElseThrow();
                    double[] a = functions.get(name).get("a").numbers();
                    double[] dadz = functions.get(name).get("dadz").numbers();
                    assertThat(DoubleStream.of(z).filter(GoldenTruthTest::isOrdinary))
                            .hasSize(16);
                    for (int j = 0; j < z.length; j++) {
                        if (isOrdinary(z[j])) {
                            requireClose(truth.g(z[j]), a[j]);
                            requireClose(truth.derivative(z[j]), dadz[j]);
                        }
                    }
                }));
    }

    /** Where Laplace's continued fraction is exact enough, and PyTorch too. */
    private static boolean isOrdinary(double z) {
        return Math.abs(z) >= 1 && Math.abs(z) < 8;
    }

    private static void requireClose(GoldenTruth.AtZ truth, double golden) {
        assertThat(GoldenComparison.error(truth.exact(), golden)).isLessThanOrEqualTo(1);
    }

    /** Digits from Python's mpmath, at 60 of them. */
    @Test
    void itHasTheDigitsOfTheTails() {
        assertThat(truth("sigmoid").derivative(40).exact()).isEqualTo(4.248354255291589e-18);
        assertThat(truth("tanh").derivative(-20).exact()).isEqualTo(1.6993417021166355e-17);
        assertThat(truth("softplus").g(-100).exact()).isEqualTo(3.720075976020836e-44);
        assertThat(truth("gelu(erf)").g(-10).exact()).isEqualTo(-7.619853024160526e-23);
        assertThat(truth("swish").derivative(-40).exact()).isEqualTo(-1.6568581595637197e-16);
    }

    @Test
    void itDecidesWherePyTorchsSoftplusIsZ() {
        double slope = 1 / (1 + Math.exp(-20.5));
        assertThat(GoldenComparison.error(slope, 1)).isGreaterThan(1);
        assertThat(truth("softplus").derivative(20.5).verdict(slope, 1))
                .hasValueSatisfying(verdict -> assertThat(verdict.error()).isLessThan(1));
        assertThat(truth("softplus").derivative(20.5).verdict(0.999, 1))
                .hasValueSatisfying(verdict -> assertThat(verdict.error()).isGreaterThan(1));
    }

    @Test
    void itLeavesToTheFileWhatRoundingCannotExplain() {
        assertThat(truth("sigmoid").g(2).verdict(0.88, 0.8807970779778823)).isEmpty();
        assertThat(truth("sigmoid").g(40).verdict(1, 1 - 1e-9)).isEmpty();
        assertThat(truth("softplus").derivative(20).verdict(1 / (1 + Math.exp(-20)), 1))
                .isEmpty();
        assertThat(truth("softplus").derivative(21).verdict(1, 1 - 1e-8)).isEmpty();
        assertThat(truth("identity")).isNull();
    }

    @Test
    void eitherSideOfAKinkIsRightAtZero() {
        assertThat(truth("relu").derivative(0).verdict(1, 0)).isPresent();
        assertThat(truth("leakyRelu(0.2)").derivative(0).verdict(1, 0.2)).isPresent();
        assertThat(truth("leakyRelu(0.2)").derivative(0).verdict(1, 0.3)).isEmpty();
        assertThat(truth("relu").derivative(1).verdict(1, 0)).isEmpty();
        assertThat(truth("relu").g(0).verdict(1, 0)).isEmpty();
    }

    private static GoldenTruth truth(String name) {
        return Optional.of(name).flatMap(GoldenTruth::of).orElse(null);
    }
}
