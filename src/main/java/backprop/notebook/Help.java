package backprop.notebook;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code %help} shows: how to get help, the magics, and what of each package a notebook uses most.
 *
 * @param what a key, a magic or a package
 * @param use what it does, or code that runs as it stands
 */
record Help(String what, List<String> use) {
    private static final String BRIEFLY = "keys, magics, and what the library has";
    private static final String CAPTION = BRIEFLY + ", in the order of the lectures";

    /** Lists the keys and the magics. */
    static final List<Help> KEYS = List.of(
            of("Tab", "completes the name at the cursor"),
            of("Shift-Tab", "explains it: what a method takes and returns"),
            of("hint()", "the next hint to the exercise that was checked last"),
            of("README.md", "the index of the notebooks, in their folder"),
            of("%vars", "your variables, with the shapes of matrices"),
            of("%kit", "versions, threads and memory"));

    /** Lists the packages. */
    static final List<Help> PACKAGES = List.of(
            of(
                    "matrix",
                    "Matrix A = Matrix.of(new double[][] {{1, 2}, {3, 4}})",
                    "Matrix B = Matrix.zeros(2, 2)",
                    "Matrix.column(1, 2)",
                    "Matrix.row(1, 2)"),
            of("", "A.rows()", "A.cols()", "A.get(0, 1)", "A.set(0, 1, 5)", "A.transpose()", "A.map(Math::exp)"),
            of("", "A.mult(B)", "A.plus(B)", "A.minus(B)", "A.hadamard(B)", "A.divide(2)", "A.times(2)"),
            of("", "A.sumOverExamples()", "A.sumOfColumns()", "A.argMaxOfColumns()", "A.sum()", "A.mean()", "A.norm()"),
            of("activation", "new Relu()", "new Sigmoid()", "new Tanh()", "new LeakyRelu()", "Softmax.of(A)"),
            of("loss", "new CrossEntropy()", "new BinaryCrossEntropy()", "new SquaredError()"),
            of("init", "new Glorot()", "new He()", "new Normal(0.01)", "new Zeros()"),
            of("layer", "new Dense(64, 32, new Relu())", "new Dropout(0.2)", "new BatchNorm(32)"),
            of(
                    "network",
                    "Network net = new Network(1, new CrossEntropy(), new Dense(64, 32, new Relu()), new Dense(32, 10))"),
            of("optimizer", "new GradientDescent(0.1)", "new Momentum(0.1, 0.9)", "new Adam(0.001)"),
            of("regularizer", "new L2(0.01)", "new L1(0.01)"),
            of("data", "Dataset data = Digits.load()", "data.X()", "data.Y()", "data.split(0.8, 1)"),
            of("train", "History history = new Trainer(net, new Adam(0.001)).train(data, 2)"),
            of("plot", "Plots.network(net)", "Plots.history(history)"),
            of("exercise", "Check.close(\"one and one\", 2, 1 + 1, 1e-12)", "Check.shape(2, 2, A)"));

    /** All of it. */
    static TextTable sheet() {
        List<List<String>> rows = Stream.concat(KEYS.stream(), PACKAGES.stream())
                .map(help -> List.of(help.what, String.join(", ", help.use)))
                .toList();
        return new TextTable(CAPTION, List.of("what", "use"), rows);
    }

    /** The magics, with a few words on each. */
    static String magics() {
        return KEYS.stream()
                .filter(help -> help.what.startsWith("%"))
                .map(help -> help.what + " (" + String.join(", ", help.use) + ")")
                .collect(Collectors.joining(" and ", "the library's magics are %help (" + BRIEFLY + "), ", ""));
    }

    private static Help of(String what, String... use) {
        return new Help(what, List.of(use));
    }
}
