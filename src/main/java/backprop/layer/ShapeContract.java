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

    /** Of a layer without a number, which forms no part of a network. */
    ShapeContract(String kind, String sizes, int inputs, int outputs) {
        this.kind = kind;
        this.sizes = sizes;
        this.inputs = inputs;
        this.outputs = outputs;
        number(0);
    }

    /** Of layer l, which has not run yet. */
    void number(int l) {
        this.l = l;
        input = l == 0 ? "A[l-1]" : "A[" + (l - 1) + "]";
        gradient = l == 0 ? "dA[l]" : "dA[" + l + "]";
        A = null;
    }

    /** A[l-1] is (n[l-1], m). */
    Matrix predict(Matrix A) {
        return Shape.require(this, input, A, inputs, Shape.ANY);
    }

    /** A[l-1] is (n[l-1], m), and is kept. */
    Matrix forward(Matrix A) {
        this.A = predict(A);
        return A;
    }

    /** dA[l] is (n[l], m) with the m of the A[l-1] that is kept, and its rows if any will do. */
    Matrix backward(Matrix dA) {
        int rows = outputs == Shape.ANY ? A().rows() : outputs;
        return Shape.require(this, gradient, dA, rows, A().cols());
    }

    /** A[l-1] of the last forward pass. */
    Matrix A() {
        return after("forward", A);
    }

    /** A way back to the A[l-1] that is kept now. */
    Runnable snapshot() {
        Matrix now = A;
        return () -> A = now;
    }

    boolean isInNetwork() {
        return l > 0;
    }

    /** What a pass has left; refused while that pass has not run. */
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
