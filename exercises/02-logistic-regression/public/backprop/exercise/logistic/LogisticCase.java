package backprop.exercise.logistic;

import backprop.exercise.InputGenerator;
import backprop.matrix.Matrix;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/**
 * Weights and a batch. The loss is −ln of the probability that the model gives to what happened; derivatives are
 * central differences, of the fourth order.
 *
 * @param in where it comes from
 * @param w (n, 1)
 * @param b the bias
 * @param X (n, m)
 * @param Y (1, m), zeros and ones
 */
record LogisticCase(InputGenerator in, Matrix w, double b, Matrix X, Matrix Y) {
    private static final double H = 1e-3;

    /** Drawn at random, so that Z is of the size of 1. */
    static LogisticCase drawn(InputGenerator in, int n, int m) {
        Matrix X = in.matrix(n, m).divide(Math.sqrt(n));
        return new LogisticCase(
                in, in.matrix(n, 1), in.number(), X, in.oneHot(2, m).rows(1));
    }

    /**
     * Two examples where the model is very sure and right, three where it is very sure and wrong: Z = (800, −800, 800,
     * −800, 800) for Y = (1, 0, 0, 1, 0), so that J = 480, dZ = (0, 0, 1, −1, 1), dw = (0.6, 1.6) and db = 0.2.
     */
    static LogisticCase extreme(InputGenerator in) {
        return extreme(in, 800, 5);
    }

    /**
     * The same with another number in the place of 800, so that J is 0.6 of it, and other features, so that dw₂ is
     * another.
     */
    static LogisticCase drawnExtreme(InputGenerator in) {
        return extreme(in, in.between(710, 990), in.between(2, 40));
    }

    private static LogisticCase extreme(InputGenerator in, double huge, int x) {
        Matrix X = Matrix.of(new double[] {1, -1, 1, -1, 1}, new double[] {x, x + 1, x + 2, x + 3, x + 4});
        return new LogisticCase(in, Matrix.column(huge, 0), 0, X, Matrix.row(1, 0, 0, 1, 0));
    }

    /** J of an extreme case: three losses of five are |z|. */
    double extremeJ() {
        return 0.6 * w.get(0, 0);
    }

    /** dw of an extreme case: (x⁽³⁾ − x⁽⁴⁾ + x⁽⁵⁾) / 5. */
    Matrix extremeDw() {
        return Matrix.generate(2, 1, (k, j) -> (X.get(k, 2) - X.get(k, 3) + X.get(k, 4)) / 5);
    }

    LogisticCase at(Matrix weights, double bias) {
        return new LogisticCase(in, weights, bias, X, Y);
    }

    /** Some of the examples. */
    LogisticCase only(int... examples) {
        return new LogisticCase(in, w, b, X.cols(examples), Y.cols(examples));
    }

    int n() {
        return X.rows();
    }

    int m() {
        return X.cols();
    }

    double z(int i) {
        double z = b;
        for (int k = n() - 1; k >= 0; k--) {
            z += X.get(k, i) * w.get(k, 0);
        }
        return z;
    }

    double y(int i) {
        return Y.get(0, i);
    }

    /** ŷ by another formula, σ(z) = (1 + tanh(z/2)) / 2. */
    static double sigmoid(double z) {
        return (1 + Math.tanh(z / 2)) / 2;
    }

    double a(int i) {
        return sigmoid(z(i));
    }

    /** −ln of the probability of what happened; with labels ±1 it is σ(±z). */
    private static double loss(double z, double y) {
        return -Math.log(1 / (1 + Math.exp((1 - 2 * y) * z)));
    }

    double J() {
        return mean(i -> loss(z(i), y(i)));
    }

    /** (1/m) Σ over the examples. */
    double mean(IntToDoubleFunction value) {
        double sum = 0;
        for (int i = 0; i < m(); i++) {
            sum += value.applyAsDouble(i);
        }
        return sum / m();
    }

    /** J, if z went on from one example to the next instead of beginning at b again. */
    double carried() {
        double z = b;
        double sum = 0;
        for (int i = 0; i < m(); i++) {
            z += z(i) - b;
            sum += loss(z, y(i));
        }
        return sum / m();
    }

    /** J, if the loss were given ŷ in the place of z. */
    double sigmoidTwice() {
        return mean(i -> loss(a(i), y(i)));
    }

    Matrix dw() {
        return Matrix.generate(
                n(),
                1,
                (k, j) -> slope(h -> {
                    Matrix moved = w.copy();
                    moved.set(k, 0, w.get(k, 0) + h);
                    return at(moved, b).J();
                }));
    }

    double db() {
        return slope(h -> at(w, b + h).J());
    }

    Matrix A() {
        return Matrix.generate(1, m(), (j, i) -> a(i));
    }

    Matrix dZ() {
        return Matrix.generate(1, m(), (j, i) -> slope(h -> loss(z(i) + h, y(i))));
    }

    /** What dw would be if dz were something else: (1/m) Σ x⁽ⁱ⁾ dz⁽ⁱ⁾. */
    Matrix weighted(IntToDoubleFunction dz) {
        return Matrix.generate(n(), 1, (k, j) -> mean(i -> X.get(k, i) * dz.applyAsDouble(i)));
    }

    double error(int i) {
        return a(i) - y(i);
    }

    private static double slope(DoubleUnaryOperator f) {
        double near = f.applyAsDouble(H) - f.applyAsDouble(-H);
        double far = f.applyAsDouble(2 * H) - f.applyAsDouble(-2 * H);
        return (8 * near - far) / (12 * H);
    }
}
