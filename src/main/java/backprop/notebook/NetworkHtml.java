package backprop.notebook;

import backprop.activation.Activation;
import backprop.layer.ActivationLayer;
import backprop.layer.Conv2d;
import backprop.layer.Dense;
import backprop.layer.Layer;
import backprop.matrix.Shape;
import backprop.network.Network;
import backprop.plot.Figure;
import backprop.plot.Plots;
import java.util.Locale;

/** A network as a table of its layers, and under it its diagram. */
final class NetworkHtml {
    private static final String NONE = "–";

    private NetworkHtml() {}

    static Rendering of(Network net) {
        int L = net.layers().size();
        String heads = Html.head("col", "right", "l")
                + Html.head("col", "left", "layer")
                + Html.head("col", "left", "A[l-1] → A[l]")
                + Html.head("col", "left", "activation")
                + Html.head("col", "right", "parameters");
        StringBuilder rows = new StringBuilder("<thead>" + Html.row(heads) + "</thead><tbody>");
        int n = net.layers().stream()
                .mapToInt(Layer::inputs)
                .filter(width -> width != Shape.ANY)
                .findFirst()
                .orElse(Shape.ANY);
        for (int l = 1; l <= L; l++) {
            Layer layer = net.layer(l);
            int outputs = layer.outputs() == Shape.ANY ? n : layer.outputs();
            String g = activation(layer);
            rows.append(Html.row(Html.digits(Integer.toString(l))
                    + Html.head("row", "left", name(net, l, g))
                    + Html.words(shape(n) + " → " + shape(outputs))
                    + Html.words(g)
                    + Html.digits(count(layer.parameters().stream()
                            .mapToLong(p -> (long) p.value().rows() * p.value().cols())
                            .sum()))));
            n = outputs;
        }
        String sum = Html.row("<td></td>" + Html.head("row", "left", "total") + Html.words("") + Html.words("")
                + Html.digits(count(net.parameterCount())));
        String loss = net.loss().getClass().getSimpleName() + " of Z[" + L + "]";
        String caption = "Network of " + L + (L == 1 ? " layer, " : " layers, ") + loss;
        Figure diagram = Plots.network(net);
        String html = Html.table(caption, rows + "</tbody><tfoot>" + sum + "</tfoot>")
                + "<div style=\"margin-top:8px\">" + Html.image(diagram) + "</div>";
        return new Rendering(net.toString(), html, Renderers.png(diagram));
    }

    /** A layer's name without its number and its activation, which have columns of their own. */
    private static String name(Network net, int l, String g) {
        String name = net.name(l).replace("[" + l + "]", "");
        return Html.escape(name.endsWith(" " + g) ? name.substring(0, name.length() - g.length() - 1) : name);
    }

    private static String activation(Layer layer) {
        if (layer instanceof Dense dense) {
            return name(dense.activation());
        }
        if (layer instanceof Conv2d conv) {
            return name(conv.dense().activation());
        }
        // its text ends with the activation's name
        return layer instanceof ActivationLayer
                ? layer.toString().substring(layer.toString().lastIndexOf(' ') + 1)
                : NONE;
    }

    private static String name(Activation g) {
        return g.getClass().getSimpleName();
    }

    private static String shape(int n) {
        return "(" + (n == Shape.ANY ? "n" : n) + ", m)";
    }

    private static String count(long parameters) {
        return String.format(Locale.ROOT, "%,d", parameters);
    }
}
