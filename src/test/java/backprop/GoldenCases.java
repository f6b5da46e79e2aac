package backprop;

import backprop.activation.Activation;
import backprop.activation.Identity;
import backprop.data.Dataset;
import backprop.layer.BatchNorm;
import backprop.layer.Conv2d;
import backprop.layer.Dense;
import backprop.layer.Layer;
import backprop.layer.MaxPool;
import backprop.layer.Parameter;
import backprop.layer.Volume;
import backprop.loss.Loss;
import backprop.matrix.Matrix;
import backprop.network.Network;
import backprop.optimizer.GradientDescent;
import backprop.optimizer.Optimizer;
import backprop.regularizer.L2;
import backprop.train.Trainer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The cases of each golden file that is known; a new kind of file joins by a row. */
final class GoldenCases {
    private static final Map<String, Function<GoldenNode, List<GoldenCase>>> FILES = new LinkedHashMap<>();

    static {
        FILES.put("activations.json", GoldenCases::activations);
        FILES.put("losses.json", GoldenCases::losses);
        FILES.put("networks.json", GoldenCases::networks);
        FILES.put("optimizers.json", GoldenCases::optimizers);
        FILES.put("batchnorm.json", GoldenCases::batchNorm);
        FILES.put("convolution.json", GoldenCases::convolution);
    }

    private static final String LAYOUT = "examples, channels, height, width";

    private GoldenCases() {}

    /** The names of the files that are known. */
    static List<String> files() {
        return List.copyOf(FILES.keySet());
    }

    /** The cases of a file, whose name is known. */
    static List<GoldenCase> of(String file, GoldenNode content) {
        return FILES.get(file).apply(content);
    }

    // ---- A = g(Z) and g'(Z)

    private static List<GoldenCase> activations(GoldenNode file) {
        double[] z = file.get("z").numbers();
        List<GoldenCase> cases = new ArrayList<>();
        file.get("functions")
                .entries()
                .forEach((name, golden) -> cases.add(
                        new GoldenCase("activations.json", name, result -> activation(result, name, z, golden))));
        return cases;
    }

    private static void activation(GoldenComparison result, String name, double[] z, GoldenNode golden) {
        Activation g = GoldenTables.activation(name);
        Optional<GoldenTruth> truth = GoldenTruth.of(name);
        Matrix A = g.of(Matrix.row(z));
        Matrix dAdZ = g.derivative(Matrix.row(z));
        double[] a = golden.get("a").numbers(z.length);
        double[] dadz = golden.get("dadz").numbers(z.length);
        for (int j = 0; j < z.length; j++) {
            double at = z[j];
            String where = "(z[%s] = %s)".formatted(j, at);
            add(result, "g" + where, A.get(0, j), a[j], truth.map(t -> t.g(at)));
            add(result, "g'" + where, dAdZ.get(0, j), dadz[j], truth.map(t -> t.derivative(at)));
        }
    }

    /** The golden value decides, but where the truth about z says why it must not. */
    private static void add(
            GoldenComparison result, String symbol, double kit, double golden, Optional<GoldenTruth.AtZ> truth) {
        boolean differ = GoldenComparison.error(kit, golden) > 1;
        truth.filter(t -> differ)
                .flatMap(t -> t.verdict(kit, golden))
                .ifPresentOrElse(
                        verdict -> result.decide(symbol, kit, golden, verdict), () -> result.add(symbol, kit, golden));
    }

    // ---- ℒ, J and dZ

    private static List<GoldenCase> losses(GoldenNode file) {
        return numbered("losses.json", file.get("cases"), "kind", GoldenCases::loss);
    }

    private static void loss(GoldenComparison result, GoldenNode golden) {
        Loss loss = GoldenTables.loss(golden.get("kind").text());
        Matrix Z = golden.get("Z").matrix();
        Matrix Y = golden.get("Y").matrix();
        Matrix each = Matrix.row(golden.get("perExample").numbers(Z.cols()));
        result.add("ℒ", loss.perExample(Z, Y), each);
        result.add("J", loss.cost(Z, Y), golden.get("J").number());
        result.add("dZ", loss.dZ(Z, Y), golden.get("dZ").matrix());
    }

    // ---- whole networks, and one step of gradient descent

    private static List<GoldenCase> networks(GoldenNode file) {
        return numbered("networks.json", file.get("cases"), "hidden", GoldenCases::network);
    }

    /** J = J_data + (λ/2m) Σ ‖W‖², and dW contains (λ/m) W. */
    private static void network(GoldenComparison result, GoldenNode golden) {
        Dense[] layers = denseLayers(golden);
        Network net = networkOf(golden, layers);
        Matrix X = golden.get("X").matrix();
        Matrix Y = golden.get("Y").matrix();
        L2 penalty = new L2(golden.get("lambda").number());
        Optimizer descent = new GradientDescent(golden.get("learningRate").number());
        int m = X.cols();
        result.add("Z[L]", net.forward(X), golden.get("logits").matrix());
        double J = net.backward(Y);
        result.add("J_data", J, golden.get("Jdata").number());
        result.add("J_data of cost", net.cost(X, Y), golden.get("Jdata").number());
        for (int l = 1; l <= layers.length; l++) {
            Parameter W = layers[l - 1].parameters().get(0);
            Parameter b = layers[l - 1].parameters().get(1);
            J += penalty.penalty(W.value(), m);
            penalty.addGradient(W.value(), W.gradient(), m);
            step(result, golden, l, "W", W, descent);
            step(result, golden, l, "b", b, descent);
        }
        result.add("J", J, golden.get("J").number());
        if (penalty.lambda() == 0) {
            throughTheTrainer(result, golden, new Dataset(X, Y), descent);
        }
    }

    private static void step(
            GoldenComparison result, GoldenNode golden, int l, String W, Parameter p, Optimizer descent) {
        String symbol = W + "[" + l + "]";
        result.add("d" + symbol, p.gradient(), of(golden, "d" + W, l));
        descent.step(p.value().rows(), p.value().cols()).update(p.value(), p.gradient(), descent.alpha());
        result.add(symbol + " after a step", p.value(), of(golden, W + "next", l));
    }

    /** The same step, as a training makes it. */
    private static void throughTheTrainer(
            GoldenComparison result, GoldenNode golden, Dataset batch, Optimizer descent) {
        Dense[] layers = denseLayers(golden);
        Trainer trainer = new Trainer(networkOf(golden, layers), descent);
        result.add("J of the trainer", trainer.step(batch), golden.get("Jdata").number());
        for (int l = 1; l <= layers.length; l++) {
            String after = "[" + l + "] after the trainer's step";
            result.add("W" + after, layers[l - 1].W(), of(golden, "Wnext", l));
            result.add("b" + after, layers[l - 1].b(), of(golden, "bnext", l));
        }
    }

    private static Dense[] denseLayers(GoldenNode golden) {
        List<GoldenNode> sizes = golden.get("sizes").list();
        golden.get("sizes").require(sizes.size() > 1, "a list of at least 2 widths");
        Activation g = GoldenTables.activation(golden.get("hidden").text());
        Dense[] layers = new Dense[sizes.size() - 1];
        for (int l = 1; l <= layers.length; l++) {
            Activation own = l < layers.length ? g : new Identity();
            layers[l - 1] = new Dense(sizes.get(l - 1).count(1), sizes.get(l).count(1), own);
        }
        return layers;
    }

    private static Network networkOf(GoldenNode golden, Dense[] layers) {
        Network net = new Network(1, GoldenTables.loss(golden.get("loss").text()), layers);
        for (int l = 1; l <= layers.length; l++) {
            layers[l - 1].set(of(golden, "W", l), of(golden, "b", l));
        }
        return net;
    }

    /** The matrix of layer l, of as many as there are layers. */
    private static Matrix of(GoldenNode golden, String key, int l) {
        int layers = golden.get("sizes").list().size() - 1;
        return golden.get(key).list(layers).get(l - 1).matrix();
    }

    // ---- trajectories of optimizers

    private static List<GoldenCase> optimizers(GoldenNode file) {
        List<Matrix> grads =
                file.get("grads").list().stream().map(GoldenNode::matrix).toList();
        List<GoldenCase> cases = new ArrayList<>();
        file.get("after")
                .entries()
                .forEach((name, after) -> cases.add(new GoldenCase(
                        "optimizers.json",
                        name,
                        result -> trajectory(result, name, file.get("w0").matrix(), grads, after))));
        return cases;
    }

    private static void trajectory(
            GoldenComparison result, String name, Matrix W, List<Matrix> grads, GoldenNode after) {
        Optimizer optimizer = GoldenTables.optimizer(name);
        Optimizer.Step step = optimizer.step(W.rows(), W.cols());
        List<GoldenNode> golden = after.list(grads.size());
        for (int t = 0; t < grads.size(); t++) {
            step.update(W, grads.get(t), optimizer.alpha());
            result.add("W after " + (t + 1), W, golden.get(t).matrix());
        }
    }

    // ---- layers, whose golden parameter gradients are sums, where the kit's are means

    private static List<GoldenCase> batchNorm(GoldenNode file) {
        return List.of(new GoldenCase("batchnorm.json", "BatchNorm", result -> batchNorm(result, file)));
    }

    private static void batchNorm(GoldenComparison result, GoldenNode golden) {
        GoldenNode eps = golden.get("eps");
        eps.require(eps.number() == BatchNorm.EPSILON, BatchNorm.EPSILON + ", the kit's own");
        Matrix X = golden.get("X").matrix();
        BatchNorm layer = new BatchNorm(X.rows())
                .set(golden.get("gamma").matrix(), golden.get("beta").matrix());
        passes(result, layer, golden, GoldenNode::matrix);
        gradient(result, "dγ", layer, 0, golden.get("dgamma").matrix(), X.cols());
        gradient(result, "dβ", layer, 1, golden.get("dbeta").matrix(), X.cols());
    }

    private static List<GoldenCase> convolution(GoldenNode file) {
        GoldenNode layout = file.get("layout");
        layout.require(layout.text().equals(LAYOUT), "\"" + LAYOUT + "\"");
        List<GoldenCase> cases = new ArrayList<>();
        cases.addAll(layers("conv2d", file, GoldenCases::conv2d));
        cases.addAll(layers("maxPool", file, GoldenCases::maxPool));
        return cases;
    }

    private static List<GoldenCase> layers(
            String kind, GoldenNode file, BiConsumer<GoldenComparison, GoldenNode> check) {
        List<GoldenNode> golden = file.get(kind).list();
        List<GoldenCase> cases = new ArrayList<>();
        for (GoldenNode one : golden) {
            String name = kind + " " + (cases.size() + 1);
            cases.add(new GoldenCase("convolution.json", name, result -> check.accept(result, one)));
        }
        return cases;
    }

    private static void conv2d(GoldenComparison result, GoldenNode golden) {
        int[] sizes = golden.get("W").shape(4);
        golden.get("W").require(sizes[2] == sizes[3], "a square window");
        int stride = golden.get("stride").count(1);
        int padding = golden.get("padding").count(0);
        int n = sizes[1] * sizes[2] * sizes[3];
        Conv2d layer = new Conv2d(volume(golden), sizes[0], sizes[2], stride, padding, new Identity());
        layer.dense().set(golden.get("W").matrix(sizes[0], n), golden.get("b").matrix(sizes[0], 1));
        passes(result, layer, golden, GoldenNode::images);
        int m = golden.get("X").shape(4)[0];
        gradient(result, "dW", layer, 0, golden.get("dW").matrix(sizes[0], n), m);
        gradient(result, "db", layer, 1, golden.get("db").matrix(sizes[0], 1), m);
    }

    private static void maxPool(GoldenComparison result, GoldenNode golden) {
        int window = golden.get("window").count(1);
        int stride = golden.get("stride").count(1);
        Layer layer = new MaxPool(volume(golden), window, stride);
        passes(result, layer, golden, GoldenNode::images);
    }

    private static Volume volume(GoldenNode golden) {
        int[] sizes = golden.get("X").shape(4);
        return new Volume(sizes[1], sizes[2], sizes[3]);
    }

    private static void passes(
            GoldenComparison result, Layer layer, GoldenNode golden, Function<GoldenNode, Matrix> read) {
        result.add("Y", layer.forward(read.apply(golden.get("X"))), read.apply(golden.get("Y")));
        result.add("dX", layer.backward(read.apply(golden.get("dY"))), read.apply(golden.get("dX")));
    }

    private static void gradient(GoldenComparison result, String symbol, Layer layer, int k, Matrix golden, int m) {
        result.add(symbol, layer.parameters().get(k).gradient(), golden.divide(m));
    }

    // ---- lists of cases

    private static List<GoldenCase> numbered(
            String file, GoldenNode list, String title, BiConsumer<GoldenComparison, GoldenNode> check) {
        List<GoldenCase> cases = new ArrayList<>();
        for (GoldenNode golden : list.list()) {
            String name = "case " + (cases.size() + 1) + " " + golden.get(title).text();
            cases.add(new GoldenCase(file, name, result -> check.accept(result, golden)));
        }
        return cases;
    }
}
