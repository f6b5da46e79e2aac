package backprop.exercise.backward;

import backprop.exercise.Expectation;
import backprop.exercise.InputGenerator;
import backprop.matrix.Matrix;

/**
 * A layer's backward pass with what it must give, summed entry by entry, and with what usual mistakes give.
 *
 * @param in where it comes from
 * @param dZ (n, m)
 * @param A (n₋, m)
 * @param W (n, n₋)
 */
record DenseBackwardCase(InputGenerator in, Matrix dZ, Matrix A, Matrix W) {
    /** Drawn at random: n and n₋ differ, and differ from m. */
    static DenseBackwardCase drawn(InputGenerator in, int m) {
        int n = 7 + in.between(0, 2);
        int before = 10 + in.between(0, 3);
        return new DenseBackwardCase(in, in.matrix(n, m), in.matrix(before, m), in.matrix(n, before));
    }

    /** All sizes are the same, so that no shape protects from another product. */
    static DenseBackwardCase square(InputGenerator in) {
        int n = in.between(4, 5);
        return new DenseBackwardCase(in, in.matrix(n, n), in.matrix(n, n), in.matrix(n, n));
    }

    DenseBackwardCase times(double c) {
        return new DenseBackwardCase(in, dZ.times(c), A, W);
    }

    private int m() {
        return dZ.cols();
    }

    private Matrix dW() {
        return Matrix.generate(W.rows(), W.cols(), (j, k) -> {
            double sum = 0;
            for (int i = 0; i < m(); i++) {
                sum += dZ.get(j, i) * A.get(k, i);
            }
            return sum / m();
        });
    }

    private Matrix db() {
        return Matrix.generate(W.rows(), 1, (j, k) -> {
            double sum = 0;
            for (int i = 0; i < m(); i++) {
                sum += dZ.get(j, i);
            }
            return sum / m();
        });
    }

    private Matrix dA() {
        return Matrix.generate(A.rows(), m(), (k, i) -> {
            double sum = 0;
            for (int j = 0; j < W.rows(); j++) {
                sum += W.get(j, k) * dZ.get(j, i);
            }
            return sum;
        });
    }

    void requireShapes(DenseBackward f) {
        LayerGradients got = f.of(dZ, A, W);
        in.expectShape("dW", W.rows(), W.cols()).is(got.dW());
        in.expectShape("db", W.rows(), 1)
                .mistake("overFeatures", () -> Matrix.ones(1, m()))
                .is(got.db());
        in.expectShape("dA", A.rows(), m()).is(got.dA());
    }

    void require(DenseBackward f) {
        LayerGradients got = f.of(dZ, A, W);
        weights().is(got.dW());
        bias().is(got.db());
        in.expect("dA", dA())
                .mistake("dividedDA", () -> dA().divide(m()))
                .mistake("rowForColumn", () -> W.mult(dZ))
                .mistake("entryByEntry", () -> W.hadamard(dZ))
                .is(got.dA());
    }

    private Expectation weights() {
        double m = m();
        Matrix dW = dW();
        Expectation wanted = in.expect("dW", dW)
                .mistake("lastLost", this::withoutLast)
                .mistake("overNodesDivided", () -> dW.times(m / W.rows()))
                .mistake("overInputsDivided", () -> dW.times(m / W.cols()));
        for (double mean : new double[] {1, m}) {
            wanted.mistake("entryByEntry", () -> dZ.hadamard(A).divide(mean))
                    .mistake("notTransposed", () -> dZ.mult(A).divide(mean));
        }
        return wanted.meanOver(m());
    }

    private Expectation bias() {
        double m = m();
        return in.expect("db", db())
                .mistake("overNodesDivided", () -> db().times(m / W.rows()))
                .mistake("overInputsDivided", () -> db().times(m / W.cols()))
                .mistake("overFeatures", () -> dZ.sumOfColumns().transpose().divide(m))
                .meanOver(m());
    }

    private Matrix withoutLast() {
        int last = m() - 1;
        return dW().minus(Matrix.generate(W.rows(), W.cols(), (j, k) -> dZ.get(j, last) * A.get(k, last) / m()));
    }
}
