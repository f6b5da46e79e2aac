package backprop.exercise;

import backprop.matrix.Matrix;
import backprop.matrix.NumberText;
import java.util.Arrays;

/** Something that a learner's function returned or must return: a matrix, some whole numbers, or a number. */
final class Value {
    private enum Kind {
        MATRIX,
        NUMBERS,
        NUMBER
    }

    private final Kind kind;
    private final Matrix entries;
    private final boolean whole;

    private Value(Kind kind, Matrix entries, boolean whole) {
        this.kind = kind;
        this.entries = entries;
        this.whole = whole;
    }

    /** A matrix, an int[], a number or a Value; null where it is none of them. */
    static Value of(Object value) {
        if (value instanceof Value already) {
            return already;
        }
        if (value instanceof Matrix M) {
            return new Value(Kind.MATRIX, M, false);
        }
        if (value instanceof int[] numbers) {
            return new Value(
                    Kind.NUMBERS,
                    Matrix.row(Arrays.stream(numbers).asDoubleStream().toArray()),
                    true);
        }
        boolean whole = value instanceof Integer || value instanceof Long;
        return value instanceof Number number ? new Value(Kind.NUMBER, Matrix.row(number.doubleValue()), whole) : null;
    }

    Matrix entries() {
        return entries;
    }

    boolean sameShape(Value other) {
        return kind == other.kind && entries.rows() == other.entries.rows() && entries.cols() == other.entries.cols();
    }

    /** Whether its type is one of whole numbers. */
    boolean isWhole() {
        return whole;
    }

    /** How far something may be off that must be this: what is counted is right to the last digit, or wrong. */
    double within(double bound) {
        return whole ? 0 : bound;
    }

    /** An entry as a learner reads it: a whole number with all its digits, any other rounded. */
    String text(int i, int j, int digits) {
        double entry = entries.get(i, j);
        return whole ? Long.toString((long) entry) : NumberText.text(entry, digits);
    }

    boolean isMatrix() {
        return kind == Kind.MATRIX;
    }

    /** (3, 4) of a matrix, the length of an array. */
    String shape() {
        return isMatrix() ? entries.shape() : Integer.toString(entries.cols());
    }

    /** How Java reaches an entry: W.get(0, 1), n[1], J. */
    String place(String what, int i, int j) {
        return switch (kind) {
            case MATRIX -> what + ".get(" + i + ", " + j + ")";
            case NUMBERS -> what + "[" + j + "]";
            case NUMBER -> what;
        };
    }
}
