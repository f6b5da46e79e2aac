package backprop.exercise;

import backprop.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Mistakes that give a multiple of the truth, or one number for many. */
final class ScaleMistake {
    private static final int LARGEST_DENOMINATOR = 100;
    private static final double EXACT = 1e-9;
    /** How a factor reads, and its number; larger ones would be taken for m or n. */
    private static final Map<String, Double> FACTORS = Map.of(
            "2", 2.0, "½", 1 / 2.0, "3", 3.0, "⅓", 1 / 3.0, "1½", 3 / 2.0, "⅔", 2 / 3.0, "−2", -2.0, "−½", -1 / 2.0);

    private ScaleMistake() {}

    /**
     * All that would give what came.
     *
     * @param truth divided by its largest entry
     * @param got divided by the same
     * @param m the number of examples that the truth is a mean over; 1 where it is none
     * @param like how near a value is to that of a mistake
     */
    static List<Mistake.Found> recognize(Matrix truth, Matrix got, int m, double like) {
        List<Mistake.Found> found = new ArrayList<>();
        if (!isConstant(truth) && isConstant(got)) {
            if (isOnce(truth.sum(), got, m, like)) {
                found.add(new Mistake.Found("sumOfAll", m));
            }
            if (isOnce(truth.mean(), got, m, like)) {
                found.add(new Mistake.Found("meanOfAll", m));
            }
        } else if (truth.rows() > 1 && truth.cols() > 1) {
            if (isSummed(truth, got, like)) {
                found.add(new Mistake.Found("sameInRow", m));
            }
            if (isSummed(truth.transpose(), got.transpose(), like)) {
                found.add(new Mistake.Found("sameInColumn", m));
            }
        }
        return found;
    }

    /** The factor between the truth and what came, if it is a small one that all entries share. */
    static List<Mistake.Found> factor(Matrix truth, Matrix got, double like) {
        if (isFractions(truth)) {
            return List.of();
        }
        Matrix wanted = truth.divide(truth.maxAbs());
        Matrix came = got.divide(truth.maxAbs());
        return FACTORS.entrySet().stream()
                .filter(factor -> Mistake.near(wanted.times(factor.getValue()), came, like))
                .map(factor -> new Mistake.Found("factor", factor.getKey()))
                .toList();
    }

    /** Whether each entry is this number, or this number without its 1/m. */
    private static boolean isOnce(double number, Matrix got, int m, double like) {
        double came = got.get(0, 0);
        return Mistake.near(number, came, like) || Mistake.near(m * number, came, like * m);
    }

    /** Whether each entry is the sum or the mean of its row of the truth. */
    private static boolean isSummed(Matrix truth, Matrix got, double like) {
        int n = truth.cols();
        Matrix sums = truth.mult(Matrix.ones(n, n));
        return Mistake.near(sums, got, like) || Mistake.near(sums.divide(n), got, like);
    }

    private static boolean isConstant(Matrix M) {
        return M.minus(Matrix.ones(M.rows(), M.cols()).times(M.get(0, 0))).maxAbs() <= EXACT;
    }

    /** Whether all entries are small fractions up to 1, as shares are: such are multiples of one another by chance. */
    private static boolean isFractions(Matrix M) {
        return M.maxAbs() <= 1 && M.map(x -> isFraction(x) ? 0 : 1).maxAbs() == 0;
    }

    private static boolean isFraction(double x) {
        for (int q = 1; q <= LARGEST_DENOMINATOR; q++) {
            if (Math.abs(q * x - Math.rint(q * x)) < EXACT) {
                return true;
            }
        }
        return false;
    }
}
