package backprop.layer;

import backprop.activation.Activation;
import backprop.activation.Identity;
import backprop.activation.Relu;
import backprop.init.Glorot;
import backprop.init.He;
import backprop.init.Initializer;
import backprop.matrix.Matrix;
import backprop.matrix.Workspace;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * Z[l] = W[l] A[l-1] + b[l], A[l] = g(Z[l]), for a whole batch. Shapes: W (n, n₋), b (n, 1), A[l-1]
 * (n₋, m), Z and A[l] (n, m). Source: note 000, sections 3 and 5; notes 001, 003 and 004.
 */
public final class Dense implements Layer, Workspace.Reusing {
  private final int nPrev;
  private final int n;
  private final Activation g;
  private final Initializer init;
  private Doors doors;

  private Matrix W;
  private Matrix b;
  private Matrix dW;
  private Matrix db;
  private Matrix APrev;
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
   * A layer with activation g; He's initial weights for ReLU, Glorot's for all others.
   *
   * @param nPrev n[l-1], the number of its inputs
   * @param n n[l], the number of its nodes
   * @param g its activation
   */
  public Dense(int nPrev, int n, Activation g) {
    this(nPrev, n, g, g instanceof Relu ? new He() : new Glorot());
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
      throw new IllegalArgumentException(
          "Dense: both widths must be at least 1, got %s→%s".formatted(nPrev, n));
    }
    this.nPrev = nPrev;
    this.n = n;
    this.g = Objects.requireNonNull(g, "Dense: the activation must not be null");
    this.init = Objects.requireNonNull(init, "Dense: the initializer must not be null");
    initialize(0, new Random(0));
  }

  /** Draws W, and sets b = 0. */
  @Override
  public void initialize(int l, Random random) {
    doors = new Doors("Dense", l, nPrev + "→" + n, nPrev, n);
    W = init.weights(n, nPrev, random);
    b = Matrix.zeros(n, 1);
    dW = Matrix.zeros(n, nPrev);
    db = Matrix.zeros(n, 1);
  }

  /** Z = W A + b; returns g(Z). Keeps A and Z. */
  @Override
  public Matrix forward(Matrix A) {
    APrev = doors.input(A);
    Z = W.mult(A).plus(b);
    return g.of(Z);
  }

  /** g(W A + b); keeps nothing. */
  @Override
  public Matrix predict(Matrix A) {
    return g.of(W.mult(doors.input(A)).plus(b));
  }

  /** dZ = dA ⊙ g'(Z), dW = (1/m) dZ Aᵀ, db = (1/m) Σ dZ over the examples; returns Wᵀ dZ. */
  @Override
  public Matrix backward(Matrix dA) {
    gradients(dA);
    return W.multTransA(dZ);
  }

  /** dZ = dA ⊙ g'(Z), dW = ((1/m) dZ) Aᵀ, db = Σ (1/m) dZ: dZ is divided, for it is small. */
  @Override
  public void gradients(Matrix dA) {
    int m = doors.gradient(dA, Z).cols();
    dZ = dA.hadamard(g.derivative(Z));
    Matrix dZm = dZ.divide(m);
    dW = dZm.multTransB(APrev);
    db = dZm.sumOverExamples();
  }

  @Override
  public int inputs() {
    return nPrev;
  }

  @Override
  public int outputs() {
    return n;
  }

  /** W and b. */
  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter("W", W, dW, true), new Parameter("b", b, db, false));
  }

  /**
   * Sets W and b, which are copied.
   *
   * @param W (n, n₋)
   * @param b (n, 1)
   * @return this layer
   * @throws backprop.matrix.ShapeException if a shape is wrong
   */
  public Dense set(Matrix W, Matrix b) {
    this.W = doors.parameter("W", W, n, nPrev).copy();
    this.b = doors.parameter("b", b, n, 1).copy();
    return this;
  }

  /** {@return W (n, n₋), the layer's own} */
  public Matrix W() {
    return W;
  }

  /** {@return b (n, 1), the layer's own} */
  public Matrix b() {
    return b;
  }

  /** {@return Z of the last forward pass (n, m), a copy; refused if there was none} */
  public Matrix Z() {
    return doors.after("forward", Z).copy();
  }

  /**
   * {@return dZ of the last backward pass (n, m), per example, a copy; refused if there was none}
   */
  public Matrix dZ() {
    return doors.after("backward", dZ).copy();
  }

  /** {@return its activation g} */
  public Activation activation() {
    return g;
  }

  /** For example {@code Dense[2] 100→10 Relu}. */
  @Override
  public String toString() {
    return g instanceof Identity ? doors.toString() : doors + " " + g.getClass().getSimpleName();
  }
}
