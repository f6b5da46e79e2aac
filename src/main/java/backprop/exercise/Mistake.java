package backprop.exercise;

import backprop.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;

/** Mistakes that show in the numbers alone, whatever the formula is. */
final class Mistake {
    /** How near a value is to that of a mistake when it is taken for one. */
    static final double LIKE = 1e-6;
    /** The key of the text that tells a factor. */
    static final String FACTOR = "mistake.factor";

    private static final double ROUNDED = 1e-4;

    private Mistake() {}

    /**
     * A mistake that would give what came.
     *
     * @param key the key of its text, below {@code mistake}
     * @param number a number that the text tells, such as m
     */
    record Found(String key, Object number) {}

    /**
     * All mistakes that would give what came, the likeliest first.
     *
     * @param m the number of examples that the truth is a mean over; 1 where it is none
     */
    static List<Found> recognize(Value truth, Value got, int m) {
        if (!truth.sameShape(got)) {
            return truth.isMatrix() ? ShapeMistake.recognize(truth.entries(), got.entries()) : List.of();
        }
        return recognize(truth.entries(), got.entries(), m, truth.isWhole());
    }

    private static List<Found> recognize(Matrix truth, Matrix got, int m, boolean whole) {
        List<Found> found = new ArrayList<>();
        if (hasNaN(got)) {
            return List.of(new Found("nan", m));
        }
        if (!got.isFinite()) {
            return List.of(new Found("infinite", m));
        }
        if (got.maxAbs() == 0) {
            return List.of(new Found(m > 1 ? "zerosOfMean" : "zeros", m));
        }
        if (truth.maxAbs() == 0 || !truth.isFinite()) {
            return found;
        } // no multiple of 0 tells what was done
        Matrix wanted = truth.divide(truth.maxAbs());
        Matrix came = got.divide(truth.maxAbs());
        if (near(wanted.transpose(), came, LIKE) && !near(wanted.transpose(), wanted, LIKE)) {
            found.add(new Found("transposed", m));
        }
        if (near(wanted.times(-1), came, LIKE)) {
            found.add(new Found("negated", m));
        }
        if (m > 1 && near(wanted.times(m), came, LIKE * m)) {
            found.add(new Found("timesM", m));
        }
        if (m > 1 && near(wanted.divide(m), came, LIKE / m)) {
            found.add(new Found("overM", m));
        }
        found.addAll(ScaleMistake.recognize(wanted, came, m, LIKE));
        if (!whole) {
            found.addAll(ScaleMistake.factor(truth, got, LIKE));
        }
        if (!whole && near(wanted, came, ROUNDED)) {
            found.add(new Found("rounded", m));
        }
        return found;
    }

    private static boolean hasNaN(Matrix M) {
        return Double.isNaN(M.map(x -> Double.isNaN(x) ? x : 0).sum());
    }

    static boolean sameShape(Matrix one, Matrix other) {
        return one.rows() == other.rows() && one.cols() == other.cols();
    }

    /** |got − wanted| ≤ bound (1 + |wanted|) in every entry; shapes that differ are not near. */
    static boolean near(Matrix wanted, Matrix got, double bound) {
        if (!sameShape(wanted, got)) {
            return false;
        }
        for (int i = 0; i < wanted.rows(); i++) {
            for (int j = 0; j < wanted.cols(); j++) {
                if (!near(wanted.get(i, j), got.get(i, j), bound)) {
                    return false;
                }
            }
        }
        return true;
    }

    static boolean near(double wanted, double got, double bound) {
        return Double.compare(wanted, got) == 0
                || Math.abs(got - wanted) <= Math.min(bound * (1 + Math.abs(wanted)), Double.MAX_VALUE);
    }
}
