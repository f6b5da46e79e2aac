package backprop.exercise.backward;

import backprop.matrix.Matrix;

/** A usual mistake in a backward pass, and the gradients that it gives. */
enum BackwardPassMistake {
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

    BackwardPassMistake(String key) {
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
            dW[l] = used.multTransB(this == OWN_ACTIVATIONS ? A[l] : A[l - 1]).divide(count);
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
