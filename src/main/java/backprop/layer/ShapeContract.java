package backprop.layer;

import backprop.matrix.Matrix;
import backprop.matrix.Shape;

/**
 * The shapes of a layer from n[l-1] to n[l] rows, each {@link Shape#ANY} if any will do: they know its number, who may
 * come in, and what forward was given.
 */
final class ShapeContract {
    final int inputs;
    final int outputs;
    private final String kind;
    private final String sizes;
    private int l;
    private String input;
    private String gradient;
    private Matrix A;

    /** Makes the contract of a layer that is not part of a network yet, and so has no number. */
    ShapeContract(String kind, String sizes, int inputs, int outputs) {
        this.kind = kind;
        this.sizes = sizes;
        this.inputs = inputs;
        this.outputs = outputs;
        number(0);
    }

    /** Gives the layer its number l, 0 for none, and forgets what forward was given. */
    void number(int l) {
        this.l = l;
        input = l == 0 ? "A[l-1]" : "A[" + (l - 1) + "]";
        gradient = l == 0 ? "dA[l]" : "dA[" + l + "]";
        A = null;
    }

    /** Requires A[l-1] to be (n[l-1], m), and returns it. */
    Matrix predict(Matrix A) {
        return Shape.require(this, input, A, inputs, Shape.ANY);
    }

    /** Requires A[l-1] to be (n[l-1], m), keeps it for the backward pass, and returns it. */
    Matrix forward(Matrix A) {
        this.A = predict(A);
        return A;
    }

    /**
     * Requires dA[l] to be (n[l], m), with the m of the kept A[l-1], and returns it. A layer that takes any number of
     * rows requires those of A[l-1].
     */
    Matrix backward(Matrix dA) {
        int rows = outputs == Shape.ANY ? A().rows() : outputs;
        return Shape.require(this, gradient, dA, rows, A().cols());
    }

    /** Returns A[l-1] of the last forward pass, which must have run. */
    Matrix A() {
        return after("forward", A);
    }

    /** Returns a task that brings the kept A[l-1] back as it is now. */
    Runnable snapshot() {
        Matrix now = A;
        return () -> A = now;
    }

    boolean isInNetwork() {
        return l > 0;
    }

    /** Returns what a pass has left behind; throws if that pass has not run. */
    <T> T after(String pass, T left) {
        if (left == null) {
            throw new IllegalStateException(this + ": " + pass + " must run first, but it has not");
        }
        return left;
    }

    @Override
    public String toString() {
        return kind + (l == 0 ? "" : "[" + l + "]") + " " + sizes;
    }
}
