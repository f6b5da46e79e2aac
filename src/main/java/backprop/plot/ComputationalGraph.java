package backprop.plot;

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
        String alt = "Computational graph from left to right";
        String derivatives = "";
        for (Node node : nodes) {
            Figure.require(
                    graph.nodes.keySet().containsAll(node.inputs()),
                    "computationalGraph: %s takes %s, which must stand before it, got only %s",
                    node.name(),
                    node.inputs(),
                    graph.nodes.keySet());
            Figure.require(
                    graph.nodes.put(node.name(), node) == null,
                    "computationalGraph: each node must have a name of its own, got two %s",
                    node.name());
            alt += "; " + node.title() + known(" = ", node.value());
            derivatives += known("; d" + node.name() + " = ", node.derivative());
        }
        for (int i = nodes.size() - 1; i >= 0; i--) {
            graph.column(nodes.get(i));
        }
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (!graph.ys.containsKey(nodes.get(i).name())) {
                graph.place(nodes.get(i));
            }
        }
        int width = graph.left(-1) - GAP + 20;
        int height = LANE * graph.lanes + 56;
        graph.svg.text(width / 2, height - 34, "", "→ values forward");
        if (!derivatives.isEmpty()) {
            alt += ". Derivatives from right to left" + derivatives;
            graph.svg.text(width / 2, height - 14, "derivative", "⇠ dashed: derivatives backward");
        }
        return graph.svg.figure(width, height, alt + ".");
    }

    /** A node stands in the column before the first that takes it. */
    private void column(Node node) {
        int column = columns.merge(node.name(), 0, Math::max);
        pitches.merge(
                -column, 9 * Math.max(7, Svg.longest(List.of(node.title(), derivative(node)))) + 20 + GAP, Math::max);
        node.inputs().forEach(input -> columns.merge(input, column + 1, Math::max));
    }

    private int left(int column) {
        return pitches.headMap(-column).values().stream().reduce(20, Integer::sum);
    }

    private int lane() {
        return LANE * lanes++ + LANE / 2;
    }

    /** Draws a node amid those that it takes; an edge of one that has its place has a lane. */
    private int place(Node node) {
        List<Integer> from = node.inputs().stream()
                .map(input -> ys.containsKey(input) ? lane() : place(nodes.get(input)))
                .toList();
        int n = from.size();
        int y = (int) from.stream().mapToInt(Integer::intValue).average().orElseGet(this::lane);
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
