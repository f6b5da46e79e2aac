package backprop;

import backprop.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Counts values of the kit beside golden ones, and keeps the largest error, in units of the tolerance 1e-10 |golden| +
 * 1e-15.
 */
final class GoldenComparison {
    /** One value of the kit, where it stands, and how far it is off. */
    record Value(String where, double kit, double golden, double error) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s: kit %s, golden %s, error %.3g", where, kit, golden, error);
        }
    }

    private final List<String> decided = new ArrayList<>();
    private Value worst = new Value("", 0, 0, 0);
    private String prefix = "";
    private long count;
    private long wrong;

    /** |kit − golden| in units of the tolerance; NaN where one of them is. */
    static double error(double kit, double golden) {
        return kit == golden ? 0 : Math.abs(kit - golden) / (1e-10 * Math.abs(golden) + 1e-15);
    }

    /** Names the case of all values that follow. */
    void begin(String name) {
        prefix = name;
    }

    /** One number. */
    void add(String symbol, double kit, double golden) {
        add(symbol, kit, golden, error(kit, golden));
    }

    /** Each entry, and the same shape. */
    void add(String symbol, Matrix kit, Matrix golden) {
        requireShape(symbol, kit, golden);
        for (int i = 0; i < kit.rows(); i++) {
            for (int j = 0; j < kit.cols(); j++) {
                add(symbol + " (" + i + ", " + j + ")", kit.get(i, j), golden.get(i, j));
            }
        }
    }

    /** One number about which kit and golden value differ, but something else decides. */
    void decide(String symbol, double kit, double golden, GoldenTruth.Verdict verdict) {
        add(symbol, kit, golden, verdict.error());
        decided.add("%s, %s: kit %s, golden %s, %s".formatted(prefix, symbol, kit, golden, verdict.why()));
    }

    private void add(String symbol, double kit, double golden, double error) {
        count++;
        wrong += error <= 1 ? 0 : 1;
        boolean worse = Double.isNaN(error) ? !Double.isNaN(worst.error()) : error > worst.error();
        if (worse || worst.where().isEmpty()) {
            worst = new Value(prefix + ", " + symbol, kit, golden, error);
        }
    }

    private static void requireShape(String symbol, Matrix kit, Matrix golden) {
        if (!kit.shape().equals(golden.shape())) {
            throw new GoldenException(
                    "%s must be %s as the kit's, got %s.".formatted(symbol, kit.shape(), golden.shape()));
        }
    }

    long count() {
        return count;
    }

    /** How many values are off by more than the tolerance, or are no number. */
    long wrong() {
        return wrong;
    }

    Value worst() {
        return worst;
    }

    /** A sentence for each value that the golden one did not decide. */
    List<String> decided() {
        return List.copyOf(decided);
    }
}
