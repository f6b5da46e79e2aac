package backprop.exercise;

import backprop.matrix.NumberText;

/** The contract of the exercise: σ(z) = 1 / (1 + e^−z). */
@Exercise
@FunctionalInterface
public interface SigmoidFunction {
    /**
     * σ(z).
     *
     * @param z any number
     * @return σ(z), between 0 and 1
     */
    double of(double z);

    /** The tests of σ(z). The truth is tanh: σ(z) = (1 + tanh(z/2)) / 2. */
    @ExerciseTests
    final class Tests {
        private static final double[] LARGE = {800, -800, 40, -40};
        private static final double LARGE_ENOUGH = 100;
        private static final double PROBE = 1.3;
        private static final int DIGITS = 4;

        /** Made by JUnit. */
        Tests() {}

        @ExerciseTest(order = 1)
        void atZero(SigmoidFunction sigmoid, TestCases cases) {
            cases.once(in -> require(in, sigmoid, 0));
        }

        @ExerciseTest(order = 2, points = 2)
        void ordinaryValues(SigmoidFunction sigmoid, TestCases cases) {
            cases.each(in -> {
                for (int k = 0; k < 10; k++) {
                    require(in, sigmoid, 2 * in.number());
                }
            });
        }

        @ExerciseTest(order = 3)
        void extremes(SigmoidFunction sigmoid, TestCases cases) {
            cases.once(in -> {
                for (double z : LARGE) {
                    require(in, sigmoid, z);
                }
            });
            cases.each(in -> {
                int z = in.between(710, 990);
                require(in, sigmoid, z);
                require(in, sigmoid, -z);
            });
        }

        private static double truth(double z) {
            return (1 + Math.tanh(z / 2)) / 2;
        }

        private static void require(InputGenerator in, SigmoidFunction sigmoid, double z) {
            double got = sigmoid.of(z);
            Expectation wanted = in.expect("σ(" + NumberText.text(z, DIGITS) + ")", truth(z))
                    .mistake("constant", () -> sigmoid.of(PROBE) == sigmoid.of(-PROBE) ? got : null)
                    .mistake("minus", () -> truth(-z))
                    .mistake("plus", () -> 1 / (1 - Math.exp(-z)))
                    .mistake("fraction", () -> 1 + Math.exp(-z))
                    .mistake("integer", () -> Double.isNaN(got) ? null : Math.rint(got));
            (Math.abs(z) > LARGE_ENOUGH ? wanted.mistake("overflow", () -> Double.NaN) : wanted).is(got);
        }
    }
}
