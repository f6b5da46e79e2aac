package backprop.lecture;

import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import backprop.plot.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A network as its nodes and edges, layer 0 … L from left to right, with what a lecture points at. Of a layer of more
 * than 8 nodes the first 3 and the last 3 are drawn. A sketch never changes: each method gives a new one.
 *
 * <pre>{@code NetworkSketch.of(3, 4, 4, 2).named().light(1, 3).figure()}</pre>
 */
public final class NetworkSketch {
    private static final int MOST = 8;
    private static final int ENDS = 3;

    /** Node k of layer l; both for a lit node and for the end of an edge. */
    record Unit(int l, int k) {}

    /** From node j of layer l − 1 to node k of layer l. */
    record Edge(int l, int k, int j, String text) {}

    /** Round layers from … to. */
    record Frame(int from, int to, String text) {}

    final List<Integer> widths;
    final Map<Unit, String> labels = new LinkedHashMap<>();
    final Set<Unit> lit = new LinkedHashSet<>();
    final Set<Integer> active = new LinkedHashSet<>();
    final List<Edge> arcs = new ArrayList<>();
    final List<Frame> frames = new ArrayList<>();
    List<Matrix> values = List.of();
    List<String> under = List.of();
    List<String> back = List.of();

    private NetworkSketch(List<Integer> widths) {
        this.widths = widths;
    }

    /**
     * {@return the sketch of a network}
     *
     * @param widths n[0], n[1], …, n[L]: how many nodes each layer has, the inputs first; two layers at least
     */
    public static NetworkSketch of(int... widths) {
        Canvas.require(
                widths.length >= 2 && Arrays.stream(widths).allMatch(n -> n > 0),
                "NetworkSketch: there must be two layers at least, of one node at least, got %s",
                Arrays.toString(widths));
        return new NetworkSketch(Arrays.stream(widths).boxed().toList());
    }

    /** {@return the sketch with a_k[l] in node k of each layer l} */
    public NetworkSketch named() {
        NetworkSketch next = with(sketch -> {});
        units().forEach(unit -> next.labels.put(unit, "a" + subscript(unit.k()) + "[" + unit.l() + "]"));
        return next;
    }

    /**
     * {@return the sketch with a text in a node, such as Σ, instead of its name}
     *
     * @param l the layer, from 0
     * @param k the node, from 1
     * @param text the text
     */
    public NetworkSketch label(int l, int k, String text) {
        Unit unit = unit("label", l, k);
        return with(sketch -> sketch.labels.put(unit, Canvas.said("NetworkSketch: label", text)));
    }

    /**
     * {@return the sketch with a number in each node, of three significant digits at most}
     *
     * @param columns a[0], a[1], …, a[L]: one column (n[l], 1) for each layer
     */
    public NetworkSketch values(Matrix... columns) {
        Canvas.require(
                columns.length == widths.size(),
                "NetworkSketch: values must have a column for each of the %s layers, got %s",
                widths.size(),
                columns.length);
        for (int l = 0; l < columns.length; l++) {
            Shape.require("NetworkSketch", "column " + l, columns[l], widths.get(l), 1);
        }
        return with(sketch ->
                sketch.values = Arrays.stream(columns).map(Matrix::copy).toList());
    }

    /**
     * {@return the sketch with a node lit, and the edges into it}
     *
     * @param l the layer, from 0
     * @param k the node, from 1
     */
    public NetworkSketch light(int l, int k) {
        Unit unit = unit("light", l, k);
        return with(sketch -> sketch.lit.add(unit));
    }

    /**
     * {@return the sketch with a whole layer lit, and all edges into it}
     *
     * @param l the layer, from 0
     */
    public NetworkSketch active(int l) {
        layer("active", l, 0);
        return with(sketch -> sketch.active.add(l));
    }

    /**
     * {@return the sketch with a frame round some layers}
     *
     * @param from the first layer in it, from 0
     * @param to the last layer in it
     * @param text what the frame is
     */
    public NetworkSketch frame(int from, int to, String text) {
        layer("frame", from, 0);
        layer("frame", to, from);
        return with(sketch -> sketch.frames.add(new Frame(from, to, Canvas.said("NetworkSketch: frame", text))));
    }

    /**
     * {@return the sketch with one edge marked: that of the weight W_kj[l]}
     *
     * @param l the layer that it leads to, from 1
     * @param k its node in layer l, from 1
     * @param j its node in layer l − 1, from 1
     * @param text its label, such as {@code "w₁₂"}
     */
    public NetworkSketch edge(int l, int k, int j, String text) {
        layer("edge", l, 1);
        unit("edge", l, k);
        unit("edge", l - 1, j);
        return with(sketch -> sketch.arcs.add(new Edge(l, k, j, Canvas.said("NetworkSketch: edge", text))));
    }

    /**
     * {@return the sketch with a text under each gap between two layers}
     *
     * @param texts for the gaps 0→1, 1→2, …, from left to right; "" for none
     */
    public NetworkSketch under(String... texts) {
        List<String> all = Canvas.texts("NetworkSketch: under", widths.size() - 1, "gaps", texts);
        return with(sketch -> sketch.under = all);
    }

    /**
     * {@return the sketch with dashed arrows from right to left under the gaps}
     *
     * @param texts their labels for the gaps 0→1, 1→2, …, in the order in which they stand, from left to right; "" for no
     * arrow
     */
    public NetworkSketch back(String... texts) {
        List<String> all = Canvas.texts("NetworkSketch: back", widths.size() - 1, "gaps", texts);
        return with(sketch -> sketch.back = all);
    }

    /** {@return the nodes of the whole network, drawn or left out: Σ n[l] over l = 0 … L} */
    public int nodes() {
        return widths.stream().mapToInt(Integer::intValue).reduce(0, Math::addExact);
    }

    /** {@return the edges of the whole network, drawn or left out: Σ n[l] n[l−1] over l = 1 … L} */
    public int edges() {
        return IntStream.range(1, widths.size())
                .map(l -> Math.multiplyExact(widths.get(l), widths.get(l - 1)))
                .reduce(0, Math::addExact);
    }

    /** {@return the drawing, with all that it shows as its text alternative} */
    public Figure figure() {
        return new NetworkDrawing(this).figure();
    }

    private NetworkSketch with(Consumer<NetworkSketch> change) {
        NetworkSketch next = new NetworkSketch(widths);
        next.labels.putAll(labels);
        next.lit.addAll(lit);
        next.active.addAll(active);
        next.arcs.addAll(arcs);
        next.frames.addAll(frames);
        next.values = values;
        next.under = under;
        next.back = back;
        change.accept(next);
        return next;
    }

    /** The nodes of a layer that are drawn, from 1, with a 0 for those left out. */
    int[] shown(int l) {
        return Canvas.shown(widths.get(l), MOST, ENDS);
    }

    /** All nodes that are drawn. */
    List<Unit> units() {
        return IntStream.range(0, widths.size())
                .boxed()
                .flatMap(l -> Arrays.stream(shown(l)).filter(k -> k > 0).mapToObj(k -> new Unit(l, k)))
                .toList();
    }

    private void layer(String what, int l, int least) {
        Canvas.require(
                l >= least && l < widths.size(),
                "NetworkSketch: %s must have a layer from %s to %s, got %s",
                what,
                least,
                widths.size() - 1,
                l);
    }

    private Unit unit(String what, int l, int k) {
        layer(what, l, 0);
        int n = widths.get(l);
        Canvas.require(
                k >= 1 && k <= n, "NetworkSketch: %s must have a node of layer %s from 1 to %s, got %s", what, l, n, k);
        Canvas.require(
                units().contains(new Unit(l, k)),
                "NetworkSketch: %s must have a node of layer %s that is drawn, 1 to %s or %s to %s, got %s",
                what,
                l,
                ENDS,
                n - ENDS + 1,
                n,
                k);
        return new Unit(l, k);
    }

    private static String subscript(int k) {
        StringBuilder digits = new StringBuilder();
        String.valueOf(k).chars().forEach(digit -> digits.append((char) ('₀' + digit - '0')));
        return digits.toString();
    }
}
