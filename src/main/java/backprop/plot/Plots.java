package backprop.plot;

import backprop.data.Dataset;
import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import backprop.network.Network;
import backprop.train.History;
import backprop.train.Metrics;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** All figures by name. */
public final class Plots {
    private Plots() {}

    /**
     * {@return cost, and beside it accuracy where there is one, over the epochs of a training}
     *
     * @param history at least one epoch
     */
    public static Figure history(History history) {
        return Curves.of(history);
    }

    /**
     * {@return the same of a training that goes on, drawn in a fraction of the time: its axes reach to the last planned
     * epoch, or, of more than 200, to a few times the epochs so far}
     *
     * @param history the epochs so far, or none
     * @param planned how many there will be
     */
    public static Figure history(History history, int planned) {
        return LiveHistory.of(history, planned);
    }

    /**
     * {@return functions as curves, such as activations or schedules}
     *
     * @param title the title
     * @param x what x is
     * @param y what the functions give
     * @param ends the least and the largest x
     * @param lines the functions by name
     */
    public static Figure lines(
            String title, String x, String y, double[] ends, Map<String, DoubleUnaryOperator> lines) {
        Figure.requireEnds("lines: ends", ends);
        Figure.require(!lines.isEmpty(), "lines: there must be at least one function, got none");
        return Curves.of(Curves.chart(title, x, y, 520, 320), ends, new TreeMap<>(lines));
    }

    /**
     * {@return how often each true class (row) was taken for each class (column)}
     *
     * @param net the network
     * @param data examples with their classes
     */
    public static Figure confusion(Network net, Dataset data) {
        return confusion(Metrics.confusion(net, data), classes(data));
    }

    /**
     * {@return the same of counts that come from elsewhere}
     *
     * @param counts how often each class (row) was taken for each (column), such as Y Ŷᵀ where both are one-hot
     * @param classes their names
     */
    public static Figure confusion(Matrix counts, List<String> classes) {
        return Panels.confusion(Shape.require("confusion", "counts", counts, classes.size(), classes.size()), classes);
    }

    /**
     * {@return the class that a network gives to each point of a plane, and the examples}
     *
     * @param net the network; a single output parts two classes at ½
     * @param data examples of two features, X (2, m), with their classes
     */
    public static Figure decisionRegions(Network net, Dataset data) {
        return Maps.regions(
                net, Objects.requireNonNull(data, "decisionRegions: the data must not be null"), classes(data));
    }

    /**
     * {@return paths of optimizers over the levels of a surface}
     *
     * @param J the surface, J(w₁, w₂)
     * @param w1 the least and the largest w₁ to show
     * @param w2 the least and the largest w₂ to show
     * @param paths the points {w₁, w₂} of each path
     */
    public static Figure paths(DoubleBinaryOperator J, double[] w1, double[] w2, Map<String, List<double[]>> paths) {
        Figure.requireEnds("paths: w1", w1);
        Figure.requireEnds("paths: w2", w2);
        return Maps.paths(J, w1, w2, new TreeMap<>(paths));
    }

    /**
     * {@return how the entries of each matrix are distributed, over one range}
     *
     * @param matrices such as the gradients of each layer, shown in the map's order
     */
    public static Figure histograms(Map<String, Matrix> matrices) {
        return Panels.histograms(matrices);
    }

    /**
     * {@return how the entries of A[1] to A[L] are distributed as the network predicts}
     *
     * @param net the network
     * @param X the inputs (n[0], m)
     */
    public static Figure activations(Network net, Matrix X) {
        Map<String, Matrix> layers = new LinkedHashMap<>();
        Matrix A = X;
        for (int l = 1; l <= net.layers().size(); l++) {
            A = net.layer(l).predict(A);
            layers.put("A[" + l + "]", A);
        }
        return histograms(layers);
    }

    /**
     * {@return the first examples as images, with the names of their classes}
     *
     * @param data examples whose inputs are square images
     * @param count how many, at the most
     */
    public static Figure gallery(Dataset data, int count) {
        Objects.requireNonNull(data, "gallery: the data must not be null");
        Figure.require(count > 0, "gallery: count must be at least 1, got %s", count);
        Dataset some = data.select(IntStream.range(0, Math.min(count, data.m())).toArray());
        if (data.classes().size() < 2) {
            return gallery(some.X(), Collections.nCopies(some.m(), ""));
        }
        return gallery(
                some.X(),
                IntStream.of(some.labels()).mapToObj(data.classes()::get).toList());
    }

    /**
     * {@return columns as images, such as mistakes, or Wᵀ of layer 1: what its nodes look for}
     *
     * @param X square images (pixels, m), whose colours tell the sign where some are negative
     * @param captions m captions
     */
    public static Figure gallery(Matrix X, List<String> captions) {
        return Panels.gallery(Shape.require("gallery", "X", X, Shape.ANY, Shape.ANY), captions);
    }

    /**
     * {@return the layers as columns of nodes, with the shapes of their parameters}
     *
     * @param net the network
     */
    public static Figure network(Network net) {
        return NetworkDiagram.of(net);
    }

    /**
     * {@return operations from left to right, values flowing forward, derivatives backward}
     *
     * @param nodes the nodes, each after those that it takes
     * @throws IllegalArgumentException if a node takes one that does not stand before it
     */
    public static Figure computationalGraph(Node... nodes) {
        Figure.require(nodes.length > 0, "computationalGraph: there must be at least one node, got none");
        return ComputationalGraph.of(List.of(nodes));
    }

    private static List<String> classes(Dataset data) {
        return data.classes().size() > 1
                ? data.classes()
                : IntStream.range(0, Math.max(2, data.Y().rows()))
                        .mapToObj(String::valueOf)
                        .toList();
    }
}
