package backprop.exercise.logistic;

import backprop.exercise.ExerciseTests;
import backprop.exercise.Expectation;
import backprop.exercise.Trials;
import backprop.matrix.Matrix;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The truth is a sum from the last feature to the first, and tanh. */
@ExerciseTests
final class ProbabilityOfOneTests {
    private static final double LARGEST_EXPONENT = 709;

    @Test
    @Order(1)
    void oneFeature(ProbabilityOfOne f, Trials trials) {
        trials.each(in -> requireBothSides(f, LogisticCase.drawn(in, 1, 1), 1));
    }

    @Test
    @Order(2)
    void manyFeatures(ProbabilityOfOne f, Trials trials) {
        trials.each(in -> requireBothSides(f, LogisticCase.drawn(in, in.between(3, 6), 1), -1));
    }

    @Test
    @Order(3)
    void extremes(ProbabilityOfOne f, Trials trials) {
        trials.once(in -> requireExtreme(f, LogisticCase.extreme(in)));
        trials.each(in -> requireExtreme(f, LogisticCase.drawnExtreme(in)));
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
                .slip("noBias", () -> LogisticCase.sigmoid(z - given.b()))
                .slip("biasInLoop", () -> LogisticCase.sigmoid(z + last * given.b()))
                .usual("minusBias", () -> LogisticCase.sigmoid(z - 2 * given.b()))
                .slip("minus", () -> LogisticCase.sigmoid(-z))
                .slip("noSigmoid", () -> z)
                .slip("firstOnly", () -> LogisticCase.sigmoid(terms[0] + given.b()))
                .slip("step", () -> z < 0 ? 0 : 1)
                .slip("lastOnly", () -> LogisticCase.sigmoid(terms[last] + given.b()))
                .slip("skipsFirst", () -> LogisticCase.sigmoid(z - terms[0]))
                .slip("skipsLast", () -> LogisticCase.sigmoid(z - terms[last]))
                .slip(
                        "sigmoidInside",
                        () -> Matrix.row(terms).map(LogisticCase::sigmoid).sum() + given.b())
                .otherActivation(Matrix.row(z), "sigmoid");
        (z > LARGEST_EXPONENT ? wanted.slip("overflow", () -> Double.NaN) : wanted)
                .is(f.of(given.w(), given.b(), given.X()));
    }
}
