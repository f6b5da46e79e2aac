package backprop.layer;

import backprop.matrix.Matrix;
import backprop.matrix.Workspace;
import java.util.Objects;
import java.util.Random;

/**
 * A[l] = A[l-1], (C H W, m): a column holds its image flat already, so its numbers stay as they are. With this layer a
 * network reads as it does elsewhere. Note 003, where an image is flattened.
 */
public final class Flatten implements Layer, Workspace.BufferSafe {
    private final ShapeContract shapes;

    /**
     * From images to columns.
     *
     * @param in the shape of its input
     */
    public Flatten(Volume in) {
        Objects.requireNonNull(in, "Flatten: the input's volume must not be null");
        shapes = new ShapeContract("Flatten", in + "→" + in.size(), in.size(), in.size());
    }

    /** A, in a matrix of its own. */
    @Override
    public Matrix predict(Matrix A) {
        return shapes.predict(A).times(1);
    }

    /** dA, in a matrix of its own. */
    @Override
    public Matrix backward(Matrix dA) {
        return shapes.backward(dA).times(1);
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
    public int inputs() {
        return shapes.inputs;
    }

    @Override
    public int outputs() {
        return shapes.outputs;
    }

    @Override
    public String toString() {
        return shapes.toString();
    }
}
