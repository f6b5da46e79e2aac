package backprop.plot;

import backprop.layer.Layer;
import backprop.layer.Parameter;
import backprop.matrix.Matrix;
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
  private final int pitch;

  private NetworkDiagram(Network net) {
    IntStream layers = IntStream.rangeClosed(1, net.layers().size());
    pitch = Math.max(190, 9 * Svg.longest(layers.mapToObj(net::name).toList()));
  }

  /** The layers from left to right; the loss beneath them. */
  static Figure of(Network net) {
    NetworkDiagram diagram = new NetworkDiagram(net);
    StringBuilder alt = new StringBuilder("Network diagram from left to right");
    int L = net.layers().size();
    int n = net.layer(1).inputs();
    diagram.column(0, n, "X = A[0]");
    for (int l = 1; l <= L; l++) {
      Layer layer = net.layer(l);
      int outputs = layer.outputs() == Shape.ANY ? n : layer.outputs();
      boolean all = false;
      long count = 0;
      List<String> head = new ArrayList<>(List.of(net.name(l)));
      for (Parameter p : layer.parameters()) {
        Matrix W = p.value();
        head.add("%s[%s] %s".formatted(p.name(), l, W.shape()));
        count += (long) W.rows() * W.cols();
        all |= W.rows() == outputs && W.cols() == n;
      }
      head.add(count + " parameters");
      int middle = 64 + l * diagram.pitch - diagram.pitch / 2;
      for (int i = 0; i < head.size(); i++) {
        diagram.svg.text(middle, 28 + 18 * i, i == 0 ? "bold" : "", head.get(i));
      }
      alt.append("; ").append(String.join(", ", head));
      diagram.edges(l, ys(n), ys(outputs), all);
      n = outputs;
      diagram.column(l, n, l < L ? "A[" + l + "]" : "Z[" + L + "]");
    }
    String loss = net.loss().getClass().getSimpleName();
    String sum = "%s of Z[%s]; %s parameters".formatted(loss, L, net.parameterCount());
    int width = L * diagram.pitch + 128;
    diagram.svg.text(width / 2, BOTTOM + 48, "", sum);
    return diagram.svg.figure(width, BOTTOM + 64, alt + "; " + sum + ".");
  }

  /** Lines from all nodes to all where a W (n, n₋) joins them, else from each to its like. */
  private void edges(int l, int[] from, int[] to, boolean all) {
    int right = 53 + l * pitch;
    for (int i = 0; i < from.length; i++) {
      for (int j = 0; j < to.length; j++) {
        if (all || i == j) {
          int left = right + 22 - pitch;
          svg.add("<path d='M%s %sL%s %s' class='edge'/>", left, from[i], right, to[j]);
        }
      }
    }
  }

  private void column(int l, int n, String symbol) {
    int x = 64 + l * pitch;
    for (int y : ys(n)) { svg.add("<circle cx='%s' cy='%s' r='11' class='node'/>", x, y); }
    svg.text(x, MIDDLE + 6, "bold", ys(n).length == n ? "" : "⋮");
    svg.text(x, BOTTOM, "bold", symbol);
    svg.text(x, BOTTOM + 18, "", n == Shape.ANY ? "(n[0], m)" : "(%s, m)".formatted(n));
  }

  /** Where a layer's nodes are; the middle is free where some of many are left out. */
  private static int[] ys(int n) {
    int shown = n == Shape.ANY ? MOST : Math.min(n, MOST);
    IntStream rows = IntStream.range(0, shown).filter(i -> shown == n || i != MOST / 2);
    return rows.map(i -> MIDDLE + (2 * i - shown + 1) * 17).toArray();
  }
}
