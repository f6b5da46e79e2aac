package backprop.exercise.forward;

import backprop.exercise.Expectation;
import backprop.exercise.InputGenerator;
import backprop.matrix.Matrix;

/**
 * A layer with its inputs, what it must give, and what usual mistakes give.
 *
 * @param in where it comes from
 * @param W (n, n₋)
 * @param A (n₋, m)
 * @param b (n, 1)
 */
record LayerCase(InputGenerator in, Matrix W, Matrix A, Matrix b) {
    /** Drawn at random: n and n₋ differ, and differ from m. */
    static LayerCase drawn(InputGenerator in, int m) {
        int n = 7 + in.between(0, 2);
        int before = 10 + in.between(0, 3);
        return sized(in, n, before, m);
    }

    /** All sizes are the same, so that no shape protects from a wrong order. */
    static LayerCase square(InputGenerator in) {
        int n = in.between(3, 5);
        return sized(in, n, n, n);
    }

    static LayerCase sized(InputGenerator in, int n, int before, int m) {
        return new LayerCase(in, in.matrix(n, before), in.matrix(before, m), in.matrix(n, 1));
    }

    private Matrix bias(Matrix.Entry rule) {
        return ForwardTruth.layer(W, A, b.times(0)).plus(Matrix.generate(W.rows(), A.cols(), rule));
    }

    private Matrix lastTerm(int biases) {
        int last = W.cols() - 1;
        return Matrix.generate(W.rows(), A.cols(), (k, i) -> W.get(k, last) * A.get(last, i) + biases * b.get(k, 0));
    }

    /** The shape alone. */
    Expectation shape(String what) {
        return in.expectShape(what, W.rows(), A.cols());
    }

    /** The entries. */
    Expectation sums(String what) {
        return in.expect(what, ForwardTruth.layer(W, A, b))
                .mistake("noBias", () -> bias((k, i) -> 0))
                .mistake("minusBias", () -> bias((k, i) -> -b.get(k, 0)))
                .mistake("biasEachTime", () -> bias((k, i) -> W.cols() * b.get(k, 0)))
                .mistake("oneBias", () -> bias((k, i) -> b.get(0, 0)))
                .mistake("transposedW", () -> ForwardTruth.layer(W.transpose(), A, b))
                .mistake("lastTerm", () -> lastTerm(1))
                .mistake("lastTerm", () -> lastTerm(0))
                .mistake("relu", () -> ForwardTruth.relu(ForwardTruth.layer(W, A, b)))
                .mistake("biasFirst", () -> ForwardTruth.layer(W, A.plus(b), b.times(0)))
                .otherActivation(ForwardTruth.layer(W, A, b), "");
    }

    /** The entries, with the mistakes that need a batch. */
    Expectation batchSums(String what) {
        return sums(what)
                .mistake("firstColumn", () -> bias((k, i) -> i == 0 ? b.get(k, 0) : 0))
                .mistake("biasAcross", () -> bias((k, i) -> b.get(i, 0)))
                .mistake("transposedA", () -> ForwardTruth.layer(W, A.transpose(), b))
                .mistake("otherOrder", () -> ForwardTruth.layer(A, W, b))
                .mistake("entrywise", () -> W.hadamard(A).plus(b));
    }
}
