package backprop.layer;

import backprop.activation.Activation;
import backprop.activation.Identity;
import backprop.init.Initializer;
import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import backprop.matrix.Workspace;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * Z[l] = W[l] A[l-1] + b[l], A[l] = g(Z[l]), for a whole batch. Shapes: W (n, n₋), b (n, 1), A[l-1] (n₋, m), Z and
 * A[l] (n, m). Source: note 000, sections 3 and 5; notes 001, 003 and 004.
 */
public final class Dense implements Layer, Workspace.BufferSafe {
    private final ShapeContract shapes;
    private final Activation g;
    private final Initializer init;
    private final Matrix W;
    private final Matrix b;
    private final Matrix dW;
    private final Matrix db;
    private Matrix drawn; // W as the constructor drew it, until a network draws it again
    private boolean set;
    private Matrix Z;
    private Matrix dZ;

    /**
     * A layer without activation: the last one, for the loss owns the output's.
     *
     * @param nPrev n[l-1], the number of its inputs
     * @param n n[l], the number of its nodes
     */
    public Dense(int nPrev, int n) {
        this(nPrev, n, new Identity());
    }

    /**
     * A layer with activation g. Its initial weights are He's for ReLU and its family (LeakyReLU, ELU, softplus, swish,
     * GELU), LeCun's for SELU, and Glorot's for all others.
     *
     * @param nPrev n[l-1], the number of its inputs
     * @param n n[l], the number of its nodes
     * @param g its activation
     */
    public Dense(int nPrev, int n, Activation g) {
        this(nPrev, n, g, DefaultInitializer.of(g));
    }

    /**
     * A layer with activation g and weights of one's choice; b starts at 0.
     *
     * @param nPrev n[l-1], the number of its inputs
     * @param n n[l], the number of its nodes
     * @param g its activation
     * @param init draws the initial weights
     * @throws IllegalArgumentException if a width is below 1
     */
    public Dense(int nPrev, int n, Activation g, Initializer init) {
        if (nPrev < 1 || n < 1) {
            throw new IllegalArgumentException("Dense: both widths must be at least 1, got %s→%s".formatted(nPrev, n));
        }
        shapes = new ShapeContract("Dense", nPrev + "→" + n, nPrev, n);
        this.g = Objects.requireNonNull(g, "Dense: the activation must not be null");
        this.init = Objects.requireNonNull(init, "Dense: the initializer must not be null");
        drawn = weights(new Random(0));
        W = drawn.copy();
        b = Matrix.zeros(n, 1);
        dW = Matrix.zeros(n, nPrev);
        db = Matrix.zeros(n, 1);
    }

    /**
     * Draws W, and sets b = 0, unless somebody has set them; the gradients become 0. Where W is kept as well, the
     * numbers for it are drawn, so that the layers after it get the same with or without it.
     */
    @Override
    public void initialize(int l, Random random) {
        shapes.number(l);
        Matrix fresh = weights(random);
        boolean changed = drawn != null && !(W.equals(drawn) && b.maxAbs() == 0);
        set = set || changed;
        drawn = null;
        if (!set) {
            W.assign(fresh);
            b.assign(Matrix.zeros(outputs(), 1));
        }
        dW.assign(Matrix.zeros(outputs(), inputs()));
        db.assign(Matrix.zeros(outputs(), 1));
        Z = null;
        dZ = null;
    }

    private Matrix weights(Random random) {
        return Shape.require(
                shapes, "W from its initializer", init.weights(outputs(), inputs(), random), outputs(), inputs());
    }

    /** Z = W A + b; returns g(Z). Keeps A and Z. */
    @Override
    public Matrix forward(Matrix A) {
        Z = W.mult(shapes.forward(A)).plus(b);
        return g.of(Z);
    }

    /** g(W A + b). */
    @Override
    public Matrix predict(Matrix A) {
        return g.of(W.mult(shapes.predict(A)).plus(b));
    }

    /** dZ = dA ⊙ g'(Z), dW = (1/m) dZ Aᵀ, db = (1/m) Σ dZ over the examples; returns Wᵀ dZ. */
    @Override
    public Matrix backward(Matrix dA) {
        return backward(dA, shapes.backward(dA).cols());
    }

    /** Goes backward for m examples that have several columns each, as those of a convolution do. */
    Matrix backward(Matrix dA, int m) {
        gradients(dA, m);
        return W.multTransA(dZ);
    }

    @Override
    public void gradients(Matrix dA) {
        gradients(dA, shapes.backward(dA).cols());
    }

    /** dZ = dA ⊙ g'(Z), dW = ((1/m) dZ) Aᵀ, db = Σ (1/m) dZ: dZ is divided, for it is small. */
    void gradients(Matrix dA, int m) {
        dZ = dA.hadamard(g.derivative(Z));
        Matrix dZm = dZ.divide(m);
        dW.assignMultTransB(dZm, shapes.A());
        db.assign(dZm.sumOverExamples());
    }

    /** W and b. */
    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter("W", W, dW, true), new Parameter("b", b, db, false));
    }

    /**
     * {@return this layer, whose W and b get these numbers, and keep them when it joins a network}
     *
     * @param W (n, n₋)
     * @param b (n, 1)
     * @throws backprop.matrix.ShapeException if a shape is wrong
     */
    public Dense set(Matrix W, Matrix b) {
        set(shapes, W, b);
        return this;
    }

    /** Makes the dense part of a layer that has another name. */
    void set(Object where, Matrix W, Matrix b) {
        Shape.require(where, "W", W, outputs(), inputs());
        Shape.require(where, "b", b, outputs(), 1);
        this.W.assign(W);
        this.b.assign(b);
        set = true;
    }

    /** {@return W (n, n₋), the layer's own} */
    public Matrix W() {
        return W;
    }

    /** {@return b (n, 1), the layer's own} */
    public Matrix b() {
        return b;
    }

    /** {@return a copy of the last Z (n, m)} */
    public Matrix Z() {
        return shapes.after("forward", Z).copy();
    }

    /** {@return a copy of the last dZ (n, m)} */
    public Matrix dZ() {
        return shapes.after("backward", dZ).copy();
    }

    /** {@return its activation g} */
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
        Runnable parameters = Layer.super.snapshot();
        Runnable input = shapes.snapshot();
        Matrix before = Z;
        Matrix dBefore = dZ;
        return () -> {
            parameters.run();
            input.run();
            Z = before;
            dZ = dBefore;
        };
    }

    @Override
    public int inputs() {
        return shapes.inputs;
    }

    @Override
    public int outputs() {
        return shapes.outputs;
    }

    /** For example {@code Dense[2] 100→10 Relu}. */
    @Override
    public String toString() {
        return shapes + suffix(g);
    }

    static String suffix(Activation g) {
        return g instanceof Identity ? "" : " " + g.getClass().getSimpleName();
    }
}
