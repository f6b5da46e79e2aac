package backprop.exercise.logistic;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.Expectation;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;

/** The contract: σ(Z), entry by entry, where σ(z) = 1 / (1 + e^−z). */
@Exercise
@FunctionalInterface
public interface SigmoidOfMatrix {
    /**
     * σ of every entry.
     *
     * @param Z any numbers (rows, cols), such as ±800
     * @return σ(Z) (rows, cols), a new matrix
     */
    Matrix of(Matrix Z);

    /** The truth is tanh: σ(z) = (1 + tanh(z/2)) / 2. */
    @ExerciseTests
    final class Tests {
        private static final double[][] LARGE = {{800, -800, 0}, {-40, 40, 710}};
        private static final double LARGEST_EXPONENT = 709;

        @ExerciseTest(order = 1)
        void everyEntry(SigmoidOfMatrix f, TestCases cases) {
            cases.each(in -> require(in, f, drawn(in)));
        }

        @ExerciseTest(order = 2, points = 2)
        void extremes(SigmoidOfMatrix f, TestCases cases) {
            cases.once(in -> require(in, f, Matrix.of(LARGE)));
            cases.each(in -> {
                int huge = in.between(710, 990);
                int large = in.between(40, 60);
                require(in, f, in.shuffled(2, 3, huge, -huge - 1, 0, -large, large, -huge));
            });
        }

        @ExerciseTest(order = 3)
        void argumentStays(SigmoidOfMatrix f, TestCases cases) {
            cases.untouched(in -> {
                Matrix Z = drawn(in);
                in.expectShape("σ(Z)", Z.rows(), Z.cols()).is(f.of(Z));
            });
        }

        private static Matrix drawn(InputGenerator in) {
            return in.matrix(in.between(2, 3), in.between(4, 6)).times(2);
        }

        private static void require(InputGenerator in, SigmoidOfMatrix f, Matrix Z) {
            Matrix got = f.of(Z);
            Matrix truth = Z.map(LogisticCase::sigmoid);
            Expectation wanted = in.expect("σ(Z)", truth)
                    .mistake("minus", () -> Z.map(z -> LogisticCase.sigmoid(-z)))
                    .mistake("plus", () -> Z.map(z -> 1 / (1 - Math.exp(-z))))
                    .mistake("fraction", () -> Z.map(z -> 1 + Math.exp(-z)))
                    .mistake("derivative", () -> truth.map(a -> a * (1 - a)))
                    .mistake("identity", () -> Z)
                    .mistake("step", () -> Z.greaterOrEqual(0))
                    .mistake(
                            "softmax",
                            () -> Z.map(Math::exp).divide(Z.map(Math::exp).sumOfColumns()))
                    .otherActivation(Z, "sigmoid")
                    .mistake("gaps", () -> truth.map(got, (a, g) -> g == 0 && a > Double.MIN_NORMAL ? 0 : a));
            boolean huge = Z.maxAbs() > LARGEST_EXPONENT;
            (huge
                            ? wanted.mistake(
                                    "overflow", () -> truth.map(Z, (a, z) -> z > LARGEST_EXPONENT ? Double.NaN : a))
                            : wanted)
                    .is(got);
        }
    }
}
