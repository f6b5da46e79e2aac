package backprop;

import backprop.activation.Relu;
import backprop.activation.Tanh;
import backprop.data.Dataset;
import backprop.data.Normalization;
import backprop.layer.ActivationLayer;
import backprop.layer.AveragePool;
import backprop.layer.BatchNorm;
import backprop.layer.Conv2d;
import backprop.layer.Dense;
import backprop.layer.Dropout;
import backprop.layer.Flatten;
import backprop.layer.Layer;
import backprop.layer.MaxPool;
import backprop.layer.Volume;
import backprop.loss.BinaryCrossEntropy;
import backprop.loss.CrossEntropy;
import backprop.loss.HalfSquaredError;
import backprop.loss.KullbackLeibler;
import backprop.loss.ProbabilityBinaryCrossEntropy;
import backprop.loss.ProbabilityCrossEntropy;
import backprop.loss.SquaredError;
import backprop.matrix.Matrix;
import backprop.network.Network;
import backprop.optimizer.AdaDelta;
import backprop.optimizer.AdaGrad;
import backprop.optimizer.Adam;
import backprop.optimizer.AdamW;
import backprop.optimizer.GradientDescent;
import backprop.optimizer.Momentum;
import backprop.optimizer.Nesterov;
import backprop.optimizer.Optimizer;
import backprop.optimizer.RmsProp;
import backprop.regularizer.L1;
import backprop.regularizer.L2;
import backprop.train.Trainer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Good objects and arguments for every method of the library that takes a matrix or a data set: six examples with four
 * inputs and three classes. A new class joins by a row of OBJECTS, and by a row of ARGUMENTS where its parameter is not
 * what its name stands for elsewhere.
 */
final class ApiSamples {
    private static final int M = 6;
    private static final Matrix X = Samples.normal(4, M, 1);
    private static final Matrix Y = Samples.oneHot(3, M, 2);

    /** Four inputs as an image. */
    private static final Volume IMAGE = new Volume(1, 2, 2);

    private ApiSamples() {}

    /** A fresh object of each public class, ready for every one of its methods. */
    static final Map<String, Supplier<?>> OBJECTS = new LinkedHashMap<>();

    static {
        OBJECTS.put("Matrix", () -> Samples.normal(4, M, 3));
        Activations.ALL.forEach(g -> OBJECTS.put(g.getClass().getSimpleName(), () -> g));
        OBJECTS.put("CrossEntropy", CrossEntropy::new);
        OBJECTS.put("KullbackLeibler", KullbackLeibler::new);
        OBJECTS.put("BinaryCrossEntropy", BinaryCrossEntropy::new);
        OBJECTS.put("SquaredError", SquaredError::new);
        OBJECTS.put("HalfSquaredError", HalfSquaredError::new);
        OBJECTS.put("ProbabilityCrossEntropy", ProbabilityCrossEntropy::new);
        OBJECTS.put("ProbabilityBinaryCrossEntropy", ProbabilityBinaryCrossEntropy::new);
        OBJECTS.put("Dense", () -> passed(new Dense(4, 3)));
        OBJECTS.put("ActivationLayer", () -> passed(new ActivationLayer(new Tanh())));
        OBJECTS.put("Dropout", () -> passed(new Dropout(0.5)));
        OBJECTS.put("BatchNorm", () -> passed(new BatchNorm(4)));
        OBJECTS.put("Flatten", () -> passed(new Flatten(IMAGE)));
        OBJECTS.put("Conv2d", () -> passed(new Conv2d(IMAGE, 1, 1, new Tanh())));
        OBJECTS.put("MaxPool", () -> passed(new MaxPool(IMAGE, 1, 1)));
        OBJECTS.put("AveragePool", () -> passed(new AveragePool(IMAGE, 1, 1)));
        OBJECTS.put("Network", ApiSamples::net);
        OBJECTS.put("GradientDescent step", () -> step(new GradientDescent(0.1)));
        OBJECTS.put("Momentum step", () -> step(new Momentum(0.1)));
        OBJECTS.put("Nesterov step", () -> step(new Nesterov(0.1)));
        OBJECTS.put("AdaGrad step", () -> step(new AdaGrad()));
        OBJECTS.put("RmsProp step", () -> step(new RmsProp()));
        OBJECTS.put("AdaDelta step", () -> step(new AdaDelta()));
        OBJECTS.put("Adam step", () -> step(new Adam()));
        OBJECTS.put("AdamW step", () -> step(new AdamW()));
        OBJECTS.put("L1", () -> new L1(1));
        OBJECTS.put("L2", () -> new L2(1));
        OBJECTS.put("Normalization", () -> Normalization.fit(X));
        OBJECTS.put("Trainer", () -> new Trainer(net(), new Adam()));
    }

    /** Arguments by the name of a parameter. */
    private static final Map<String, Supplier<?>> BY_NAME = Map.ofEntries(
            Map.entry("X", () -> X),
            Map.entry("Y", () -> Y),
            Map.entry("A", () -> X),
            Map.entry("Z", () -> Samples.normal(3, M, 4)),
            Map.entry("Yhat", () -> Samples.uniform(3, M, 5)),
            Map.entry("dA", () -> Samples.normal(3, M, 6)),
            Map.entry("dZ", () -> Samples.normal(3, M, 6)),
            Map.entry("W", () -> Samples.normal(3, 4, 7)),
            Map.entry("dW", () -> Samples.normal(3, 4, 8)),
            Map.entry("b", () -> Samples.normal(3, 1, 9)),
            Map.entry("B", () -> Samples.normal(4, M, 10)),
            Map.entry("C", () -> Samples.normal(4, M, 11)),
            Map.entry("M", () -> Samples.normal(4, M, 12)),
            Map.entry("like", () -> Samples.normal(4, M, 13)),
            Map.entry("mu", () -> Samples.normal(4, 1, 14)),
            Map.entry("sigma", () -> Samples.uniform(4, 1, 15)),
            Map.entry("perExample", () -> Samples.uniform(1, M, 16)),
            Map.entry("value", () -> Samples.normal(3, 4, 17)),
            Map.entry("gradient", () -> Samples.normal(3, 4, 18)),
            Map.entry("net", ApiSamples::net),
            Map.entry("data", () -> new Dataset(X, Y)),
            Map.entry("batch", () -> new Dataset(X, Y)),
            Map.entry("train", () -> new Dataset(X, Y)),
            Map.entry("test", () -> new Dataset(X, Y)),
            Map.entry("classes", () -> List.of("a", "b", "c")),
            Map.entry("random", () -> new Random(19)),
            Map.entry("f", () -> (DoubleBinaryOperator) Double::sum),
            Map.entry("J", () -> (DoubleSupplier) () -> 1.0),
            Map.entry("where", () -> "somewhere"),
            Map.entry("what", () -> "something"),
            Map.entry("expected", () -> Samples.normal(4, M, 26)),
            Map.entry("actual", () -> Samples.normal(4, M, 26)),
            Map.entry("tolerance", () -> 1e-9),
            Map.entry("bound", () -> 1e-9),
            Map.entry("least", () -> 1e-9),
            Map.entry("symbol", () -> "M"),
            Map.entry("name", () -> "W"),
            Map.entry("penalized", () -> true),
            Map.entry("rows", () -> 4),
            Map.entry("cols", () -> M),
            Map.entry("m", () -> M),
            Map.entry("size", () -> 2),
            Map.entry("count", () -> 2),
            Map.entry("epochs", () -> 1),
            Map.entry("c", () -> 0.5),
            Map.entry("alpha", () -> 0.1));

    /** Arguments that differ from what their names stand for. */
    private static final Map<String, Supplier<?>> ARGUMENTS = Map.ofEntries(
            Map.entry("ActivationLayer dA", () -> Samples.normal(4, M, 6)),
            Map.entry("Dropout dA", () -> Samples.normal(4, M, 6)),
            Map.entry("BatchNorm dA", () -> Samples.normal(4, M, 6)),
            Map.entry("Flatten dA", () -> Samples.normal(4, M, 6)),
            Map.entry("Conv2d dA", () -> Samples.normal(4, M, 6)),
            Map.entry("MaxPool dA", () -> Samples.normal(4, M, 6)),
            Map.entry("AveragePool dA", () -> Samples.normal(4, M, 6)),
            Map.entry("Matrix.mult(B) B", () -> Samples.normal(M, 3, 20)),
            Map.entry("Matrix.multTransA(B) B", () -> Samples.normal(4, 3, 21)),
            Map.entry("Matrix.multTransB(B) B", () -> Samples.normal(3, M, 22)),
            Map.entry("Matrix.assign(B, C, f) f", () -> (Matrix.TernaryOperator) (a, b, c) -> a + b + c),
            Map.entry("ProbabilityCrossEntropy Z", () -> Samples.uniform(3, M, 5)),
            Map.entry("ProbabilityBinaryCrossEntropy Z", () -> Samples.uniform(3, M, 5)),
            Map.entry("BatchNorm gamma", () -> Samples.normal(4, 1, 7)),
            Map.entry("BatchNorm beta", () -> Samples.normal(4, 1, 8)),
            Map.entry("Plots.gallery(X, captions) captions", () -> List.of("a", "b", "c", "d", "e", "f")),
            Map.entry("Plots.decisionRegions(net, data) net", () -> net(2)),
            Map.entry("Plots.decisionRegions(net, data) data", () -> new Dataset(plane(), Y)),
            Map.entry("Matrix.addRows(B, rows) rows", () -> new int[] {0, 1, 2, 3}),
            Map.entry("Matrix.addRowsPadded(B, rows) rows", () -> new int[] {0, 1, 2, 3}),
            Map.entry("Matrix.assignMultTransB(A, B) B", () -> Samples.normal(6, 6, 23)),
            Map.entry("Conv2d.set(W, b) W", () -> Samples.normal(1, 1, 24)),
            Map.entry("Conv2d.set(W, b) b", () -> Samples.normal(1, 1, 25)),
            Map.entry("Plots.confusion(counts, classes) counts", () -> Matrix.ones(3, 3)),
            Map.entry("Check.zero(what, M) M", () -> Matrix.zeros(4, M)),
            Map.entry("Check.zero(what, M, tolerance) M", () -> Matrix.zeros(4, M)),
            Map.entry("new ClassScores(classes, confusion) confusion", () -> Matrix.ones(3, 3)));

    /** A good argument for a parameter of a door. */
    static Object argument(String door, String parameter) {
        String object = door.substring(0, Math.max(0, door.indexOf('.')));
        Supplier<?> good = BY_NAME.get(parameter);
        good = ARGUMENTS.getOrDefault(object + " " + parameter, good);
        good = ARGUMENTS.getOrDefault(door + " " + parameter, good);
        if (good == null) {
            throw new AssertionError("ApiSamples has no argument for " + parameter + " of " + door);
        }
        return good.get();
    }

    /** What takes an argument that would be bad elsewhere, and why that is right. */
    private static final List<String> TAKES = List.of(
            // an activation, a softmax, the numerical gradient and a sketch are for any shape
            "[A-Za-z]+\\.(of|derivative)\\(Z\\) with Z of a (row|column) more",
            "Softmax\\.(of|log|logSumExp)\\(Z\\) with Z of a (row|column) more",
            "GradientCheck.numerical\\(W, J\\) with W of a (row|column) more",
            "MatrixSketch.of\\(M\\) with M of a (row|column) more",
            "(ActivationLayer|Dropout)\\.(forward|predict)\\(A\\) with A of a row more",
            // m, the number of examples, is free
            "Plots\\.activations\\(net, X\\) with X of a column more",
            "\\w+\\.(forward|predict)\\([AX]\\) with [AX] of a column more",
            "\\w+\\.predict\\((Z|Yhat)\\) with \\w+ of a (row|column) more",
            "Normalization\\.(apply|invert|fit)\\(X\\) with X of a column more",
            "Normalization\\.fit\\(X\\) with X of a row more",
            "Normalization\\.apply\\(data\\) with data of a class more",
            // the free size of a product
            "Matrix\\.(mult|multTransA)\\(B\\) with B of a column more",
            "Matrix\\.multTransB\\(B\\) with B of a row more",
            // inputs may be of any size, and labels may be values, which the loss will judge
            "new Dataset\\(X, Y\\) with X of a row more",
            "new Dataset\\(X, Y, classes\\) with X of a row more",
            "new Dataset\\(X, Y\\) with Y (of a row more|with a 2)",
            "new MiniBatches\\(data, size, random\\) with data of .* more",
            "Plots.gallery\\(data, count\\) with data of a class more",
            // what trains will judge it
            "Trainer\\.validation\\(data\\) with data of .* more",
            // a penalty is for any parameter
            "Metrics\\.classes\\(Y\\) with Y (of a (row|column) more|with a 2)",
            "L[12]\\.penalty\\(W, m\\) with W of a (row|column) more",
            // two matrices of any shape are two, and null is no matrix
            "Matrix\\.sharesNumbers\\(B\\) with B .*",
            "Storage\\.of\\(M\\) with M (of|without) .*",
            "Storage\\.view\\(M, rows, cols\\) with M of a (row|column) more",
            // records that only carry what a layer, a loss or a split made
            "new (Parameter|Evaluation|Split|ClassScores)\\(.*",
            // values are labels too
            "(Half)?SquaredError\\.\\w+\\(Z, Y\\) with Y with a 2");

    /** Whether a call with a bad argument is right, by the sweep's name of it. */
    static boolean takes(String call) {
        return TAKES.stream().anyMatch(call::matches);
    }

    private static Network net() {
        Network net = net(4);
        net.forward(X);
        return net;
    }

    private static Network net(int inputs) {
        Dense first = new Dense(inputs, 5, new Relu());
        return new Network(1, new CrossEntropy(), first, new Dense(5, 3));
    }

    private static Matrix plane() {
        return Samples.normal(2, M, 23);
    }

    private static Layer passed(Layer layer) {
        layer.forward(X);
        return layer;
    }

    private static Optimizer.Step step(Optimizer optimizer) {
        return optimizer.step(3, 4);
    }
}
