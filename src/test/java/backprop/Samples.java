package backprop;

import backprop.matrix.Matrix;
import java.util.Random;

/** Random matrices for tests, by a stated seed. */
public final class Samples {
    private Samples() {}

    /** Standard normal entries (rows, cols). */
    public static Matrix normal(int rows, int cols, long seed) {
        Random random = new Random(seed);
        return Matrix.generate(rows, cols, (i, j) -> random.nextGaussian());
    }

    /** Entries strictly between 0 and 1 (rows, cols), all equally likely. */
    public static Matrix uniform(int rows, int cols, long seed) {
        Random random = new Random(seed);
        return Matrix.generate(rows, cols, (i, j) -> 0.05 + 0.9 * random.nextDouble());
    }

    /** Columns that are distributions (classes, m): smooth labels. */
    public static Matrix distributions(int classes, int m, long seed) {
        Matrix U = uniform(classes, m, seed);
        return U.divide(U.sumOfColumns());
    }

    /** One-hot columns (classes, m). */
    public static Matrix oneHot(int classes, int m, long seed) {
        Random random = new Random(seed);
        Matrix Y = Matrix.zeros(classes, m);
        for (int j = 0; j < m; j++) {
            Y.set(random.nextInt(classes), j, 1);
        }
        return Y;
    }
}
