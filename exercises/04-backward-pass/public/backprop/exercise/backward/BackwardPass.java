package backprop.exercise.backward;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.Expectation;
import backprop.exercise.InputGenerator;
import backprop.exercise.Limit;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;

/**
 * The contract: dZ[L] = Ŷ − Y; for l = L … 1: dW[l] = (1/m) dZ[l] A[l-1]ᵀ, db[l] = (1/m) Σ dZ[l] over the examples,
 * and if l > 1, dZ[l-1] = (W[l]ᵀ dZ[l]) ⊙ g′(Z[l-1]), with ReLU as the hidden layers' g.
 */
@Exercise
@FunctionalInterface
public interface BackwardPass {
    /**
     * The whole backward pass of a network of L layers, for a batch. Place l of each array belongs to layer l.
     *
     * @param W the weights, W[l] (n[l], n[l-1]); W[0] is null, and so L = W.length − 1
     * @param Z what the forward pass kept, Z[l] (n[l], m); Z[0] is null
     * @param A what the forward pass kept, A[l] (n[l], m): A[0] is X, A[L] is Ŷ
     * @param Y the labels, one-hot (n[L], m)
     * @return dW[l] (n[l], n[l-1]) and db[l] (n[l], 1) for l = 1 … L
     */
    Gradients of(Matrix[] W, Matrix[] Z, Matrix[] A, Matrix Y);

    /** The truth is the cost itself, by central differences; and at last, whether a network learns. */
    @ExerciseTests
    final class Tests {
        private static final double ACCURACY = 0.95;

        @ExerciseTest(order = 1)
        void shapes(BackwardPass f, TestCases cases) {
            cases.each(in ->
                    Case.drawn(in, in.between(6, 7), in.between(4, 5), 3, 2).requireShapes(f));
        }

        @ExerciseTest(order = 2)
        void oneLayer(BackwardPass f, TestCases cases) {
            cases.each(in -> Case.drawn(in, in.between(4, 5), 2, 3).require(f));
        }

        @ExerciseTest(order = 3)
        void twoLayers(BackwardPass f, TestCases cases) {
            cases.each(in -> Case.drawn(in, in.between(5, 6), 2, 4, 3).require(f));
        }

        /** The second network has one width, so that what belongs to one layer fits another too. */
        @ExerciseTest(order = 4)
        void anyDepth(BackwardPass f, TestCases cases) {
            cases.each(in -> Case.drawn(in, in.between(5, 6), 2, 3, 4, 3).require(f));
            cases.each(in -> Case.drawn(in, 4, 3, 3, 3, 3, 3).require(f));
        }

        @ExerciseTest(order = 5)
        void argumentsStay(BackwardPass f, TestCases cases) {
            cases.untouched(in -> Case.drawn(in, in.between(5, 6), 2, 4, 3).got(f));
        }

        @ExerciseTest(order = 6)
        @Limit(30)
        void learns(BackwardPass f, TestCases cases) {
            cases.onlyIfTheRestPassed();
            cases.once(in -> {
                double accuracy = DigitsTraining.accuracy(f);
                in.expect("The accuracy", Math.max(accuracy, ACCURACY))
                        .mistake("notLearned", () -> accuracy)
                        .is(accuracy);
            });
        }

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
        record Case(InputGenerator in, Matrix[] W, Matrix[] b, Matrix X, Matrix Y) {
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
            static Case drawn(InputGenerator in, int m, int... n) {
                while (true) {
                    Matrix[] W = new Matrix[n.length];
                    Matrix[] b = new Matrix[n.length];
                    for (int l = 1; l < n.length; l++) {
                        W[l] = in.matrix(n[l], n[l - 1]).times(Math.sqrt(2.0 / n[l - 1]));
                        b[l] = in.matrix(n[l], 1);
                    }
                    Case drawn = new Case(in, W, b, in.matrix(n[0], m), in.oneHot(n[n.length - 1], m));
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
                Gradients right = Mistake.NONE.gradients(W, kept.Z, kept.A, Y);
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
                    Expectation dW = in.expect("dW[" + l + "]", slopes(W[l]))
                            .within(NEAR)
                            .meanOver(m());
                    Expectation db = in.expect("db[" + l + "]", slopes(b[l]))
                            .within(NEAR)
                            .meanOver(m());
                    for (Mistake mistake : Mistake.values()) {
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

            private Gradients with(Mistake mistake) {
                Kept kept = kept();
                return mistake.gradients(W, kept.Z, kept.A, Y);
            }
        }

        /** A usual mistake in a backward pass, and the gradients that it gives. */
        enum Mistake {
            /** No mistake, which has no text. */
            NONE(""),
            /** dZ[l−1] = dA[l−1]. */
            NO_DERIVATIVE("noDerivative"),
            /** dZ[L] = (Ŷ − Y) ⊙ g′(Z[L]). */
            OUTPUT_DERIVATIVE("outputDerivative"),
            /** dZ[L] = Ŷ. */
            NO_LABELS("noLabels"),
            /** dZ[l−1] = dA[l−1] ⊙ A[l−1]. */
            TIMES_ACTIVATIONS("timesActivations"),
            /** dZ[l−1] = dA[l−1] ⊙ Z[l−1]. */
            TIMES_Z("timesZ"),
            /** dZ[l−1] = dA[L−1] ⊙ g′(Z[l−1]), where the widths allow it. */
            TOP_DA("topOnly"),
            /** dW[l] and db[l] from dZ[L], where the widths allow it. */
            TOP_DZ("topOnly"),
            /** dW[l] = (1/m) dZ[l] A[l]ᵀ, where the widths allow it. */
            OWN_ACTIVATIONS("ownActivations"),
            /** dA[l−1] = W[l] dZ[l], where the widths allow it. */
            ROW_FOR_COLUMN("rowForColumn"),
            /** dW[l] and db[l] are divided by n[l]. */
            OVER_NODES("overNodesDivided");

            private final String key;

            Mistake(String key) {
                this.key = key;
            }

            /** {@return the key of its text, below BackwardPass.mistake} */
            String key() {
                return key;
            }

            /**
             * The gradients with this mistake.
             *
             * @throws RuntimeException if it is none that these shapes allow
             */
            Gradients gradients(Matrix[] W, Matrix[] Z, Matrix[] A, Matrix Y) {
                int L = W.length - 1;
                Matrix[] dW = new Matrix[L + 1];
                Matrix[] db = new Matrix[L + 1];
                Matrix top = dZOfLast(Z[L], A[L], Y);
                Matrix dZ = top;
                for (int l = L; l >= 1; l--) {
                    Matrix used = this == TOP_DZ ? top : dZ;
                    int count = this == OVER_NODES ? W[l].rows() : Y.cols();
                    dW[l] = used.multTransB(this == OWN_ACTIVATIONS ? A[l] : A[l - 1])
                            .divide(count);
                    db[l] = used.sumOverExamples().divide(count);
                    if (l > 1) {
                        Matrix dA = this == ROW_FOR_COLUMN ? W[l].mult(dZ) : W[l].multTransA(dZ);
                        dZ = through(this == TOP_DA ? W[L].multTransA(top) : dA, Z[l - 1], A[l - 1]);
                    }
                }
                return new Gradients(dW, db);
            }

            private Matrix dZOfLast(Matrix Z, Matrix Yhat, Matrix Y) {
                Matrix dZ = this == NO_LABELS ? Yhat : Yhat.minus(Y);
                return this == OUTPUT_DERIVATIVE ? dZ.hadamard(ReluSlope.of(Z)) : dZ;
            }

            private Matrix through(Matrix dA, Matrix Z, Matrix A) {
                return switch (this) {
                    case NO_DERIVATIVE -> dA;
                    case TIMES_ACTIVATIONS -> dA.hadamard(A);
                    case TIMES_Z -> dA.hadamard(Z);
                    default -> dA.hadamard(ReluSlope.of(Z));
                };
            }
        }
    }
}
