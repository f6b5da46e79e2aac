package backprop.layer;

import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import backprop.matrix.Workspace;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * A[l] = A[l-1] ⊙ D, of any shape (n, m), where each entry of D is 0 with probability p, else 1 / (1 − p); predictions
 * drop nothing. Srivastava et al. 2014, section 10: inverted dropout.
 *
 * <p>D changes after each backward pass: until then every forward pass drops the same entries, so that a gradient can
 * be checked.
 */
public final class Dropout implements Layer, Workspace.BufferSafe {
    private final double rate;
    private final ShapeContract shapes;
    private long seed;
    private Matrix D;

    /**
     * A layer for any number of rows.
     *
     * @param rate p, the probability to drop an entry, in [0, 1); note 000 writes p for 1 − p
     * @throws IllegalArgumentException if p is not in [0, 1)
     */
    public Dropout(double rate) {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("Dropout: the rate p must be in [0, 1), got " + rate);
        }
        this.rate = rate;
        shapes = new ShapeContract("Dropout", Double.toString(rate), Shape.ANY, Shape.ANY);
        initialize(0, new Random(0));
    }

    /** Draws the seed of the first D. */
    @Override
    public void initialize(int l, Random random) {
        shapes.number(l);
        seed = random.nextLong();
    }

    /** D = ⌊U + 1 − p⌋ / (1 − p) with U uniform in [0, 1), from the seed; returns A ⊙ D. */
    @Override
    public Matrix forward(Matrix A) {
        SplittableRandom random = new SplittableRandom(seed);
        double scale = 1 / (1 - rate);
        D = shapes.forward(A).map(a -> scale * Math.floor(random.nextDouble() + 1 - rate));
        return A.hadamard(D);
    }

    /** A, in a matrix of its own. */
    @Override
    public Matrix predict(Matrix A) {
        return shapes.predict(A).times(1);
    }

    /** dA ⊙ D; the next D has another seed. */
    @Override
    public Matrix backward(Matrix dA) {
        Matrix dAPrev = shapes.backward(dA).hadamard(D);
        seed++;
        return dAPrev;
    }

    @Override
    public boolean isRandom() {
        return rate > 0;
    }

    @Override
    public boolean isInNetwork() {
        return shapes.isInNetwork();
    }

    /** Keeps the random state as well, so that the same entries are dropped again. */
    @Override
    public Runnable snapshot() {
        Runnable input = shapes.snapshot();
        long seedNow = seed;
        Matrix now = D;
        return () -> {
            input.run();
            seed = seedNow;
            D = now;
        };
    }

    @Override
    public String toString() {
        return shapes.toString();
    }
}
