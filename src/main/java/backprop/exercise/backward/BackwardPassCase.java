package backprop.exercise.backward;

import backprop.exercise.Expectation;
import backprop.exercise.InputGenerator;
import backprop.matrix.Matrix;

/**
 * A network, ReLU inside and softmax at its end, and a batch. The gradients must be the central differences of its
 * cost, which loops over the examples compute.
 *
 * @param in where it comes from
 * @param W weights, W[0] null
 * @param b biases, b[0] null
 * @param X (n[0], m)
 * @param Y one-hot (n[L], m)
 */
@SuppressWarnings("ArrayRecordComponent") // not compared
record BackwardPassCase(InputGenerator in, Matrix[] W, Matrix[] b, Matrix X, Matrix Y) {
    private static final double STEP = 1e-5;
    private static final double NEAR = 1e-7;
    /** How far from its kink each z must stay, for no difference to step over it. */
    private static final double CLEAR = 5e-3;

    /** Smaller gradients would be equal to wrong ones by chance, as those behind closed gates are. */
    private static final double VISIBLE = 1e-3;

    /**
     * Drawn again until no z is near 0, no hidden layer is silent, and something comes back to each layer.
     *
     * @param n the widths n[0] … n[L]
     */
    static BackwardPassCase drawn(InputGenerator in, int m, int... n) {
        while (true) {
            Matrix[] W = new Matrix[n.length];
            Matrix[] b = new Matrix[n.length];
            for (int l = 1; l < n.length; l++) {
                W[l] = in.matrix(n[l], n[l - 1]).times(Math.sqrt(2.0 / n[l - 1]));
                b[l] = in.matrix(n[l], 1);
            }
            BackwardPassCase drawn = new BackwardPassCase(in, W, b, in.matrix(n[0], m), in.oneHot(n[n.length - 1], m));
            if (drawn.isClear()) {
                return drawn;
            }
        }
    }

    private boolean isClear() {
        Kept kept = new Kept(L(), m());
        for (int i = 0; i < m(); i++) {
            loss(i, kept);
        }
        Gradients right = BackwardPassMistake.NONE.gradients(W, kept.Z, kept.A, Y);
        for (int l = 1; l < L(); l++) {
            if (right.dW()[l].maxAbs() < VISIBLE || right.db()[l].maxAbs() < VISIBLE) {
                return false;
            }
            if (kept.A[l].maxAbs() == 0
                    || kept.Z[l].map(z -> Math.abs(z) < CLEAR ? 1 : 0).maxAbs() > 0) {
                return false;
            }
        }
        return true;
    }

    private int L() {
        return W.length - 1;
    }

    private int m() {
        return X.cols();
    }

    /** What the forward pass keeps, A[0] = X and A[L] = Ŷ among it. */
    private static final class Kept {
        private final Matrix[] Z;
        private final Matrix[] A;
        private final int m;

        Kept(int L, int m) {
            Z = new Matrix[L + 1];
            A = new Matrix[L + 1];
            this.m = m;
        }

        void column(Matrix[] where, int l, int i, double[] values) {
            if (where[l] == null) {
                where[l] = Matrix.zeros(values.length, m);
            }
            for (int j = 0; j < values.length; j++) {
                where[l].set(j, i, values[j]);
            }
        }
    }

    /**
     * The loss of example i, −ln ŷ at its class.
     *
     * @param kept takes the z and a of the example; null where nobody asks for them
     */
    private double loss(int i, Kept kept) {
        double[] a = column(X, i);
        if (kept != null) {
            kept.column(kept.A, 0, i, a);
        }
        double loss = 0;
        for (int l = 1; l <= L(); l++) {
            double[] z = column(b[l], 0);
            for (int j = 0; j < z.length; j++) {
                for (int k = 0; k < a.length; k++) {
                    z[j] += W[l].get(j, k) * a[k];
                }
            }
            a = new double[z.length];
            double sum = 0;
            for (int j = 0; j < z.length; j++) {
                sum += Math.exp(z[j]);
            }
            for (int j = 0; j < z.length; j++) {
                a[j] = l < L() ? Math.max(0, z[j]) : Math.exp(z[j]) / sum;
            }
            if (kept != null) {
                kept.column(kept.Z, l, i, z);
                kept.column(kept.A, l, i, a);
            }
            if (l == L()) {
                for (int j = 0; j < z.length; j++) {
                    loss += Y.get(j, i) * (Math.log(sum) - z[j]);
                }
            }
        }
        return loss;
    }

    private static double[] column(Matrix M, int i) {
        double[] numbers = new double[M.rows()];
        for (int j = 0; j < numbers.length; j++) {
            numbers[j] = M.get(j, i);
        }
        return numbers;
    }

    private double cost() {
        double sum = 0;
        for (int i = 0; i < m(); i++) {
            sum += loss(i, null);
        }
        return sum / m();
    }

    private Matrix slopes(Matrix P) {
        return Matrix.generate(P.rows(), P.cols(), (i, j) -> {
            double p = P.get(i, j);
            P.set(i, j, p + STEP);
            double up = cost();
            P.set(i, j, p - STEP);
            double down = cost();
            P.set(i, j, p);
            return (up - down) / (2 * STEP);
        });
    }

    private Kept kept() {
        Kept kept = new Kept(L(), m());
        for (int i = 0; i < m(); i++) {
            loss(i, kept);
        }
        return kept;
    }

    Gradients got(BackwardPass f) {
        Kept kept = kept();
        return f.of(W, kept.Z, kept.A, Y);
    }

    private Gradients whole(BackwardPass f) {
        Gradients got = got(f);
        requireLength("dW", got.dW());
        requireLength("db", got.db());
        return got;
    }

    private void requireLength(String what, Matrix[] got) {
        in.expect("The length of " + what, W.length)
                .mistake("shifted", this::L)
                .form()
                .is(got == null ? null : got.length);
    }

    void requireShapes(BackwardPass f) {
        Gradients got = whole(f);
        for (int l = L(); l >= 1; l--) {
            int n = W[l].rows();
            in.expectShape("dW[" + l + "]", n, W[l].cols())
                    .mistake("ownActivations", () -> Matrix.ones(n, n))
                    .mistake("swapped", () -> Matrix.ones(n, 1))
                    .is(got.dW()[l]);
            in.expectShape("db[" + l + "]", n, 1)
                    .mistake("overNodes", () -> Matrix.ones(1, m()))
                    .is(got.db()[l]);
        }
    }

    /** From the last layer to the first, so that the first that differs is the one to look at. */
    void require(BackwardPass f) {
        Gradients got = whole(f);
        for (int l = L(); l >= 1; l--) {
            Expectation dW =
                    in.expect("dW[" + l + "]", slopes(W[l])).within(NEAR).meanOver(m());
            Expectation db =
                    in.expect("db[" + l + "]", slopes(b[l])).within(NEAR).meanOver(m());
            for (BackwardPassMistake mistake : BackwardPassMistake.values()) {
                if (mistake.key().isEmpty()) {
                    continue;
                }
                int layer = l;
                dW.mistake(mistake.key(), () -> with(mistake).dW()[layer]);
                db.mistake(mistake.key(), () -> with(mistake).db()[layer]);
            }
            dW.is(got.dW()[l]);
            db.is(got.db()[l]);
        }
    }

    private Gradients with(BackwardPassMistake mistake) {
        Kept kept = kept();
        return mistake.gradients(W, kept.Z, kept.A, Y);
    }
}
