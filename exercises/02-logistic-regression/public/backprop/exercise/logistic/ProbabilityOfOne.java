package backprop.exercise.logistic;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.Expectation;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;

/** The contract: ŷ = σ(wᵀx + b) for one example. */
@Exercise
@FunctionalInterface
public interface ProbabilityOfOne {
    /**
     * The probability of yes.
     *
     * @param w the weights (n, 1)
     * @param b the bias
     * @param x the example (n, 1)
     * @return ŷ, between 0 and 1
     */
    double of(Matrix w, double b, Matrix x);

    /** The truth is a sum from the last feature to the first, and tanh. */
    @ExerciseTests
    final class Tests {
        private static final double LARGEST_EXPONENT = 709;

        @ExerciseTest(order = 1)
        void oneFeature(ProbabilityOfOne f, TestCases cases) {
            cases.each(in -> requireBothSides(f, LogisticCase.drawn(in, 1, 1), 1));
        }

        @ExerciseTest(order = 2)
        void manyFeatures(ProbabilityOfOne f, TestCases cases) {
            cases.each(in -> requireBothSides(f, LogisticCase.drawn(in, in.between(3, 6), 1), -1));
        }

        @ExerciseTest(order = 3)
        void extremes(ProbabilityOfOne f, TestCases cases) {
            cases.once(in -> requireExtreme(f, LogisticCase.extreme(in)));
            cases.each(in -> requireExtreme(f, LogisticCase.drawnExtreme(in)));
        }

        private static void requireExtreme(ProbabilityOfOne f, LogisticCase all) {
            require(f, all.only(0));
            require(f, all.only(1));
        }

        /**
         * Where z has this sign, then where it has the other: above 0 ReLU gives z itself, below 0 it gives what a step
         * does.
         */
        private static void requireBothSides(ProbabilityOfOne f, LogisticCase given, int sign) {
            LogisticCase turned = given.at(given.w().times(-1), -given.b());
            boolean asDrawn = given.z(0) * sign > 0;
            require(f, asDrawn ? given : turned);
            require(f, asDrawn ? turned : given);
        }

        private static void require(ProbabilityOfOne f, LogisticCase given) {
            double z = given.z(0);
            int last = given.n() - 1;
            double[] terms = given.w().hadamard(given.X()).transpose().toArray()[0];
            Expectation wanted = given.in()
                    .expect("ŷ", LogisticCase.sigmoid(z))
                    .mistake("noBias", () -> LogisticCase.sigmoid(z - given.b()))
                    .mistake("biasInLoop", () -> LogisticCase.sigmoid(z + last * given.b()))
                    .usual("minusBias", () -> LogisticCase.sigmoid(z - 2 * given.b()))
                    .mistake("minus", () -> LogisticCase.sigmoid(-z))
                    .mistake("noSigmoid", () -> z)
                    .mistake("firstOnly", () -> LogisticCase.sigmoid(terms[0] + given.b()))
                    .mistake("step", () -> z < 0 ? 0 : 1)
                    .mistake("lastOnly", () -> LogisticCase.sigmoid(terms[last] + given.b()))
                    .mistake("skipsFirst", () -> LogisticCase.sigmoid(z - terms[0]))
                    .mistake("skipsLast", () -> LogisticCase.sigmoid(z - terms[last]))
                    .mistake(
                            "sigmoidInside",
                            () -> Matrix.row(terms).map(LogisticCase::sigmoid).sum() + given.b())
                    .otherActivation(Matrix.row(z), "sigmoid");
            (z > LARGEST_EXPONENT ? wanted.mistake("overflow", () -> Double.NaN) : wanted)
                    .is(f.of(given.w(), given.b(), given.X()));
        }
    }
}
