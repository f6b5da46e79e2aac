package backprop.layer;

import backprop.activation.Activation;
import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import backprop.matrix.Workspace;
import java.util.Objects;
import java.util.Random;

/**
 * A[l] = g(A[l-1]), of any shape (n, m): an activation as a layer of its own, where {@link BatchNorm} stands between
 * it and a {@link Dense}.
 */
public final class ActivationLayer implements Layer, Workspace.BufferSafe {
    private final Activation g;
    private final ShapeContract shapes;

    /**
     * A layer for any number of rows.
     *
     * @param g the activation
     */
    public ActivationLayer(Activation g) {
        this.g = Objects.requireNonNull(g, "ActivationLayer: the activation must not be null");
        shapes = new ShapeContract("ActivationLayer", g.getClass().getSimpleName(), Shape.ANY, Shape.ANY);
    }

    /** g(A). */
    @Override
    public Matrix predict(Matrix A) {
        return g.of(shapes.predict(A));
    }

    /** dA ⊙ g'(A). */
    @Override
    public Matrix backward(Matrix dA) {
        return shapes.backward(dA).hadamard(g.derivative(shapes.A()));
    }

    @Override
    public Activation activation() {
        return g;
    }

    @Override
    public boolean isInNetwork() {
        return shapes.isInNetwork();
    }

    @Override
    public Runnable snapshot() {
        return shapes.snapshot();
    }

    @Override
    public void initialize(int l, Random random) {
        shapes.number(l);
    }

    @Override
    public Matrix forward(Matrix A) {
        return predict(shapes.forward(A));
    }

    @Override
    public String toString() {
        return shapes.toString();
    }
}
