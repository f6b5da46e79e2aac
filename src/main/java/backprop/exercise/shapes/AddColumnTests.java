package backprop.exercise.shapes;

import backprop.exercise.ExerciseTests;
import backprop.exercise.Inputs;
import backprop.exercise.Trials;
import backprop.matrix.Matrix;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The truth repeats b in m columns by a product with a row of ones. */
@ExerciseTests
final class AddColumnTests {
    @Test
    @Order(1)
    void oneColumn(AddColumn f, Trials trials) {
        trials.each(in -> require(in, f, in.between(3, 6), 1));
    }

    @Test
    @Order(2)
    void batch(AddColumn f, Trials trials) {
        trials.each(in -> {
            require(in, f, in.between(6, 8), in.between(3, 4));
            require(in, f, in.between(3, 4), in.between(6, 8));
        });
    }

    /** As many nodes as examples: both directions fit, one is right. */
    @Test
    @Order(3)
    void square(AddColumn f, Trials trials) {
        trials.each(in -> {
            int n = in.between(3, 5);
            require(in, f, n, n);
        });
    }

    @Test
    @Order(4)
    void argumentsStay(AddColumn f, Trials trials) {
        trials.each(in -> f.of(in.matrix(3, 4), in.matrix(3, 1)));
        trials.requireUntouched();
    }

    private static void require(Inputs in, AddColumn f, int n, int m) {
        Matrix Z = in.matrix(n, m);
        Matrix b = in.matrix(n, 1);
        Matrix repeated = b.mult(Matrix.ones(1, m));
        in.expect("result", Z.plus(repeated))
                .slip("withoutB", () -> Z)
                .slip("withoutZ", () -> repeated)
                .slip("oneNumber", () -> Z.map(z -> z + b.get(0, 0)))
                .slip("alongTheRow", () -> Matrix.generate(n, m, (k, i) -> Z.get(k, i) + b.get(i, 0)))
                .slip("firstColumn", () -> Matrix.generate(n, m, (k, i) -> Z.get(k, i) + (i == 0 ? b.get(k, 0) : 0)))
                .slip("withoutLast", () -> Matrix.generate(n, m, (k, i) -> Z.get(k, i) + (i < m - 1 ? b.get(k, 0) : 0)))
                .slip(
                        "unfilledColumn",
                        () -> Matrix.generate(n, m, (k, i) -> i < m - 1 ? Z.get(k, i) + b.get(k, 0) : 0))
                .slip("unfilledRow", () -> Matrix.generate(n, m, (k, i) -> k < n - 1 ? Z.get(k, i) + b.get(k, 0) : 0))
                .slip("subtracted", () -> Z.minus(repeated))
                .is(f.of(Z, b));
    }
}
