package backprop.layer;

import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import backprop.matrix.ShapeException;
import backprop.matrix.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/**
 * A[l] = γ ⊙ X̂ + β with X̂ = (X − μ) ⊘ √(σ² + ε), X = A[l-1] (n, m), and μ and σ² (n, 1) the mean and variance of
 * each row over the batch. Of images each channel counts as one row. Predictions take running averages for μ and σ².
 * Ioffe &amp; Szegedy 2015, Algorithms 1 and 2.
 */
public final class BatchNorm implements Layer, Workspace.BufferSafe {
    /** ε = 10⁻⁵, as PyTorch has it; the paper gives no value. */
    public static final double EPSILON = 1e-5;
    /** The weight of a batch in the running averages = 0.1, as PyTorch has it. */
    public static final double MOMENTUM = 0.1;

    private final int n;
    private final int pixels;
    private final ShapeContract shapes;
    private final Parameter gamma;
    private final Parameter beta;
    private final Matrix mean;
    private final Matrix variance;
    private boolean set;
    private Matrix mu;
    private Matrix sigma2;
    private Matrix Xhat;

    /**
     * Normalizes each row.
     *
     * @param n the number of rows
     * @throws IllegalArgumentException if it is below 1
     */
    public BatchNorm(int n) {
        this(rows(n));
    }

    /**
     * Normalizes each channel, over all its pixels.
     *
     * @param in the shape of its input
     */
    public BatchNorm(Volume in) {
        Objects.requireNonNull(in, "BatchNorm: the input's volume must not be null");
        n = in.channels();
        pixels = in.height() * in.width();
        shapes = new ShapeContract("BatchNorm", in.toString(), in.size(), in.size());
        gamma = new Parameter("gamma", Matrix.ones(n, 1), Matrix.zeros(n, 1), false);
        beta = new Parameter("beta", Matrix.zeros(n, 1), Matrix.zeros(n, 1), false);
        mean = Matrix.zeros(n, 1);
        variance = Matrix.ones(n, 1);
    }

    /**
     * γ = 1 and β = 0, unless somebody has set them; the gradients become 0. Of a layer that was in a network already
     * the running mean and variance become 0 and 1 again.
     */
    @Override
    public void initialize(int l, Random random) {
        boolean changed =
                !gamma.value().equals(Matrix.ones(n, 1)) || beta.value().maxAbs() != 0;
        boolean again = isInNetwork();
        boolean setByHand = changed && !again;
        set = set || setByHand;
        shapes.number(l);
        if (!set) {
            gamma.value().assign(Matrix.ones(n, 1));
            beta.value().assign(Matrix.zeros(n, 1));
        }
        if (again) {
            mean.assign(Matrix.zeros(n, 1));
            variance.assign(Matrix.ones(n, 1));
        }
        gamma.gradient().assign(Matrix.zeros(n, 1));
        beta.gradient().assign(Matrix.zeros(n, 1));
        mu = null;
        sigma2 = null;
        Xhat = null;
    }

    /** 1 for images of several pixels, else 2: of a single number there is no variance. */
    @Override
    public int minimumBatchSize() {
        return pixels > 1 ? 1 : 2;
    }

    /** μ = (1/k) Σ X and σ² = (1/k) Σ (X − μ)² over X's k columns; returns γ ⊙ X̂ + β. */
    @Override
    public Matrix forward(Matrix A) {
        if (shapes.predict(A).cols() < minimumBatchSize()) {
            throw new ShapeException(
                    shapes + ": a batch must be (" + n + ", m), m ≥ 2, to have a variance, got " + A.shape());
        }
        Matrix X = rows(shapes.forward(A));
        int k = X.cols();
        mu = X.sumOverExamples().divide(k);
        Matrix centred = X.minus(mu);
        sigma2 = centred.map(x -> x * x).sumOverExamples().divide(k);
        Xhat = centred.divide(deviation(sigma2));
        return scaled(Xhat).reshape(A.rows(), A.cols());
    }

    /** γ ⊙ X̂ + β with the running averages for μ and σ². */
    @Override
    public Matrix predict(Matrix A) {
        Matrix X = rows(shapes.predict(A));
        return scaled(X.minus(mean).divide(deviation(variance))).reshape(A.rows(), A.cols());
    }

    /**
     * dγ = (1/m) Σ dY ⊙ X̂, dβ = (1/m) Σ dY; returns γ ⊘ √(σ² + ε) ⊙ (dY − (1/k) Σ dY − X̂ ⊙ (1/k) Σ dY ⊙ X̂), sums over
     * the k columns. Here the running averages move, not in forward, which may be repeated; they take the unbiased
     * variance k σ² / (k − 1).
     */
    @Override
    public Matrix backward(Matrix dA) {
        Matrix dY = rows(shapes.backward(dA));
        double k = dY.cols();
        Matrix sum = dY.sumOverExamples();
        Matrix sumX = dY.hadamard(Xhat).sumOverExamples();
        gamma.gradient().assign(sumX.divide(dA.cols()));
        beta.gradient().assign(sum.divide(dA.cols()));
        mean.assign(mu, (average, b) -> average + MOMENTUM * (b - average));
        variance.assign(sigma2, (average, b) -> average + MOMENTUM * (b * k / (k - 1) - average));
        Matrix rest = dY.minus(sum.divide(k)).minus(Xhat.hadamard(sumX.divide(k)));
        Matrix dX = rest.hadamard(gamma.value().divide(deviation(sigma2)));
        return dX.reshape(dA.rows(), dA.cols());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(gamma, beta);
    }

    @Override
    public Map<String, Matrix> state() {
        return new TreeMap<>(Map.of("mean", mean, "variance", variance));
    }

    /**
     * {@return this layer, whose γ and β get these numbers, and keep them when it joins a network}
     *
     * @param gamma γ (n, 1)
     * @param beta β (n, 1)
     */
    public BatchNorm set(Matrix gamma, Matrix beta) {
        Shape.require(shapes, "γ", gamma, n, 1);
        Shape.require(shapes, "β", beta, n, 1);
        this.gamma.value().assign(gamma);
        this.beta.value().assign(beta);
        set = true;
        return this;
    }

    @Override
    public boolean isInNetwork() {
        return shapes.isInNetwork();
    }

    @Override
    public Runnable snapshot() {
        Runnable learned = Layer.super.snapshot();
        Runnable input = shapes.snapshot();
        Matrix muNow = mu;
        Matrix sigma2Now = sigma2;
        Matrix XhatNow = Xhat;
        return () -> {
            learned.run();
            input.run();
            mu = muNow;
            sigma2 = sigma2Now;
            Xhat = XhatNow;
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

    @Override
    public String toString() {
        return shapes.toString();
    }

    private static Volume rows(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("BatchNorm: the number of rows must be at least 1, got " + n);
        }
        return new Volume(n, 1, 1);
    }

    /** Reshapes A to (C, H W m): a row for each channel. */
    private Matrix rows(Matrix A) {
        return A.reshape(n, A.rows() / n * A.cols());
    }

    private Matrix scaled(Matrix Xhat) {
        return Xhat.hadamard(gamma.value()).plus(beta.value());
    }

    private static Matrix deviation(Matrix variance) {
        return variance.map(v -> Math.sqrt(v + EPSILON));
    }
}
