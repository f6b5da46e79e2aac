package backprop.exercise.forward;

import backprop.exercise.ExerciseTests;
import backprop.exercise.Inputs;
import backprop.exercise.Trials;
import backprop.matrix.Matrix;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The truth is the product of a row and a column. */
@ExerciseTests
final class NodeSumTests {
    @Test
    @Order(1)
    void oneInput(NodeSum f, Trials trials) {
        trials.each(in -> require(in, f, 1));
    }

    @Test
    @Order(2)
    void severalInputs(NodeSum f, Trials trials) {
        trials.each(in -> require(in, f, in.between(3, 8)));
    }

    @Test
    @Order(3)
    void argumentsStay(NodeSum f, Trials trials) {
        trials.each(in -> require(in, f, 3));
        trials.requireUntouched();
    }

    private static void require(Inputs in, NodeSum f, int n) {
        Matrix w = in.matrix(1, n).times(2);
        Matrix a = in.matrix(1, n).times(2);
        double b = in.between(-4, 4) + 1 / 3.0;
        require(in, f, w, a, b);
        require(in, f, w.times(-1), a, -b); // one of the two sums is below 0
    }

    private static void require(Inputs in, NodeSum f, Matrix w, Matrix a, double b) {
        int n = w.cols();
        double sum = w.multTransB(a).sum();
        double last = w.get(0, n - 1) * a.get(0, n - 1);
        in.expect("z", sum + b)
                .slip("noBias", () -> sum)
                .usual("minusBias", () -> sum - b)
                .slip("relu", () -> Math.max(0, sum + b))
                .slip("biasEachTime", () -> sum + n * b)
                .slip("lastLeftOut", () -> sum - last + b)
                .slip("firstLeftOut", () -> sum - w.get(0, 0) * a.get(0, 0) + b)
                .slip("lastAlone", () -> last + b)
                .slip("lastAlone", () -> last)
                .slip("sums", () -> w.sum() + a.sum() + b)
                .slip("sums", () -> w.sum() * a.sum() + b)
                .slip("integer", () -> truncated(w, a, 0) + b)
                .slip("integer", () -> truncated(w, a, (int) b))
                .otherActivation(Matrix.row(sum + b), "")
                .is(f.of(w.toArray()[0], a.toArray()[0], b));
    }

    /** What an int makes of the sum. */
    private static double truncated(Matrix w, Matrix a, int start) {
        int z = start;
        for (int j = 0; j < w.cols(); j++) {
            z = (int) (z + w.get(0, j) * a.get(0, j));
        }
        return z;
    }
}
