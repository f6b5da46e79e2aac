package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.matrix.Matrix;
import backprop.plot.Plots;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@SuppressWarnings({"ArrayRecordComponent", "ToStringReturnsNull"}) // as learners write them
class ContentsTest {
    private static final Matrix M = Matrix.of(new double[][] {{1, 2}});

    record Pair(int n, double[] values) {}

    record Cache(Matrix Z, List<Matrix> W) {}

    record Own(double[] values) {
        @Override
        public String toString() {
            return "my own text";
        }
    }

    record Holder(Object held) {}

    private static final class Throws {
        @Override
        public String toString() {
            throw new IllegalStateException("<b>");
        }
    }

    private static final class Endless {
        @Override
        public String toString() {
            return "x" + this;
        }
    }

    private static final class Silent {
        @Override
        public String toString() {
            return null;
        }
    }

    private static final class Huge {
        @Override
        public String toString() {
            return "a".repeat(10_000_000);
        }
    }

    @Test
    void arraysOfAllTypesShowTheirElements() {
        assertThat(text(new int[] {1, 2})).isEqualTo("[1, 2]");
        assertThat(text(new long[] {1L << 60})).isEqualTo("[1152921504606846976]");
        assertThat(text(new boolean[] {true, false})).isEqualTo("[true, false]");
        assertThat(text(new char[] {'a'})).isEqualTo("[a]");
        assertThat(text(new byte[] {-1})).isEqualTo("[-1]");
        assertThat(text(new float[] {1.5f})).isEqualTo("[1.5]");
        assertThat(text(new String[] {"a", null})).isEqualTo("[a, null]");
        assertThat(text(new int[][] {{1}, {}, null})).isEqualTo("[[1], [], null]");
        assertThat(text(new Object[] {1, new int[] {2}, "c"})).isEqualTo("[1, [2], c]");
        assertThat(text(new int[0])).isEqualTo("[]");
        assertThat(Renderers.other(new String[] {"<b>"}).html())
                .contains("[&lt;b&gt;]")
                .doesNotContain("<b>");
    }

    @Test
    void matricesInAnArrayStandBelowEachOther() {
        Rendering shown = Renderers.other(new Matrix[] {null, M, Matrix.zeros(0, 3)});
        assertThat(shown.text())
                .isEqualTo(
                        "Matrix[3]\n  [0] null\n  [1] Matrix (1, 2)\n    1  2\n  [2] Matrix (0, 3), without entries");
        assertThat(shown.html())
                .contains("Matrix[3]</caption>")
                .contains(">[1]</th>")
                .contains("Matrix (1, 2)</caption>")
                .contains("without entries");
        assertThat(text(new double[][][] {{{1, 2}}})).isEqualTo("double[1][][]\n  [0] double[1][2]\n    1  2");
    }

    @Test
    void recordsShowWhatTheyHold() {
        assertThat(text(new Pair(3, new double[] {1, 2.5}))).isEqualTo("Pair[n=3, values=[1.0, 2.5]]");
        assertThat(text(new Cache(M, List.of(M))))
                .isEqualTo("Cache\n  Z = Matrix (1, 2)\n    1  2\n"
                        + "  W = List of 1\n    [0] Matrix (1, 2)\n      1  2");
        assertThat(text(new Own(new double[] {1}))).isEqualTo("my own text");
        assertThat(text(new Holder(new Holder(new int[] {1})))).isEqualTo("Holder[held=Holder[held=[1]]]");
    }

    @Test
    void collectionsAndMapsShowWhatTheyHold() {
        assertThat(text(List.of(M))).isEqualTo("List of 1\n  [0] Matrix (1, 2)\n    1  2");
        assertThat(text(Map.of("W", M))).isEqualTo("Map of 1\n  W = Matrix (1, 2)\n    1  2");
        assertThat(text(Map.of("w", new double[] {1}))).isEqualTo("{w=[1.0]}");
        assertThat(text(List.of(new int[] {1}, new int[] {2}))).isEqualTo("[[1], [2]]");
        assertThat(text(Optional.of(new int[] {1}))).isEqualTo("Optional[[1]]");
        assertThat(text(new TreeSet<>(List.of(2, 1)))).isEqualTo("[1, 2]");
        assertThat(text(List.of())).isEqualTo("[]");
        assertThat(text(Optional.empty())).isEqualTo("Optional.empty");
        assertThat(text("a\nb")).isEqualTo("a\nb");
    }

    @Test
    void largeOnesAreShortened() {
        assertThat(text(IntStream.range(0, 1000).toArray()))
                .startsWith("[0, 1, 2, ")
                .contains("56, … 940 more …, 997,")
                .endsWith("998, 999]");
        Matrix[] many = new Matrix[50];
        Arrays.fill(many, M);
        assertThat(text(many))
                .contains("[8] Matrix")
                .contains("\n  … 38 more …\n  [47] Matrix")
                .doesNotContain("[9]");
        Map<Integer, Integer> map = new LinkedHashMap<>();
        IntStream.range(0, 100).forEach(i -> map.put(i, i));
        assertThat(text(map)).startsWith("{0=0, 1=1").endsWith("59=59, … 40 more …}");
        int[][][] cube = new int[60][60][60];
        assertThat(text(cube).length()).isLessThan(20_000);
        Matrix[][] grid = new Matrix[50][50];
        for (Matrix[] row : grid) {
            Arrays.fill(row, M);
        }
        assertThat(text(grid).length()).isLessThan(20_000);
    }

    @Test
    void whatHoldsItselfIsSaidTo() {
        List<Object> list = new ArrayList<>(List.of(1));
        list.add(list);
        assertThat(text(list)).isEqualTo("[1, (the same ArrayList again)]");
        list.add(M);
        assertThat(text(list)).contains("[1] (the same ArrayList again)").contains("[2] Matrix (1, 2)");
        Object[] array = {null};
        array[0] = array;
        assertThat(text(array)).isEqualTo("[(the same Object[] again)]");
        Map<String, Object> map = new HashMap<>();
        map.put("m", map);
        assertThat(text(map)).isEqualTo("{m=(the same HashMap again)}");
        List<Object> inside = new ArrayList<>();
        inside.add(new Holder(inside));
        assertThat(text(inside)).isEqualTo("[Holder[held=(the same ArrayList again)]]");
        Object deep = "end";
        for (int i = 0; i < 100_000; i++) {
            deep = Collections.singletonList(deep);
        }
        assertThat(text(deep)).isEqualTo("[".repeat(8) + "…" + "]".repeat(8));
    }

    @Test
    void aPartWhoseTextFailsLeavesTheOthers() {
        assertThat(text(new Object[] {1, new Throws(), 2}))
                .isEqualTo("[1, (its toString() throws IllegalStateException), 2]");
        assertThat(text(Arrays.asList(new Endless(), M)))
                .startsWith("List of 2\n  [0] (its toString() calls itself)\n");
        assertThat(text(new Holder(new Throws())))
                .isEqualTo("Holder[held=(its toString() throws IllegalStateException)]");
        assertThat(text(new Object[] {new Silent()})).isEqualTo("[(its toString() returns null)]");
        assertThat(text(new Object[] {new Huge()}))
                .endsWith("a… (10000000 characters)]")
                .hasSizeLessThan(1100);
        assertThat(text(Map.of(new Throws(), 1))).isEqualTo("{(its toString() throws IllegalStateException)=1}");
    }

    @Test
    void aValueFitsOnALineOfAnyLength() {
        assertThat(Contents.line(new int[] {1, 2, 3}, 80)).isEqualTo("[1, 2, 3]");
        assertThat(Contents.line(new int[] {1, 2, 3}, 5)).isEqualTo("[1, …");
        assertThat(Contents.line(null, 80)).isEqualTo("null");
        assertThat(Contents.line(M, 80)).isEqualTo("Matrix (1, 2) 1  2");
    }

    @Test
    void picturesInAListAreOnePictureToo() {
        Rendering shown = Renderers.other(List.of(Plots.gallery(Matrix.ones(4, 1), List.of("a")), M));
        assertThat(shown.html()).contains("<img alt=\"1 image").contains("Matrix (1, 2)</caption>");
        assertThat(shown.picture().src()).startsWith("data:image/png");
        assertThat(Renderers.other(List.of(M)).picture()).isNull();
    }

    private static String text(Object value) {
        return Renderers.other(value).text();
    }
}
