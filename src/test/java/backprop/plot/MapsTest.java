package backprop.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.data.Dataset;
import backprop.layer.Dense;
import backprop.loss.BinaryCrossEntropy;
import backprop.loss.CrossEntropy;
import backprop.matrix.Matrix;
import backprop.matrix.ShapeException;
import backprop.network.Network;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MapsTest {
    /** A quarter of each class's colour c on white: 255 − (255 − c) / 4, in red, green and blue. */
    private static final int[] AREAS = {0xBFDCEC, 0xF5D7BF, 0xBFE7DC, 0xF9E7BF};

    private static final int LEVEL_LINE = 0x808080;
    private static final double[] RANGE = {-2, 2};

    /** x₁ ≥ 0 is class 1. */
    private static final Network RIGHT =
            network(new Network(1, new BinaryCrossEntropy(), new Dense(2, 1)), new double[] {1, 0});

    private static final Dataset FOUR =
            new Dataset(Matrix.of(new double[][] {{-1, -1, 1, 1}, {-1, 1, -1, 1}}), Matrix.row(0, 0, 1, 0));

    @Test
    void eachSideOfTheBoundaryHasTheColourOfItsClass() {
        BufferedImage image = Pictures.pixels(Plots.decisionRegions(RIGHT, FOUR).src());
        int[] left = Pictures.columnsOf(image, AREAS[0]);
        int[] right = Pictures.columnsOf(image, AREAS[1]);
        assertThat(Arrays.stream(left).max().orElseThrow())
                .isLessThan(Arrays.stream(right).min().orElseThrow());
        int stripes = 8; // an eighth of class 1's area
        assertThat(right.length).isBetween(left.length - left.length / stripes - 9000, left.length);
    }

    @Test
    void fourClassesHaveTheirQuarters() {
        double[][] W = {{1, 1}, {-1, 1}, {-1, -1}, {1, -1}};
        Network net = network(new Network(1, new CrossEntropy(), new Dense(2, 4)), W);
        Dataset data = new Dataset(
                Matrix.of(new double[][] {{1, -1, -1, 1}, {1, 1, -1, -1}}),
                Matrix.generate(4, 4, (i, j) -> i == j ? 1 : 0),
                List.of("north-east", "north-west", "south-west", "south-east"));
        Figure figure = Plots.decisionRegions(net, data);
        assertThat(figure.alt())
                .isEqualTo("Regions of north-east, north-west, south-west, south-east over x₁ -1.16 to 1.16,"
                        + " x₂ -1.16 to 1.16: 100% of 4 examples lie in the region of their class.");
        BufferedImage image = Pictures.pixels(figure.src());
        double[] x = new double[4];
        double[] y = new double[4];
        for (int k = 0; k < 4; k++) {
            int area = AREAS[k];
            x[k] = Arrays.stream(Pictures.columnsOf(image, area)).average().orElseThrow();
            y[k] = IntStream.range(0, image.getHeight())
                    .filter(row -> isInRow(image, row, area))
                    .average()
                    .orElseThrow();
        }
        assertThat(x[0] - x[1]).isGreaterThan(200);
        assertThat(x[3] - x[2]).isGreaterThan(200);
        assertThat(y[2] - y[1]).as("down is south").isGreaterThan(200);
        assertThat(y[3] - y[0]).as("down is south").isGreaterThan(200);
    }

    @Test
    void aSingleOutputPartsTwoClassesAtOneHalf() {
        assertThat(Plots.decisionRegions(RIGHT, FOUR).alt())
                .isEqualTo("Regions of 0, 1 over x₁ -1.16 to 1.16, x₂ -1.16 to 1.16:"
                        + " 75% of 4 examples lie in the region of their class.");
    }

    @Test
    void examplesShowInFullColourOverTheirAreas() {
        BufferedImage image = Pictures.pixels(Plots.decisionRegions(RIGHT, FOUR).src());
        assertThat(Pictures.columnsOf(image, 0x0072B2).length).isGreaterThan(3 * 100);
        assertThat(Pictures.columnsOf(image, 0xD55E00).length).isGreaterThan(100);
    }

    @Test
    void otherThanTwoFeaturesAreRefused() {
        Dataset data = new Dataset(Matrix.ones(4, 3), Matrix.ones(1, 3));
        assertThatThrownBy(() -> Plots.decisionRegions(RIGHT, data))
                .isInstanceOf(ShapeException.class)
                .hasMessage("decisionRegions: X must be (2, m), got (4, 3)");
    }

    @Test
    void aHigherSurfaceIsDarkerBetweenItsLevelLines() {
        Map<String, List<double[]>> paths = Map.of("down", List.of(new double[] {1, 1.5}, new double[] {-1, 1.5}));
        Figure figure = Plots.paths((a, b) -> a, RANGE, RANGE, paths);
        assertThat(figure.alt())
                .startsWith("Paths over w₁ -2 to 2, w₂ -2 to 2, J -1.98 (light) to 1.98 (dark)")
                .endsWith("; down ends at (-1, 1.5) with J = -1.");
        BufferedImage image = Pictures.pixels(figure.src());
        int[] lines = levelLines(image);
        assertThat(lines).as("upright lines between 14 levels").hasSize(13);
        int[] greys = IntStream.range(0, 13)
                .map(i -> Pictures.rgb(image, lines[i] + 10, image.getHeight() / 2))
                .toArray();
        assertThat(Pictures.rgb(image, lines[0] - 10, image.getHeight() / 2)).isEqualTo(0xFFFFFF);
        assertThat(IntStream.range(1, 13)).as("darker").allMatch(i -> greys[i] < greys[i - 1]);
        int pitch = (lines[12] - lines[0]) / 12;
        assertThat(IntStream.range(1, 13))
                .as("levels of one area")
                .allMatch(i -> Math.abs(lines[i] - lines[i - 1] - pitch) <= 12);
    }

    @Test
    void aPathIsDrawnInItsColourFromItsStartToItsEnd() {
        List<double[]> path = List.of(new double[] {-1, 0}, new double[] {1, 0});
        Figure figure = Plots.paths((a, b) -> a, RANGE, RANGE, Map.of("across", path));
        BufferedImage image = Pictures.pixels(figure.src());
        int[] lines = levelLines(image);
        int centre = lines[6];
        int quarter = (lines[12] - lines[0]) * 14 / 12 / 4; // 14 levels across the plot
        assertThat(isInColumn(image, centre, 0x0072B2)).isTrue();
        assertThat(isInColumn(image, centre + quarter - 20, 0x0072B2)).isTrue();
        assertThat(isInColumn(image, centre + quarter + 30, 0x0072B2)).isFalse();
        assertThat(isInColumn(image, centre - quarter + 20, 0x0072B2)).isTrue();
        assertThat(isInColumn(image, centre - quarter - 30, 0x0072B2)).isFalse();
    }

    @Test
    void aPathThatLeavesThePictureEndsAtItsLastFinitePoint() {
        List<double[]> path = List.of(
                new double[] {1, 1}, new double[] {-30, 1e200}, new double[] {Double.NaN, Double.POSITIVE_INFINITY});
        assertThat(Plots.paths((a, b) -> a, RANGE, RANGE, Map.of("too far", path))
                        .alt())
                .endsWith("; too far ends at (-30, 1e+200) with J = -30.");
    }

    @Test
    void pathsComeInTheOrderOfTheirNamesAndLongOnesToo() {
        List<double[]> many = IntStream.range(0, 1000)
                .mapToObj(i -> new double[] {i / 1000.0, 0.5})
                .toList();
        String alt = Plots.paths((a, b) -> b, RANGE, RANGE, Map.of("c", many, "a", many, "b", many))
                .alt();
        assertThat(alt.indexOf("; a ")).isPositive().isLessThan(alt.indexOf("; b "));
        assertThat(alt.indexOf("; b ")).isLessThan(alt.indexOf("; c "));
    }

    @Test
    void aPathWithoutAFinitePointIsRefused() {
        for (List<double[]> path : List.of(List.<double[]>of(), List.of(new double[] {0, 0.0 / 0}))) {
            assertThatThrownBy(() -> Plots.paths((a, b) -> a, RANGE, RANGE, Map.of("Adam", path)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("paths: Adam needs a finite point, got none");
        }
    }

    private static Network network(Network net, double[]... W) {
        ((Dense) net.layer(1)).set(Matrix.of(W), Matrix.zeros(W.length, 1));
        return net;
    }

    /** The columns of a picture that are level lines nearly all the way up. */
    private static int[] levelLines(BufferedImage image) {
        return IntStream.range(0, image.getWidth() - 2)
                .filter(x -> Pictures.rgb(image, x + 2, image.getHeight() / 3) != 0xFFFFFF)
                .filter(x -> IntStream.range(0, image.getHeight())
                                .filter(y -> Pictures.rgb(image, x, y) == LEVEL_LINE)
                                .count()
                        > 500)
                .toArray();
    }

    private static boolean isInRow(BufferedImage image, int y, int rgb) {
        return IntStream.range(0, image.getWidth()).anyMatch(x -> Pictures.rgb(image, x, y) == rgb);
    }

    private static boolean isInColumn(BufferedImage image, int x, int rgb) {
        return IntStream.range(0, image.getHeight()).anyMatch(y -> Pictures.rgb(image, x, y) == rgb);
    }
}
