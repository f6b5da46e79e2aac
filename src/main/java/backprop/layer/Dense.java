package backprop.layer;

import backprop.activation.Activation;
import backprop.activation.Identity;
import backprop.activation.Relu;
import backprop.init.Glorot;
import backprop.init.He;
import backprop.init.Initializer;
import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import backprop.matrix.Workspace;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Z[l] = W[l] A[l-1] + b[l], A[l] = g(Z[l]), for a whole batch. Shapes: W (n, n₋), b (n, 1), A[l-1] (n₋, m), Z and
 * A[l] (n, m). Source: note 000, sections 3 and 5; notes 001, 003 and 004. */
public final class Dense implements Layer, Workspace.Reusing {
  private final Doors doors;
  private final Activation g;
  private final Initializer init;
  private Matrix W;
  private Matrix b;
  private Matrix dW;
  private Matrix db;
  private Matrix Z;
  private Matrix dZ;

  /** A layer without activation: the last one, for the loss owns the output's.
   * @param nPrev n[l-1], the number of its inputs
   * @param n n[l], the number of its nodes */
  public Dense(int nPrev, int n) { this(nPrev, n, new Identity()); }

  /** A layer with activation g; He's initial weights for ReLU, Glorot's for all others.
   * @param nPrev n[l-1], the number of its inputs
   * @param n n[l], the number of its nodes
   * @param g its activation */
  public Dense(int nPrev, int n, Activation g) { this(nPrev, n, g, initializer(g)); }

  /** A layer with activation g and weights of one's choice; b starts at 0.
   * @param nPrev n[l-1], the number of its inputs
   * @param n n[l], the number of its nodes
   * @param g its activation
   * @param init draws the initial weights
   * @throws IllegalArgumentException if a width is below 1 */
  public Dense(int nPrev, int n, Activation g, Initializer init) {
    if (nPrev < 1 || n < 1) {
      throw new IllegalArgumentException("Dense: both widths must be at least 1, got %s→%s".formatted(nPrev, n));
    }
    doors = new Doors("Dense", nPrev + "→" + n, nPrev, n);
    this.g = Objects.requireNonNull(g, "Dense: the activation must not be null");
    this.init = Objects.requireNonNull(init, "Dense: the initializer must not be null");
    initialize(0, new Random(0));
  }

  /** Draws W, and sets b = 0. */
  @Override public void initialize(int l, Random random) {
    doors.number(l);
    W = init.weights(outputs(), inputs(), random);
    b = Matrix.zeros(outputs(), 1);
    dW = Matrix.zeros(outputs(), inputs());
    db = Matrix.zeros(outputs(), 1);
  }

  /** Z = W A + b; returns g(Z). Keeps A and Z. */
  @Override public Matrix forward(Matrix A) {
    Z = W.mult(doors.forward(A)).plus(b);
    return g.of(Z);
  }

  /** g(W A + b). */
  @Override public Matrix predict(Matrix A) { return g.of(W.mult(doors.predict(A)).plus(b)); }

  /** dZ = dA ⊙ g'(Z), dW = (1/m) dZ Aᵀ, db = (1/m) Σ dZ over the examples; returns Wᵀ dZ. */
  @Override public Matrix backward(Matrix dA) {
    return backward(dA, doors.backward(dA).cols());
  }

  /** The same for m examples that have several columns each. */
  Matrix backward(Matrix dA, int m) {
    gradients(dA, m);
    return W.multTransA(dZ);
  }

  @Override public void gradients(Matrix dA) { gradients(dA, doors.backward(dA).cols()); }

  /** dZ = dA ⊙ g'(Z), dW = ((1/m) dZ) Aᵀ, db = Σ (1/m) dZ: dZ is divided, for it is small. */
  void gradients(Matrix dA, int m) {
    dZ = dA.hadamard(g.derivative(Z));
    Matrix dZm = dZ.divide(m);
    dW = dZm.multTransB(doors.A());
    db = dZm.sumOverExamples();
  }

  /** W and b. */
  @Override public List<Parameter> parameters() {
    return List.of(new Parameter("W", W, dW, true), new Parameter("b", b, db, false));
  }

  /** {@return this layer, with copies of W and b}
   * @param W (n, n₋)
   * @param b (n, 1)
   * @throws backprop.matrix.ShapeException if a shape is wrong */
  public Dense set(Matrix W, Matrix b) {
    this.W = Shape.require(doors, "W", W, outputs(), inputs()).copy();
    this.b = Shape.require(doors, "b", b, outputs(), 1).copy();
    return this;
  }

  /** {@return W (n, n₋), the layer's own} */
  public Matrix W() { return W; }

  /** {@return b (n, 1), the layer's own} */
  public Matrix b() { return b; }

  /** {@return a copy of the last Z (n, m)} */
  public Matrix Z() { return doors.after("forward", Z).copy(); }

  /** {@return a copy of the last dZ (n, m)} */
  public Matrix dZ() { return doors.after("backward", dZ).copy(); }

  /** {@return its activation g} */
  public Activation activation() { return g; }
  @Override public int inputs() { return doors.inputs; }
  @Override public int outputs() { return doors.outputs; }

  /** For example {@code Dense[2] 100→10 Relu}. */
  @Override public String toString() { return doors + suffix(g); }

  static Initializer initializer(Activation g) { return g instanceof Relu ? new He() : new Glorot(); }

  static String suffix(Activation g) { return g instanceof Identity ? "" : " " + g.getClass().getSimpleName(); }
}
