package backprop.data;

import static backprop.data.DataException.require;

import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import java.util.List;
import java.util.stream.IntStream;

/**
 * m examples: column i of X is the input, column i of Y the label of example i.
 *
 * @param X inputs (n[0], m)
 * @param Y labels (n[L], m): one-hot for classes, one row of 0 and 1 for two classes, else values
 * @param classes the names of the classes, one for each row of Y, or two for one row, that of 0 first; or none
 */
public record Dataset(Matrix X, Matrix Y, List<String> classes) {
    /**
     * Refuses X and Y of different numbers of examples or not finite, and names that do not fit.
     *
     * @param X inputs (n[0], m)
     * @param Y labels (n[L], m)
     * @param classes the names of the classes, or none
     */
    public Dataset {
        requireFinite("Dataset", "X", X, Shape.ANY, Shape.ANY);
        requireFinite("Dataset", "Y", Y, Shape.ANY, X.cols());
        require(classes != null, "Dataset: classes must be names or an empty list, got null");
        classes = List.copyOf(classes);
        boolean two = Y.rows() == 1 && classes.size() == 2;
        require(
                classes.isEmpty() || two || classes.size() == Y.rows(),
                "Dataset: classes must name each of the %s rows of Y, got %s names",
                Y.rows(),
                classes.size());
        require(
                classes.isEmpty() || Y.isWithin(0, 1),
                "Dataset: Y must be between 0 and 1 for classes, got other numbers");
        require(!two || isBinary(Y), "Dataset: Y must be 0 or 1 where one row tells two classes, got other numbers");
    }

    /**
     * Examples without names of classes: their labels are values, or classes as {@link #hasClasses} tells.
     *
     * @param X inputs (n[0], m)
     * @param Y labels (n[L], m)
     */
    public Dataset(Matrix X, Matrix Y) {
        this(X, Y, List.of());
    }

    /** {@return m, the number of examples} */
    public int m() {
        return X.cols();
    }

    /**
     * {@return whether the labels are classes, which have an accuracy: Y is one row of 0 and 1; or it has more rows, and
     * these have names or are one-hot} Other labels are values, whatever the loss.
     */
    public boolean hasClasses() {
        return Y.rows() == 1 ? isBinary(Y) : !classes.isEmpty() || isOneHot(Y);
    }

    /**
     * {@return the class of each example: the row of the largest entry in its column of Y; of a single row the entry
     * itself, 0 or 1}
     *
     * @throws DataException if Y is one row of other numbers, or not finite
     */
    public int[] labels() {
        requireFinite("labels", "Y", Y, Shape.ANY, Shape.ANY);
        if (Y.rows() > 1) {
            return Y.argMaxOfColumns();
        }
        require(isBinary(Y), "labels: Y must hold classes, got one row of values other than 0 and 1");
        return IntStream.range(0, m()).map(i -> (int) Y.get(0, i)).toArray();
    }

    /**
     * {@return chosen examples, in the order given}
     *
     * @param examples their numbers, from 0
     */
    public Dataset select(int... examples) {
        require(examples != null, "select: must have the numbers of examples, got null");
        return new Dataset(X.cols(examples), Y.cols(examples), classes);
    }

    /**
     * {@return round(fraction · m) shuffled examples for training, and the others}
     *
     * @param fraction the share of the training set, between 0 and 1
     * @param seed the seed of the shuffle
     */
    public Split split(double fraction, long seed) {
        return Split.of("split", this, new int[m()], 0, fraction, seed);
    }

    /**
     * {@return round(fraction · size) shuffled examples of each class for training, and the others; of a class that has
     * two, each part gets at least one}
     *
     * @param fraction the share of the training set, between 0 and 1
     * @param seed the seed of the shuffle
     */
    public Split stratifiedSplit(double fraction, long seed) {
        require(hasClasses(), "stratifiedSplit: Y must hold classes, got values; use split");
        return Split.of("stratifiedSplit", this, labels(), 1, fraction, seed);
    }

    /** The shapes of X and Y, and the classes. */
    @Override
    public String toString() {
        String named = classes.isEmpty() ? "" : ", classes " + String.join(" ", classes);
        return "Dataset X " + X.shape() + ", Y " + Y.shape() + named;
    }

    private static boolean isOneHot(Matrix Y) {
        return isBinary(Y) && Y.sumOfColumns().equals(Matrix.ones(1, Y.cols()));
    }

    private static boolean isBinary(Matrix Y) {
        return Y.map(y -> y == 0 || y == 1 ? 1 : 0).sum() == (double) Y.rows() * Y.cols();
    }

    static void requireFinite(String where, String symbol, Matrix M, int rows, int cols) {
        Shape.require(where, symbol, M, rows, cols);
        require(M.isFinite(), "%s: %s must hold finite numbers, got NaN or infinity", where, symbol);
    }
}
