package backprop.exercise.forward;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;

/** The contract: A = ReLU(Z), entry by entry max(0, z). */
@Exercise
@FunctionalInterface
public interface ReluEntries {
    /**
     * ReLU of each entry.
     *
     * @param Z any matrix (n, m)
     * @return A (n, m)
     */
    Matrix of(Matrix Z);

    /** The truth is (z + |z|) / 2. */
    @ExerciseTests
    final class Tests {
        private static final double HUGE = 1e300;
        private static final double TINY = 1e-300;

        @ExerciseTest(order = 1)
        void entries(ReluEntries f, TestCases cases) {
            cases.each(in -> require(in, f, in.matrix(in.between(3, 5), in.between(6, 8))));
        }

        @ExerciseTest(order = 2)
        void kinkAndExtremes(ReluEntries f, TestCases cases) {
            cases.once(in -> require(in, f, Matrix.of(new double[][] {{0, -HUGE, HUGE}, {0.25, -TINY, TINY}})));
            cases.once(in -> require(in, f, Matrix.column(-1, -2, -3, -0.5)));
            cases.each(in -> {
                double c = 1 + Math.abs(in.number());
                require(in, f, in.shuffled(2, 3, 0, -HUGE * c, HUGE * c, c, -TINY * c, TINY * c));
                require(in, f, in.matrix(in.between(2, 4), 1).map(z -> -1 - Math.abs(z)));
            });
        }

        @ExerciseTest(order = 3)
        void argumentsStay(ReluEntries f, TestCases cases) {
            cases.untouched(in -> require(in, f, in.matrix(2, 3)));
        }

        private static void require(InputGenerator in, ReluEntries f, Matrix Z) {
            in.expect("A", ForwardTruth.relu(Z))
                    .mistake("unchanged", Z::copy)
                    .mistake("size", () -> Z.map(Math::abs))
                    .mistake("minimum", () -> Z.map(z -> Math.min(0, z)))
                    .mistake("step", () -> Z.map(z -> z > 0 ? 1 : 0))
                    .mistake("step", () -> Z.map(z -> z >= 0 ? 1 : 0))
                    .mistake("lastColumn", () -> but(Z, Z.rows(), Z.cols() - 1))
                    .mistake("lastRow", () -> but(Z, Z.rows() - 1, Z.cols()))
                    .mistake("integer", () -> Z.map(z -> (int) Math.max(0, z)))
                    .otherActivation(Z, "ReLU")
                    .is(f.of(Z));
        }

        /** ReLU where a loop went, 0 elsewhere. */
        private static Matrix but(Matrix Z, int rows, int cols) {
            return Matrix.generate(Z.rows(), Z.cols(), (i, j) -> i < rows && j < cols ? Math.max(0, Z.get(i, j)) : 0);
        }
    }
}
