package backprop.layer;

import backprop.matrix.Matrix;
import backprop.matrix.Workspace;
import java.util.Random;

/** The mean of each window's pixels, channel by channel: (C H W, m) to (C Hout Wout, m). LeCun et al. 1998. */
public final class AveragePool implements Layer, Workspace.BufferSafe {
    private final Patches patches;

    /**
     * Windows side by side.
     *
     * @param in the shape of its input
     * @param window f, also the stride
     */
    public AveragePool(Volume in, int window) {
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
    public AveragePool(Volume in, int window, int stride) {
        patches = new Patches("AveragePool", in, 0, Patches.Reach.ONE_CHANNEL, window, stride, 0);
    }

    /** (1/f²) 1ᵀ P, with P (f f, C Hout Wout m). */
    @Override
    public Matrix predict(Matrix A) {
        Matrix P = patches.of(patches.shapes.predict(A));
        return P.sumOfColumns().divide(P.rows()).reshape(outputs(), A.cols());
    }

    /** dP = (1/f²) 1 dA, dA in one row; returns dA[l-1], each pixel's sum in dP. */
    @Override
    public Matrix backward(Matrix dA) {
        Matrix mean = patches.shapes.backward(dA).divide(patches.rows);
        Matrix dP = Matrix.ones(patches.rows, 1).mult(mean.reshape(1, outputs() * dA.cols()));
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
