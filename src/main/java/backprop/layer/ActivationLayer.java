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
public final class ActivationLayer implements Layer, Workspace.Reusing {
    private final Activation g;
    private final Doors doors;

    /**
     * A layer for any number of rows.
     *
     * @param g the activation
     */
    public ActivationLayer(Activation g) {
        this.g = Objects.requireNonNull(g, "ActivationLayer: the activation must not be null");
        doors = new Doors("ActivationLayer", g.getClass().getSimpleName(), Shape.ANY, Shape.ANY);
    }

    /** g(A). */
    @Override
    public Matrix predict(Matrix A) {
        return g.of(doors.predict(A));
    }

    /** dA ⊙ g'(A). */
    @Override
    public Matrix backward(Matrix dA) {
        return doors.backward(dA).hadamard(g.derivative(doors.A()));
    }

    @Override
    public Activation activation() {
        return g;
    }

    @Override
    public boolean isInNetwork() {
        return doors.isInNetwork();
    }

    @Override
    public Runnable snapshot() {
        return doors.snapshot();
    }

    @Override
    public void initialize(int l, Random random) {
        doors.number(l);
    }

    @Override
    public Matrix forward(Matrix A) {
        return predict(doors.forward(A));
    }

    @Override
    public String toString() {
        return doors.toString();
    }
}
