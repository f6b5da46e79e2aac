package backprop.data;

import backprop.matrix.Matrix;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Made-up examples: classes in the plane, X (2, m), and the points of note 001. Y is one-hot, with two rows for two
 * classes as well, as CrossEntropy takes it. The classes take turns, and each stands evenly along its curve, moved by
 * normal noise. A seed gives the same numbers everywhere.
 */
public final class Synthetic {
    private Synthetic() {}

    /**
     * {@return half circles of radius 1 that reach into each other: one around (0, 0), one (1, ½)}
     *
     * @param m the number of examples
     * @param noise the standard deviation of the noise
     * @param seed the seed of the noise
     */
    public static Dataset moons(int m, double noise, long seed) {
        return along(m, 2, noise, seed, (k, t) -> point(k, 0.5 * k, 1, (t + k) / 2));
    }

    /**
     * {@return circles around (0, 0): class 0 of radius 1, class 1 of radius ½}
     *
     * @param m the number of examples
     * @param noise the standard deviation of the noise
     * @param seed the seed of the noise
     */
    public static Dataset circles(int m, double noise, long seed) {
        return along(m, 2, noise, seed, (k, t) -> point(0, 0, 1 - 0.5 * k, t));
    }

    /**
     * {@return spirals that wind once around (0, 0) while their radius grows from 0 to 1}
     *
     * @param m the number of examples
     * @param classes the number of spirals
     * @param noise the standard deviation of the noise
     * @param seed the seed of the noise
     */
    public static Dataset spirals(int m, int classes, double noise, long seed) {
        return along(m, classes, noise, seed, (k, t) -> point(0, 0, t, t + 1.0 * k / classes));
    }

    /**
     * {@return clouds around points that part the unit circle evenly}
     *
     * @param m the number of examples
     * @param classes the number of clouds
     * @param spread the standard deviation of a cloud
     * @param seed the seed of the clouds
     */
    public static Dataset blobs(int m, int classes, double spread, long seed) {
        return along(m, classes, spread, seed, (k, t) -> point(0, 0, 1, 1.0 * k / classes));
    }

    /**
     * {@return the 20 points of note 001 after Lawrence &amp; Giles: X (1, 20) and values Y (1, 20), −cos 2πx up to x =
     * ½, then cos 3(2πx − π), with uniform noise in ±¼}
     */
    public static Dataset lawrenceGiles() {
        Matrix X = Matrix.generate(1, 20, (i, j) -> j < 5 ? (j + 1) / 12.0 : 0.5 + (j - 5) / 28.0);
        double[] y = {
            -0.7555734557,
            -0.3121134035,
            0.1304911642,
            0.6930622831,
            0.8442658838,
            0.8331858926,
            0.6943791758,
            0.2271331018,
            -0.3200311122,
            -0.6561003989,
            -1.2076601947,
            -0.7973030568,
            0.1178424762,
            0.3740580951,
            0.9205295798,
            0.8822161950,
            0.3779557299,
            -0.2712783631,
            -0.9423496901,
            -0.7741706232
        };
        return new Dataset(X, Matrix.row(y));
    }

    /** Example i of class k stands at curve(k, t), t = (i + ½) / m, and noise moves it. */
    private static Dataset along(
            int m, int classes, double noise, long seed, BiFunction<Integer, Double, double[]> curve) {
        DataException.require(
                1 < classes && classes <= m,
                "Synthetic: must have 2 classes or more, an example of each, got %s and m = %s",
                classes,
                m);
        DataException.require(
                noise >= 0 && Double.isFinite(noise), "Synthetic: noise must be finite and not below 0, got %s", noise);
        Matrix X = Matrix.zeros(2, m);
        Random random = new Random(seed);
        for (int i = 0; i < m; i++) {
            double[] point = curve.apply(i % classes, (i + 0.5) / m);
            for (int j = 0; j < 2; j++) {
                X.set(j, i, point[j] + noise * random.nextGaussian());
            }
        }
        return OneHot.dataset(X, IntStream.range(0, m).map(i -> i % classes).toArray(), classes);
    }

    /** A point on a circle around (x, y), by StrictMath, which is the same on every machine. */
    private static double[] point(double x, double y, double radius, double turns) {
        double angle = 2 * Math.PI * turns;
        return new double[] {x + radius * StrictMath.cos(angle), y + radius * StrictMath.sin(angle)};
    }
}
