package backprop.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Operations as boxes, values that flow forward between them, and derivatives that flow back. */
final class ComputationalGraph {
    private static final int LANE = 86;
    private static final int GAP = 84;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Integer> columns = new TreeMap<>(); // from right to left
    private final TreeMap<Integer, Integer> pitches = new TreeMap<>();
    private final Map<String, Integer> ys = new TreeMap<>();
    private final Svg svg = new Svg();
    private int lanes;

    static Figure of(List<Node> nodes) {
        ComputationalGraph graph = new ComputationalGraph();
        nodes.forEach(graph::add);
        for (int i = nodes.size() - 1; i >= 0; i--) {
            graph.column(nodes.get(i));
        }
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (!graph.ys.containsKey(nodes.get(i).name())) {
                graph.place(nodes.get(i));
            }
        }
        return graph.figure(nodes);
    }

    /** Adds a node whose inputs are there, and whose name is new. */
    private void add(Node node) {
        Figure.require(
                nodes.keySet().containsAll(node.inputs()),
                "computationalGraph: %s takes %s, which must stand before it, got only %s",
                node.name(),
                node.inputs(),
                nodes.keySet());
        Figure.require(
                !nodes.containsKey(node.name()),
                "computationalGraph: each node must have a name of its own, got two %s",
                node.name());
        nodes.put(node.name(), node);
    }

    /** The drawing with its legend and its text alternative, when all nodes have their places. */
    private Figure figure(List<Node> nodes) {
        StringBuilder alt = new StringBuilder("Computational graph from left to right");
        StringBuilder derivatives = new StringBuilder();
        for (Node node : nodes) {
            alt.append("; ").append(node.title()).append(known(" = ", node.value()));
            derivatives.append(known("; d" + node.name() + " = ", node.derivative()));
        }
        int width = left(-1) - GAP + 20;
        int height = LANE * lanes + 56;
        svg.text(width / 2, height - 34, "", "→ values forward");
        if (!derivatives.isEmpty()) {
            alt.append(". Derivatives from right to left").append(derivatives);
            svg.text(width / 2, height - 14, "derivative", "⇠ dashed: derivatives backward");
        }
        return svg.figure(width, height, alt.append('.').toString());
    }

    /** A node stands in the column before the first that takes it. */
    private void column(Node node) {
        int column = columns.merge(node.name(), 0, Math::max);
        int letters = Math.max(7, Svg.longest(List.of(node.title(), derivative(node))));
        pitches.merge(-column, 9 * letters + 20 + GAP, Math::max);
        node.inputs().forEach(input -> columns.merge(input, column + 1, Math::max));
    }

    private int left(int column) {
        return pitches.headMap(-column).values().stream().reduce(20, Integer::sum);
    }

    /** Opens a new lane, and returns the height of its middle. */
    private int openLane() {
        int y = LANE * lanes + LANE / 2;
        lanes++;
        return y;
    }

    /**
     * Draws a node, and before it those of its inputs that have no place yet, and returns its height: the mean of its
     * inputs' heights. The edge from an input that has its place already runs in a lane of its own.
     */
    private int place(Node node) {
        List<Integer> from = new ArrayList<>();
        for (String input : node.inputs()) {
            from.add(ys.containsKey(input) ? openLane() : place(nodes.get(input)));
        }
        int n = from.size();
        int y = n == 0
                ? openLane()
                : (int) from.stream().mapToInt(Integer::intValue).average().orElseThrow();
        ys.put(node.name(), y);
        for (int i = 0; i < n; i++) {
            edge(nodes.get(node.inputs().get(i)), from.get(i), node, y + 22 * i - 11 * n + 11);
        }
        int width = pitches.get(-columns.get(node.name())) - GAP;
        int x = left(columns.get(node.name())) + width / 2;
        int half = Math.max(26, 11 * n + 4);
        svg.add(
                "<rect x='%s' y='%s' width='%s' height='%s' rx='%s' class='%s'/>",
                x - width / 2, y - half, width, 2 * half, n == 0 ? 26 : 6, n == 0 ? "input" : "node");
        svg.text(x, y - (Double.isNaN(node.value()) ? -5 : 5), "", node.title());
        svg.text(x, y + 15, "bold", known("", node.value()));
        svg.text(x, y + half + 17, "derivative", derivative(node));
        return y;
    }

    /** An arrow forward, over a lane if it is long, and beneath it one back for the derivative. */
    private void edge(Node from, int lane, Node to, int port) {
        int left = left(columns.get(from.name()) - 1) - GAP;
        int right = left(columns.get(to.name()));
        int y = ys.get(from.name());
        boolean far = right - left > GAP;
        String bend = "c42 0 42 %1$s 84 %1$s"; // over a gap
        String start = far ? bend.formatted(lane - y) + "H" + (right - GAP) : "";
        String path = "<path d='M%s %s" + start + bend.formatted(port - (far ? lane : y)) + "' class='%s'/>";
        svg.add(path, left, y - 4, "forth");
        svg.add("<path d='M%s %sl-9 -4v8z'/>", right, port - 4);
        if (!derivative(from).isEmpty()) {
            svg.add(path, left, y + 5, "back");
            svg.add("<path d='M%s %sl9 -4v8z' class='derivative'/>", left, y + 5);
        }
    }

    private static String derivative(Node node) {
        return known("d" + node.name() + " = ", node.derivative());
    }

    private static String known(String before, double value) {
        return Double.isNaN(value) ? "" : Figure.text("%s%s", before, value);
    }
}
