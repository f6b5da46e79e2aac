package backprop.network;

import backprop.layer.Layer;
import backprop.layer.Parameter;
import backprop.loss.Loss;
import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import backprop.matrix.ShapeException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * L layers and a loss: A[0] = X, A[l] = layer l of A[l-1], Z[L] = A[L] are the logits, and the loss makes Ŷ of them.
 * Shapes: X (n[0], m), Y and Ŷ (n[L], m); what does not fit is refused with a {@link ShapeException}. Notes 000 to
 * 004.
 */
public final class Network {
    private final Loss loss;
    private final List<Layer> layers;
    private Matrix logits;
    private Matrix Yhat;

    /**
     * A network whose layers draw their parameters from one seed.
     *
     * @param seed the seed of all initial weights
     * @param loss the loss, which owns the output activation
     * @param layers layer 1 to layer L, each of this network alone; what was set in one stays
     * @throws IllegalArgumentException if there is no layer, one comes twice or is in another network, or the last has an
     * activation that the loss computes itself
     * @throws ShapeException if a layer takes another number of inputs than the one before gives
     */
    public Network(long seed, Loss loss, Layer... layers) {
        if (layers.length == 0) {
            throw new IllegalArgumentException("Network: must have at least one layer, got none");
        }
        this.loss = Objects.requireNonNull(loss, "Network: the loss must not be null");
        LayerRules.require(loss, layers); // before any layer changes
        this.layers = List.of(layers);
        Random random = new Random(seed);
        for (int l = 1; l <= layers.length; l++) {
            layers[l - 1].initialize(l, random);
        }
    }

    /**
     * {@return the logits Z[L] (n[L], m), by A[l] = layer l of A[l-1] for l = 1 … L, in a matrix of its own; layers keep
     * what backward needs}
     *
     * @param X the inputs (n[0], m), with m at least {@link #minimumBatchSize}
     * @throws ShapeException if X does not fit; a batch that is too small changes nothing
     */
    public Matrix forward(Matrix X) {
        requireBatch(X);
        Matrix A = X;
        for (Layer layer : layers) {
            A = layer.forward(A);
        }
        logits = A;
        return logits.times(1);
    }

    /** {@return the least m of a batch that {@link #forward} accepts: the largest that one of the layers needs} */
    public int minimumBatchSize() {
        return layers.stream().mapToInt(Layer::minimumBatchSize).max().orElse(1);
    }

    private void requireBatch(Matrix X) {
        if (X == null || X.cols() == 0) {
            return;
        } // the first layer has a sentence for it
        for (int l = 1; l <= layers.size(); l++) {
            int least = layer(l).minimumBatchSize();
            if (X.cols() < least) {
                throw new ShapeException(
                        "Network: a batch must have at least %s examples, because %s needs them, got %s"
                                .formatted(least, name(l), X.cols()));
            }
        }
    }

    /**
     * dZ[L] from the loss, then dA[l-1] from dA[l] for l = L … 2; sets all parameters' gradients. Follows forward.
     *
     * @param Y the labels (n[L], m) of the forward pass's examples
     * @return J_data, the mean loss of these examples before any step
     */
    public double backward(Matrix Y) {
        if (logits == null) {
            throw new IllegalStateException("Network: forward must run first, but it has not");
        }
        Loss.Evaluation evaluation = loss.evaluate(logits, Y);
        Yhat = evaluation.Yhat();
        Matrix dA = evaluation.dZ();
        for (int l = layers.size(); l >= 2; l--) {
            dA = layers.get(l - 1).backward(dA);
        }
        layers.get(0).gradients(dA);
        return evaluation.perExample().mean();
    }

    /**
     * {@return Ŷ (n[L], m), the predictions; keeps nothing}
     *
     * @param X the inputs (n[0], m)
     */
    public Matrix predict(Matrix X) {
        return loss.predict(logits(X));
    }

    /**
     * {@return J_data = (1/m) Σᵢ ℒ⁽ⁱ⁾, the mean loss; keeps nothing}
     *
     * @param X the inputs (n[0], m)
     * @param Y the labels (n[L], m)
     */
    public double cost(Matrix X, Matrix Y) {
        return loss.cost(logits(X), Y);
    }

    /**
     * {@return layer l}
     *
     * @param l its number, 1 … L
     * @throws IndexOutOfBoundsException if there is no such layer
     */
    public Layer layer(int l) {
        if (l < 1 || l > layers.size()) {
            throw new IndexOutOfBoundsException(
                    "Network: layers are numbered 1 to %s, got %s".formatted(layers.size(), l));
        }
        return layers.get(l - 1);
    }

    /**
     * {@return layer l as text, such as {@code Dense[2] 100→10}; of one's own layer without a toString its class and
     * number}
     *
     * @param l its number, 1 … L
     */
    public String name(int l) {
        String text = layer(l).toString();
        boolean hash = text.endsWith("@" + Integer.toHexString(System.identityHashCode(layer(l))));
        return hash ? layer(l).getClass().getSimpleName() + "[" + l + "]" : text;
    }

    /** {@return the layers, the first at index 0; an unmodifiable list} */
    public List<Layer> layers() {
        return layers;
    }

    /** {@return the loss, which owns the output activation} */
    public Loss loss() {
        return loss;
    }

    /** {@return Ŷ of the last forward and backward pass (n[L], m), a copy} */
    public Matrix Yhat() {
        if (Yhat == null) {
            throw new IllegalStateException("Network: backward must run first, but it has not");
        }
        return Yhat.copy();
    }

    /** {@return every layer's parameters in order, W[1], b[1], W[2] …, with their gradients} */
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        for (int l = 1; l <= layers.size(); l++) {
            for (Parameter p : layer(l).parameters()) {
                String name = p.name() + "[" + l + "]";
                all.add(new Parameter(name, p.value(), p.gradient(), p.penalized()));
            }
        }
        return all;
    }

    /** {@return the number of entries of all parameters} */
    public long parameterCount() {
        return count(parameters());
    }

    /**
     * {@return all that it has learned, by name and in order: W[1], b[1] … and what else a layer keeps, such as mean[2];
     * the matrices are the layers' own}
     */
    public Map<String, Matrix> state() {
        Map<String, Matrix> all = new LinkedHashMap<>();
        for (int l = 1; l <= layers.size(); l++) {
            String number = "[" + l + "]";
            layer(l).parameters().forEach(p -> put(all, p.name() + number, p.value()));
            layer(l).state().forEach((name, M) -> put(all, name + number, M));
        }
        return all;
    }

    /** {@return a way back: when it runs, the layers and what the last passes left are what they are now} */
    Runnable snapshot() {
        List<Runnable> before = layers.stream().map(Layer::snapshot).toList();
        Matrix logitsNow = logits;
        Matrix YhatNow = Yhat;
        return () -> {
            before.forEach(Runnable::run);
            logits = logitsNow;
            Yhat = YhatNow;
        };
    }

    /** {@return a way back: when it runs, all that {@link #state} names becomes what it is now} */
    public Runnable checkpoint() {
        Map<String, Matrix> now = state();
        now.replaceAll((name, M) -> M.copy());
        return () -> assign(now);
    }

    /**
     * Writes {@link #state} for NumPy's {@code np.load(file)["W[1]"]}: all of it, or the file stays as it was.
     *
     * @param file where to, such as digits.npz
     * @throws IllegalArgumentException if a number in it is NaN or infinite
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public void save(Path file) {
        new Npz(file).write(state(), summary());
    }

    /**
     * Reads what {@link #save}, or NumPy's savez, wrote of a network with the same layers. Names and shapes are
     * compared, activations are not; where it is refused, nothing changes.
     *
     * @param file where from
     * @throws IllegalArgumentException if the file is missing, damaged or of another network
     */
    public void load(Path file) {
        assign(new Npz(file).read(state()));
    }

    /** {@return a table: each layer, its output's shape, its number of parameters; and their sum} */
    public String summary() {
        int width = names().mapToInt(String::length).max().orElse(0);
        String row = "%-" + width + "s %10s %,12d\n";
        StringBuilder table = new StringBuilder();
        for (int l = 1; l <= layers.size(); l++) {
            int given = layer(l).outputs();
            int n = given == Shape.ANY && l < layers.size() ? layer(l + 1).inputs() : given;
            String shape = "(" + (n == Shape.ANY ? "n" : n) + ", m)";
            table.append(String.format(Locale.ROOT, row, name(l), shape, count(layer(l).parameters())));
        }
        return table + String.format(Locale.ROOT, row, "", "total", parameterCount());
    }

    /** Returns a line for each layer, then the loss and the number of parameters. */
    @Override
    public String toString() {
        String lines = names().map(name -> name + "\n").collect(Collectors.joining());
        return lines + loss.getClass().getSimpleName() + ", " + parameterCount() + " parameters";
    }

    private Stream<String> names() {
        return IntStream.rangeClosed(1, layers.size()).mapToObj(this::name);
    }

    private Matrix logits(Matrix X) {
        Matrix A = X;
        for (Layer layer : layers) {
            A = layer.predict(A);
        }
        return A;
    }

    private static long count(List<Parameter> parameters) {
        return parameters.stream()
                .mapToLong(p -> (long) p.value().rows() * p.value().cols())
                .sum();
    }

    private static void put(Map<String, Matrix> all, String name, Matrix M) {
        if (all.put(name, M) != null) {
            throw new IllegalStateException("Network: a name must be one matrix's, got two " + name);
        }
    }

    private void assign(Map<String, Matrix> values) {
        state().forEach((name, M) -> M.assign(values.get(name)));
    }
}
