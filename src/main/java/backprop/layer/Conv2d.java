package backprop.layer;

import backprop.activation.Activation;
import backprop.matrix.Matrix;
import backprop.matrix.Workspace;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * Z = W * A[l-1] + b, A[l] = g(Z), where * slides each of C' filters over C × H × W images without flipping it: a
 * {@link Dense} on the patches P that the windows cut out, Z = W P + b. Shapes: W (C', C f f), P (C f f, Hout Wout m),
 * Z (C', Hout Wout m), row by row (C' Hout Wout, m). Note 003.
 */
public final class Conv2d implements Layer, Workspace.BufferSafe {
    private final Patches patches;
    private final Dense dense;

    /**
     * Windows one pixel apart, and as much padding as keeps height and width.
     *
     * @param in the shape of its input
     * @param channels C', the number of filters
     * @param window f, a filter's height and width, odd
     * @param g its activation
     * @throws IllegalArgumentException if f is even
     */
    public Conv2d(Volume in, int channels, int window, Activation g) {
        this(in, channels, window, 1, window < 0 ? 0 : window / 2, g);
        if (window % 2 == 0) {
            throw new IllegalArgumentException(
                    "Conv2d: the window must be odd to keep height and width, got " + window);
        }
    }

    /**
     * Initial weights as {@link Dense} has them for g, with n[l-1] = C f f; b starts at 0.
     *
     * @param in the shape of its input
     * @param channels C', the number of filters
     * @param window f, a filter's height and width
     * @param stride s, from a window to the next
     * @param padding p, the zeros at each side
     * @param g its activation
     * @throws IllegalArgumentException if no window fits
     */
    public Conv2d(Volume in, int channels, int window, int stride, int padding, Activation g) {
        patches = new Patches("Conv2d", in, channels, Patches.Reach.ALL_CHANNELS, window, stride, padding);
        Objects.requireNonNull(g, "Conv2d: the activation must not be null");
        dense = new Dense(in.channels() * window * window, channels, g);
    }

    @Override
    public void initialize(int l, Random random) {
        patches.shapes.number(l);
        dense.initialize(l, random);
    }

    /** P from A; returns g(W P + b). */
    @Override
    public Matrix forward(Matrix A) {
        Matrix P = patches.of(patches.shapes.forward(A));
        return dense.forward(P).reshape(outputs(), A.cols());
    }

    @Override
    public Matrix predict(Matrix A) {
        Matrix P = patches.of(patches.shapes.predict(A));
        return dense.predict(P).reshape(outputs(), A.cols());
    }

    /** dP = Wᵀ dZ; returns dA[l-1], where each pixel sums what its windows have in dP. */
    @Override
    public Matrix backward(Matrix dA) {
        return patches.back(dense.backward(wide(dA), dA.cols()), dA.cols());
    }

    /** dZ = dA ⊙ g'(Z), dW = (1/m) dZ Pᵀ, db = (1/m) Σ dZ over the patches. */
    @Override
    public void gradients(Matrix dA) {
        dense.gradients(wide(dA), dA.cols());
    }

    /** dA (C' Hout Wout, m) as (C', Hout Wout m). */
    private Matrix wide(Matrix dA) {
        int m = patches.shapes.backward(dA).cols();
        return dA.reshape(dense.outputs(), outputs() / dense.outputs() * m);
    }

    /** W (C', C f f) and b (C', 1). */
    @Override
    public List<Parameter> parameters() {
        return dense.parameters();
    }

    /**
     * {@return this layer, with copies of W and b, which stay when it joins a network}
     *
     * @param W (C', C f f)
     * @param b (C', 1)
     * @throws backprop.matrix.ShapeException if a shape is wrong
     */
    public Conv2d set(Matrix W, Matrix b) {
        dense.set(patches.shapes, W, b);
        return this;
    }

    /** {@return the layer on patches, which has W and b} */
    public Dense dense() {
        return dense;
    }

    /** {@return the shape of its output} */
    public Volume output() {
        return patches.out;
    }

    @Override
    public Activation activation() {
        return dense.activation();
    }

    @Override
    public boolean isInNetwork() {
        return patches.shapes.isInNetwork();
    }

    @Override
    public Runnable snapshot() {
        Runnable images = patches.shapes.snapshot();
        Runnable patches = dense.snapshot();
        return () -> {
            images.run();
            patches.run();
        };
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
        return patches.shapes + Dense.suffix(dense.activation());
    }
}
