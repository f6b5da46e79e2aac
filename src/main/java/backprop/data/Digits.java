package backprop.data;

/**
 * 1,797 handwritten digits, 8 × 8 pixels each: the test set of UCI's "Optical Recognition of Handwritten Digits",
 * Alpaydin &amp; Kaynak 1998, CC BY 4.0. More in {@code data/README.md}.
 */
public final class Digits {
    private Digits() {}

    /** {@return X (64, 1797) in [0, 1], by rows from the top, 1 for ink; one-hot Y (10, 1797)} */
    public static Dataset load() {
        Dataset digits = Csv.bundled("digits.csv").dataset("digit", 10);
        return new Dataset(digits.X().divide(16), digits.Y(), digits.classes()); // a pixel is of 4 × 4 dots
    }
}
