package backprop.data;

/**
 * 150 iris flowers of three species, measured by Anderson 1935, published by Fisher 1936; CC BY 4.0. More in
 * {@code data/README.md}.
 */
public final class Iris {
    private Iris() {}

    /** {@return X (4, 150): length and width of sepal, then petal, in cm; one-hot Y (3, 150)} */
    public static Dataset load() {
        return Csv.bundled("iris.csv").dataset("species");
    }
}
