package backprop.exercise.backward;

import backprop.activation.Softmax;
import backprop.data.Dataset;
import backprop.data.Digits;
import backprop.data.MiniBatches;
import backprop.data.Split;
import backprop.init.He;
import backprop.matrix.Matrix;
import backprop.train.Metrics;
import java.util.Random;

/** A network 64-32-10 that learns the digits with a learner's gradients. */
final class DigitsTraining {
    private static final int[] WIDTHS = {64, 32, 10};
    private static final long SEED = 7;
    private static final int EPOCHS = 10;
    private static final int BATCH = 32;
    private static final double ALPHA = 0.3;

    /** Read once: a class of students has the same. */
    private static final Split SPLIT = Digits.load().split(0.8, SEED);

    private final int L = WIDTHS.length - 1;
    private final Matrix[] W = new Matrix[L + 1];
    private final Matrix[] b = new Matrix[L + 1];

    private DigitsTraining() {
        Random random = new Random(SEED);
        for (int l = 1; l <= L; l++) {
            W[l] = new He().weights(WIDTHS[l], WIDTHS[l - 1], random);
            b[l] = Matrix.zeros(WIDTHS[l], 1);
        }
    }

    /** The share of held-out digits that are read rightly in the end. */
    static double accuracy(BackwardPass f) {
        DigitsTraining training = new DigitsTraining();
        Random random = new Random(SEED);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            for (Dataset batch : new MiniBatches(SPLIT.train(), BATCH, random)) {
                training.step(f, batch);
            }
        }
        Matrix[] A = new Matrix[training.L + 1];
        training.forward(SPLIT.test().X(), new Matrix[training.L + 1], A);
        return A[training.L].isFinite()
                ? Metrics.accuracy(A[training.L], SPLIT.test().Y())
                : 0;
    }

    private void forward(Matrix X, Matrix[] Z, Matrix[] A) {
        A[0] = X;
        for (int l = 1; l <= L; l++) {
            Z[l] = W[l].mult(A[l - 1]).plus(b[l]);
            A[l] = l < L ? Z[l].clampMin(0) : Softmax.of(Z[l]);
        }
    }

    private void step(BackwardPass f, Dataset batch) {
        Matrix[] Z = new Matrix[L + 1];
        Matrix[] A = new Matrix[L + 1];
        forward(batch.X(), Z, A);
        Gradients d = f.of(W, Z, A, batch.Y());
        for (int l = 1; l <= L; l++) {
            W[l].addScaled(-ALPHA, d.dW()[l]);
            b[l].addScaled(-ALPHA, d.db()[l]);
        }
    }
}
