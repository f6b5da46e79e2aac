package backprop.exercise.backward;

import backprop.exercise.ExerciseTests;
import backprop.exercise.Inputs;
import backprop.exercise.Trials;
import backprop.matrix.Matrix;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The truth is dA times the slope of max(0, z), measured beside the kink. */
@ExerciseTests
final class ReluBackwardTests {
    @Test
    @Order(1)
    void batch(ReluBackward f, Trials trials) {
        trials.each(in -> {
            int n = in.between(3, 5);
            int m = in.between(6, 8);
            require(in, f, in.matrix(n, n), in.matrix(n, n)); // first square, where a product of matrices fits too
            require(in, f, in.matrix(n, m), in.matrix(n, m));
        });
    }

    @Test
    @Order(2)
    void onTheKink(ReluBackward f, Trials trials) {
        trials.once(in ->
                require(in, f, Matrix.of(new double[][] {{5, -7, 2, 3}}), Matrix.of(new double[][] {{0, 0, -1, 2}})));
        trials.each(in -> require(in, f, in.matrix(2, 3), in.shuffled(2, 3, 0, 0, in.number(), -1, 2, in.number())));
    }

    @Test
    @Order(3)
    void argumentsStay(ReluBackward f, Trials trials) {
        trials.each(in -> f.of(in.matrix(2, 3), in.matrix(2, 3)));
        trials.requireUntouched();
    }

    private static void require(Inputs in, ReluBackward f, Matrix dA, Matrix Z) {
        in.expect("dZ", dA.hadamard(ReluSlope.of(Z)))
                .slip("noDerivative", () -> dA)
                .slip("signOfDA", () -> dA.hadamard(ReluSlope.of(dA)))
                .slip("function", () -> dA.hadamard(Z.clampMin(0)))
                .slip("timesZ", () -> dA.hadamard(Z))
                .slip("matrixProduct", () -> dA.mult(ReluSlope.of(Z)))
                .slip("matrixProduct", () -> ReluSlope.of(Z).mult(dA))
                .slip("derivativeOnly", () -> ReluSlope.of(Z))
                .slip("swapped", () -> Z.hadamard(ReluSlope.of(dA)))
                .slip("kink", () -> dA.map(Z, (d, z) -> z > 0 ? d : 0))
                .slip("reversed", () -> dA.map(Z, (d, z) -> z > 0 ? 0 : d))
                .otherSlope(Z, "ReLU", dA::hadamard)
                .is(f.of(dA, Z));
    }
}
