package backprop.layer;

import backprop.activation.Activation;
import backprop.activation.Identity;
import backprop.activation.Relu;
import backprop.init.Glorot;
import backprop.init.He;
import backprop.init.Initializer;
import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * Z[l] = W[l] A[l-1] + b[l], A[l] = g(Z[l]), for a whole batch. Shapes: W (n, n₋), b (n, 1), A[l-1]
 * (n₋, m), Z and A[l] (n, m). Source: note 000, sections 3 and 5; notes 001, 003 and 004.
 */
public final class Dense implements Layer {
  private final int nPrev;
  private final int n;
  private final Activation g;
  private final Initializer init;
  private int l;

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
    this.l = l;
    W = init.weights(n, nPrev, random);
    b = Matrix.zeros(n, 1);
    dW = Matrix.zeros(n, nPrev);
    db = Matrix.zeros(n, 1);
  }

  /** Z = W A + b; returns g(Z). Keeps A and Z. */
  @Override
  public Matrix forward(Matrix A) {
    APrev = requireInput(A);
    Z = W.mult(A).plus(b);
    return g.of(Z);
  }

  /** g(W A + b); keeps nothing. */
  @Override
  public Matrix predict(Matrix A) {
    return g.of(W.mult(requireInput(A)).plus(b));
  }

  /** dZ = dA ⊙ g'(Z), dW = (1/m) dZ Aᵀ, db = (1/m) Σ dZ over the examples; returns Wᵀ dZ. */
  @Override
  public Matrix backward(Matrix dA) {
    Shape.requireSame(name(), "dA[" + number(l) + "]", dA, after("forward", Z));
    int m = dA.cols();
    dZ = dA.hadamard(g.derivative(Z));
    dW = dZ.multTransB(APrev).divide(m);
    db = dZ.sumOverExamples().divide(m);
    return W.multTransA(dZ);
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
    return List.of(new Parameter("W", W, dW), new Parameter("b", b, db));
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
    this.W = Shape.require(name(), symbol("W"), W, n, nPrev).copy();
    this.b = Shape.require(name(), symbol("b"), b, n, 1).copy();
    return this;
  }

  /**
   * The weights.
   *
   * @return W (n, n₋), the layer's own
   */
  public Matrix W() {
    return W;
  }

  /**
   * The biases.
   *
   * @return b (n, 1), the layer's own
   */
  public Matrix b() {
    return b;
  }

  /**
   * Z of the last forward pass.
   *
   * @return Z (n, m)
   * @throws IllegalStateException if there was none
   */
  public Matrix Z() {
    return after("forward", Z);
  }

  /**
   * dZ of the last backward pass.
   *
   * @return dZ (n, m), per example
   * @throws IllegalStateException if there was none
   */
  public Matrix dZ() {
    return after("backward", dZ);
  }

  /**
   * The activation.
   *
   * @return g
   */
  public Activation activation() {
    return g;
  }

  /** For example {@code Dense[2] 100→10 Relu}. */
  @Override
  public String toString() {
    return g instanceof Identity ? name() : name() + " " + g.getClass().getSimpleName();
  }

  private Matrix requireInput(Matrix A) {
    return Shape.require(name(), "A[" + number(l - 1) + "]", A, nPrev, Shape.ANY);
  }

  /** What a pass has left; refused while that pass has not run. */
  private Matrix after(String pass, Matrix M) {
    if (M == null) {
      throw new IllegalStateException(name() + ": " + pass + " must run first, but it has not");
    }
    return M;
  }

  private String name() {
    return (l == 0 ? "Dense " : "Dense[" + l + "] ") + nPrev + "→" + n;
  }

  private String symbol(String letter) {
    return l == 0 ? letter : letter + "[" + l + "]";
  }

  /** The number of a layer, or its letter while no network has given it one. */
  private String number(int number) {
    return l > 0 ? Integer.toString(number) : number == l ? "l" : "l-1";
  }
}
