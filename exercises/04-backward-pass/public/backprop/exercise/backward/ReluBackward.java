package backprop.exercise.backward;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;

/** The contract: dZ = dA ⊙ g′(Z) with g(z) = max(0, z). */
@Exercise
@FunctionalInterface
public interface ReluBackward {
    /**
     * Backward through ReLU.
     *
     * @param dA m ∂J/∂A of a layer (n, m)
     * @param Z the same layer's Z, kept by the forward pass (n, m)
     * @return dZ (n, m)
     */
    Matrix of(Matrix dA, Matrix Z);

    /** The truth is dA times the slope of max(0, z), measured beside the kink. */
    @ExerciseTests
    final class Tests {
        @ExerciseTest(order = 1)
        void batch(ReluBackward f, TestCases cases) {
            cases.each(in -> {
                int n = in.between(3, 5);
                int m = in.between(6, 8);
                require(in, f, in.matrix(n, n), in.matrix(n, n)); // first square, where a product of matrices fits too
                require(in, f, in.matrix(n, m), in.matrix(n, m));
            });
        }

        @ExerciseTest(order = 2)
        void onTheKink(ReluBackward f, TestCases cases) {
            cases.once(in -> require(
                    in, f, Matrix.of(new double[][] {{5, -7, 2, 3}}), Matrix.of(new double[][] {{0, 0, -1, 2}})));
            cases.each(in -> require(in, f, in.matrix(2, 3), in.shuffled(2, 3, 0, 0, in.number(), -1, 2, in.number())));
        }

        @ExerciseTest(order = 3)
        void argumentsStay(ReluBackward f, TestCases cases) {
            cases.untouched(in -> f.of(in.matrix(2, 3), in.matrix(2, 3)));
        }

        private static void require(InputGenerator in, ReluBackward f, Matrix dA, Matrix Z) {
            in.expect("dZ", dA.hadamard(ReluSlope.of(Z)))
                    .mistake("noDerivative", () -> dA)
                    .mistake("signOfDA", () -> dA.hadamard(ReluSlope.of(dA)))
                    .mistake("function", () -> dA.hadamard(Z.clampMin(0)))
                    .mistake("timesZ", () -> dA.hadamard(Z))
                    .mistake("matrixProduct", () -> dA.mult(ReluSlope.of(Z)))
                    .mistake("matrixProduct", () -> ReluSlope.of(Z).mult(dA))
                    .mistake("derivativeOnly", () -> ReluSlope.of(Z))
                    .mistake("swapped", () -> Z.hadamard(ReluSlope.of(dA)))
                    .mistake("kink", () -> dA.map(Z, (d, z) -> z > 0 ? d : 0))
                    .mistake("reversed", () -> dA.map(Z, (d, z) -> z > 0 ? 0 : d))
                    .otherSlope(Z, "ReLU", dA::hadamard)
                    .is(f.of(dA, Z));
        }
    }
}
