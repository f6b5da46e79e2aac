package backprop.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import backprop.data.Dataset;
import backprop.layer.Dense;
import backprop.loss.BinaryCrossEntropy;
import backprop.matrix.Matrix;
import backprop.network.Network;
import backprop.train.Epoch;
import backprop.train.History;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each kind of plot of nothing, of one point, of constants and of numbers that are not finite: a figure whose text has
 * no number that is nowhere, or one sentence that refuses it.
 */
class DegenerateInputTest {
    private static final Network NET = new Network(1, new BinaryCrossEntropy(), new Dense(2, 1));
    private static final double[] VALUES = {
        Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, -3, 7, 1e308, -1e308, Double.MIN_VALUE
    };
    private static final double[][] ENDS = {
        null, {}, {1}, {0, Double.NaN}, {Double.NaN, 0}, {0, Double.POSITIVE_INFINITY}, {1, 1}, {2, 1}, {0, 1, 2}
    };

    private final Map<String, Supplier<Figure>> figures = new LinkedHashMap<>();

    DegenerateInputTest() {
        for (double v : VALUES) {
            figures.put("history of " + v, () -> Plots.history(new History(List.of(new Epoch(1, v, v, v, v)))));
            figures.put("live history of " + v, () -> Plots.history(new History(List.of(new Epoch(1, v, v, v, v))), 3));
            figures.put("lines of " + v, () -> Plots.lines("t", "x", "y", new double[] {0, 1}, Map.of("a", x -> v)));
            figures.put(
                    "lines that become " + v,
                    () -> Plots.lines(
                            "t", "x", "y", new double[] {0, 1}, Map.of("a", x -> x < 0.5 ? 1 : v, "b", x -> x)));
            figures.put(
                    "paths over " + v,
                    () -> Plots.paths(
                            (a, b) -> v, new double[] {0, 1}, new double[] {0, 1}, Map.of("p", List.of(new double[] {
                                0.5, 0.5
                            }))));
            figures.put(
                    "paths to " + v,
                    () -> Plots.paths(
                            (a, b) -> a + b,
                            new double[] {0, 1},
                            new double[] {0, 1},
                            Map.of("p", List.<double[]>of(new double[] {v, 0.5}))));
            for (int m : new int[] {0, 1, 2}) {
                Matrix X = Matrix.generate(2, m, (i, j) -> v);
                figures.put(
                        "regions of " + m + " of " + v,
                        () -> Plots.decisionRegions(NET, new Dataset(X, Matrix.ones(1, m))));
                figures.put(
                        "confusion of a network, " + m + " of " + v,
                        () -> Plots.confusion(NET, new Dataset(X, Matrix.ones(1, m))));
                figures.put("activations of " + m + " of " + v, () -> Plots.activations(NET, X));
                figures.put(
                        "histograms of " + m + " of " + v,
                        () -> Plots.histograms(Map.of("M", X, "N", Matrix.ones(2, 2))));
                figures.put(
                        "gallery of " + m + " of " + v,
                        () -> Plots.gallery(Matrix.generate(4, m, (i, j) -> v), Collections.nCopies(m, "a")));
                figures.put(
                        "gallery of a data set, " + m + " of " + v,
                        () -> Plots.gallery(new Dataset(Matrix.generate(4, m, (i, j) -> v), Matrix.ones(1, m)), 3));
                figures.put(
                        "confusion of " + m + " of " + v,
                        () -> Plots.confusion(Matrix.generate(m, m, (i, j) -> v), Collections.nCopies(m, "a")));
            }
            figures.put("graph of " + v, () -> Plots.computationalGraph(new Node("z", "", v, v, List.of())));
        }
        for (double[] ends : ENDS) {
            String text = Arrays.toString(ends);
            double[] good = {0, 1};
            Map<String, List<double[]>> path = Map.of("p", List.<double[]>of(good));
            figures.put("lines over " + text, () -> Plots.lines("t", "x", "y", ends, Map.of("a", x -> x)));
            figures.put("paths over w1 " + text, () -> Plots.paths((a, b) -> a, ends, good, path));
            figures.put("paths over w2 " + text, () -> Plots.paths((a, b) -> a, good, ends, path));
        }
        double[] unit = {0, 1};
        figures.put("no epoch", () -> Plots.history(new History(List.of())));
        figures.put("no lines", () -> Plots.lines("t", "x", "y", unit, Map.of()));
        figures.put("no paths", () -> Plots.paths((a, b) -> a, unit, unit, Map.of()));
        figures.put("a path of no point", () -> Plots.paths((a, b) -> a, unit, unit, Map.of("p", List.of())));
        figures.put("no histograms", () -> Plots.histograms(Map.of()));
        figures.put("images of no pixel", () -> Plots.gallery(Matrix.zeros(0, 2), List.of("a", "b")));
        figures.put("no graph", () -> Plots.computationalGraph());
        figures.put("network", () -> Plots.network(NET));
    }

    @TestFactory
    Stream<DynamicTest> eachGivesAFigureOrOneSentence() {
        return figures.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> check(entry.getKey(), entry.getValue())));
    }

    private static void check(String name, Supplier<Figure> plot) {
        Figure figure;
        try {
            figure = plot.get();
        } catch (IllegalArgumentException | IllegalStateException refused) {
            assertThat(refused).isNotInstanceOf(NumberFormatException.class);
            assertThat(refused.getMessage()).matches("[^\\n]*(must|needs|there is no)[^\\n]*");
            return;
        }
        assertAll(
                () -> assertThat(figure.width()).isPositive(),
                () -> assertThat(figure.height()).isPositive(),
                () -> assertThat(figure.alt()).doesNotContain("∞").doesNotContain("1.798e+308", "1.797e+308"),
                () -> assertThat(figure.asPng().src()).startsWith("data:image/png"));
        if (!name.startsWith("paths") && !name.startsWith("graph")) { // these say what a value is, whatever it is
            assertThat(figure.alt()).doesNotContain("NaN", "Infinity");
        }
    }

    @Test
    void theListHasEveryPlot() {
        Set<String> methods = Arrays.stream(Plots.class.getMethods())
                .filter(m -> Modifier.isStatic(m.getModifiers()))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(methods)
                .containsExactly(
                        "activations",
                        "computationalGraph",
                        "confusion",
                        "decisionRegions",
                        "gallery",
                        "histograms",
                        "history",
                        "lines",
                        "network",
                        "paths");
    }

    @Test
    void aLineWithoutAFiniteValueIsSaidToHaveNone() {
        assertThat(Plots.lines("t", "x", "y", new double[] {0, 1}, Map.of("a", x -> Double.NaN))
                        .alt())
                .isEqualTo("t over x from 0 to 1; y, a has no finite value.");
        assertThat(Plots.history(new History(List.of(new Epoch(1, Double.NaN, 0.5, Double.NaN, Double.NaN))))
                        .alt())
                .contains("J, training has no finite value")
                .doesNotContain("validation");
    }

    @Test
    void pixelsThatAreNotFiniteAreCrossedAndCounted() {
        assertThat(Plots.gallery(Matrix.column(1, Double.NaN, 0, 0), List.of("a"))
                        .alt())
                .endsWith("white: 0, black: 1; crossed: 1 not finite.");
        assertThat(Plots.gallery(Matrix.generate(4, 1, (i, j) -> Double.NaN), List.of("a"))
                        .alt())
                .endsWith("no pixel is finite; crossed: 4 not finite.");
    }

    @Test
    void refusalsSayWhatWasGot() {
        assertThat(message(() -> Plots.lines("t", "x", "y", new double[] {0, Double.NaN}, Map.of("a", x -> x))))
                .isEqualTo("lines: ends must be a least and a greatest number, both finite, got [0.0, NaN]");
        assertThat(message(() -> Plots.histograms(Map.of("dW", Matrix.row(1, Double.NaN)))))
                .isEqualTo("histograms: dW must have entries, all finite, got others or none");
        assertThat(message(() -> Plots.confusion(Matrix.row(Double.NaN), List.of("a"))))
                .isEqualTo("confusion: counts must be whole numbers from 0, got NaN");
        assertThat(message(() -> Plots.gallery(Matrix.zeros(4, 0), List.of())))
                .isEqualTo("gallery: X must be (n, m), got (4, 0) — there is no example in it");
    }

    private static String message(Supplier<Figure> plot) {
        try {
            return plot.get().alt();
        } catch (IllegalArgumentException refused) {
            return refused.getMessage();
        }
    }
}
