package backprop.plot;

import backprop.layer.Parameter;
import backprop.matrix.Shape;
import backprop.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A network as columns of nodes, A[0] to Z[L]; above the lines between them stand the layers. */
final class NetworkDiagram {
    private static final int MOST = 7;
    private static final int MIDDLE = 220;
    private static final int BOTTOM = MIDDLE + 140;
    private final Svg svg = new Svg();
    private int pitch;

    static Figure of(Network net) {
        NetworkDiagram diagram = new NetworkDiagram();
        String alt = "Network diagram from left to right";
        int L = net.layers().size();
        int n = net.layer(1).inputs();
        diagram.pitch = Math.max(
                190,
                9 * Svg.longest(IntStream.rangeClosed(1, L).mapToObj(net::name).toList()));
        diagram.column(0, n, "X = A[0]");
        for (int l = 1; l <= L; l++) {
            int outputs = net.layer(l).outputs() == Shape.ANY ? n : net.layer(l).outputs();
            boolean all = false;
            long count = 0;
            List<String> head = new ArrayList<>(List.of(net.name(l)));
            for (Parameter p : net.layer(l).parameters()) {
                head.add("%s[%s] %s".formatted(p.name(), l, p.value().shape()));
                count += (long) p.value().rows() * p.value().cols();
                all |= p.value().rows() == outputs && p.value().cols() == n;
            }
            head.add(count + " parameters");
            alt += "; " + String.join(", ", head);
            diagram.layer(l, head, ys(n), ys(outputs), all);
            n = outputs;
            diagram.column(l, n, l < L ? "A[" + l + "]" : "Z[" + L + "]");
        }
        String sum =
                "%s of Z[%s]; %s parameters".formatted(net.loss().getClass().getSimpleName(), L, net.parameterCount());
        diagram.svg.text(L * diagram.pitch / 2 + 64, BOTTOM + 48, "", sum);
        return diagram.svg.figure(L * diagram.pitch + 128, BOTTOM + 64, alt + "; " + sum + ".");
    }

    /**
     * Draws the head of a layer and its lines: from all nodes to all nodes if a W (n, n₋) connects them, else from each
     * node to the one beside it.
     */
    private void layer(int l, List<String> head, int[] from, int[] to, boolean all) {
        int end = 53 + l * pitch;
        for (int i = 0; i < head.size(); i++) {
            svg.text(end + 11 - pitch / 2, 28 + 18 * i, i == 0 ? "bold" : "", head.get(i));
        }
        for (int i = 0; i < from.length; i++) {
            for (int j = 0; j < to.length; j++) {
                if (all || i == j) {
                    svg.add("<path d='M%s %sL%s %s' class='edge'/>", end + 22 - pitch, from[i], end, to[j]);
                }
            }
        }
    }

    private void column(int l, int n, String symbol) {
        int x = 64 + l * pitch;
        for (int y : ys(n)) {
            svg.add("<circle cx='%s' cy='%s' r='11' class='node'/>", x, y);
        }
        svg.text(x, MIDDLE + 6, "bold", ys(n).length == n ? "" : "⋮");
        svg.text(x, BOTTOM, "bold", symbol);
        svg.text(x, BOTTOM + 18, "", n == Shape.ANY ? "(n[0], m)" : "(%s, m)".formatted(n));
    }

    /** Returns the heights of a layer's nodes. If only some of many are drawn, the middle stays free. */
    private static int[] ys(int n) {
        int shown = n == Shape.ANY ? MOST : Math.min(n, MOST);
        return IntStream.range(0, shown)
                .filter(i -> shown == n || i != MOST / 2)
                .map(i -> MIDDLE + (2 * i - shown + 1) * 17)
                .toArray();
    }
}
