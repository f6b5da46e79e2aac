package backprop.exercise.forward;

import backprop.matrix.Matrix;

/** What a forward pass must give, in loops over numbers. */
final class ForwardTruth {
    private ForwardTruth() {}

    /** Σ_j W_kj A_ji + b_k. */
    static Matrix layer(Matrix W, Matrix A, Matrix b) {
        return Matrix.generate(W.rows(), A.cols(), (k, i) -> {
            double sum = 0;
            for (int j = 0; j < W.cols(); j++) {
                sum += W.get(k, j) * A.get(j, i);
            }
            return sum + b.get(k, 0);
        });
    }

    /** (z + |z|) / 2. */
    static Matrix relu(Matrix Z) {
        return Z.map(z -> z / 2 + Math.abs(z) / 2);
    }

    /** A whole network: Z and A of all layers. */
    static ForwardValues pass(Matrix[] W, Matrix[] b, Matrix X) {
        Matrix[] Z = new Matrix[W.length];
        Matrix[] A = new Matrix[W.length];
        A[0] = X;
        for (int l = 1; l < W.length; l++) {
            Z[l] = layer(W[l], A[l - 1], b[l]);
            A[l] = l < W.length - 1 ? relu(Z[l]) : Z[l];
        }
        return new ForwardValues(Z, A);
    }

    /** For each column the row that no other beats, the first of such. */
    static int[] classes(Matrix Z) {
        int[] classes = new int[Z.cols()];
        for (int i = 0; i < Z.cols(); i++) {
            for (int k = Z.rows() - 1; k >= 0; k--) {
                if (isLargest(Z, k, i)) {
                    classes[i] = k;
                }
            }
        }
        return classes;
    }

    private static boolean isLargest(Matrix Z, int row, int i) {
        for (int k = 0; k < Z.rows(); k++) {
            if (Z.get(k, i) > Z.get(row, i)) {
                return false;
            }
        }
        return true;
    }

    /** How many classes are right. */
    static int right(int[] predicted, int[] labels) {
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            right += predicted[i] == labels[i] ? 1 : 0;
        }
        return right;
    }
}
