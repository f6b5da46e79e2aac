package backprop.exercise.backward;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;

/** The contract: g′(z) of g(z) = max(0, z), entry by entry: 1 for z ≥ 0, else 0. */
@Exercise
@FunctionalInterface
public interface ReluDerivative {
    /**
     * The slope of ReLU at each entry; at exactly 0 it is 1 by convention.
     *
     * @param Z any numbers (n, m)
     * @return g′(Z), zeros and ones (n, m)
     */
    Matrix of(Matrix Z);

    /** The truth is the slope of max(0, z) itself, measured beside the kink. */
    @ExerciseTests
    final class Tests {
        private static final double HALF = 0.5;
        private static final double TINY = 1e-300;

        @ExerciseTest(order = 1)
        void values(ReluDerivative f, TestCases cases) {
            cases.each(in -> require(in, f, drawn(in)));
        }

        @ExerciseTest(order = 2)
        void atZero(ReluDerivative f, TestCases cases) {
            cases.once(in -> require(in, f, Matrix.of(new double[][] {{-2, 0, 3}, {0, 1e-300, -1e-300}})));
            cases.each(in -> {
                double c = 1 + Math.abs(in.number());
                require(in, f, in.shuffled(2, 3, 0, c, -c, c * TINY, -c * TINY, in.number()));
            });
        }

        @ExerciseTest(order = 3)
        void argumentsStay(ReluDerivative f, TestCases cases) {
            cases.untouched(in -> f.of(drawn(in)));
        }

        private static Matrix drawn(InputGenerator in) {
            return in.matrix(in.between(2, 4), in.between(5, 7));
        }

        private static void require(InputGenerator in, ReluDerivative f, Matrix Z) {
            in.expect("g′(Z)", ReluSlope.of(Z))
                    .mistake("zeroAtKink", () -> Z.map(z -> z > 0 ? 1 : 0))
                    .mistake("halfAtKink", () -> Z.map(z -> z == 0 ? HALF : z > 0 ? 1 : 0))
                    .mistake("relu", () -> Z.clampMin(0))
                    .mistake("reversed", () -> Z.map(z -> z < 0 ? 1 : 0))
                    .mistake("constant", () -> Matrix.ones(Z.rows(), Z.cols()))
                    .mistake("sign", () -> Z.map(Math::signum))
                    .otherSlope(Z, "ReLU", slope -> slope)
                    .is(f.of(Z));
        }
    }
}
