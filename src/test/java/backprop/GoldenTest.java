package backprop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The kit against the values that PyTorch computed in float64; {@code course golden} is the same. */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    @TestFactory
    Stream<DynamicTest> everyCaseIsWithinTheTolerance() {
        return GoldenCases.files().stream()
                .flatMap(file -> GoldenCases.of(file, GoldenNode.read(FOLDER.resolve(file))).stream())
                .map(golden -> DynamicTest.dynamicTest(
                        golden.file() + " " + golden.name(), () -> requireWithinTolerance(golden)));
    }

    private static void requireWithinTolerance(GoldenCase golden) {
        GoldenComparison result = new GoldenComparison();
        golden.compare(result);
        assertThat(result.count()).isPositive();
        assertThat(result.wrong()).as("largest error: %s", result.worst()).isZero();
    }
}
