package backprop.layer;

import backprop.matrix.Matrix;
import backprop.matrix.Workspace;
import java.util.Random;

/**
 * The largest pixel of each window, channel by channel: (C H W, m) to (C Hout Wout, m). Its gradient goes to that
 * pixel, the first of equals. Ranzato et al. 2007.
 */
public final class MaxPool implements Layer, Workspace.BufferSafe {
    private final Patches patches;

    /**
     * Windows side by side.
     *
     * @param in the shape of its input
     * @param window f, also the stride
     */
    public MaxPool(Volume in, int window) {
        this(in, window, window);
    }

    /**
     * Windows that may overlap; there is no padding.
     *
     * @param in the shape of its input
     * @param window f, the height and width of a window
     * @param stride s, from a window to the next
     * @throws IllegalArgumentException if no window fits
     */
    public MaxPool(Volume in, int window, int stride) {
        patches = new Patches("MaxPool", in, 0, Patches.Reach.ONE_CHANNEL, window, stride, 0);
    }

    /** The maxima of P's columns, P (f f, C Hout Wout m). */
    @Override
    public Matrix predict(Matrix A) {
        return patches.of(patches.shapes.predict(A)).maxOfColumns().reshape(outputs(), A.cols());
    }

    /** dP is dA where the column's first maximum is, else 0; returns dA[l-1], which sums dP up. */
    @Override
    public Matrix backward(Matrix dA) {
        Matrix P = patches.of(patches.shapes.A());
        Matrix d = patches.shapes.backward(dA).reshape(1, P.cols());
        Matrix dP = Matrix.zeros(P.rows(), P.cols());
        int[] first = P.argMaxOfColumns();
        for (int j = 0; j < first.length; j++) {
            dP.set(first[j], j, d.get(0, j));
        }
        return patches.back(dP, dA.cols());
    }

    /** {@return the shape of its output} */
    public Volume output() {
        return patches.out;
    }

    @Override
    public boolean isInNetwork() {
        return patches.shapes.isInNetwork();
    }

    @Override
    public Runnable snapshot() {
        return patches.shapes.snapshot();
    }

    @Override
    public void initialize(int l, Random random) {
        patches.shapes.number(l);
    }

    @Override
    public Matrix forward(Matrix A) {
        return predict(patches.shapes.forward(A));
    }

    @Override
    public int inputs() {
        return patches.shapes.inputs;
    }

    @Override
    public int outputs() {
        return patches.shapes.outputs;
    }

    @Override
    public String toString() {
        return patches.shapes.toString();
    }
}
