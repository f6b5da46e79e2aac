package backprop.exercise.backward;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.exercise.Exercises;
import backprop.exercise.Score;
import backprop.matrix.Matrix;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Which difference formulas count as a central difference. */
class DifferenceFormulaTest {
    /** From J(w + t) as a function of t, and h, to the slope. */
    private interface Formula {
        double of(DoubleUnaryOperator J, double h);
    }

    @Test
    void theFivePointFormulaIsRight() {
        assertAllPoints((J, h) -> fivePoint(J, h));
        assertAllPoints((J, h) -> fivePoint(J, h / 2));
        assertAllPoints((J, h) -> (J.applyAsDouble(h) - J.applyAsDouble(-h)) / (2 * h));
    }

    @Test
    void oneSidedDifferencesAreNamed() {
        assertNamed(
                (J, h) -> (J.applyAsDouble(h) - J.applyAsDouble(0)) / h, "That is the one-sided (J(w + h) − J(w)) / h");
        assertNamed(
                (J, h) -> (J.applyAsDouble(0) - J.applyAsDouble(-h)) / h,
                "That is the one-sided (J(w) − J(w − h)) / h");
    }

    @Test
    void aFivePointFormulaWithAWrongWeightIsNotRight() {
        Score score = Exercises.check(CentralDifferences.class, by((J, h) -> fivePoint(J, h) * 12 / 10));
        assertThat(score).hasToString("0");
    }

    private static double fivePoint(DoubleUnaryOperator J, double h) {
        double near = J.applyAsDouble(h) - J.applyAsDouble(-h);
        double far = J.applyAsDouble(2 * h) - J.applyAsDouble(-2 * h);
        return (8 * near - far) / (12 * h);
    }

    private static void assertAllPoints(Formula formula) {
        Score score = Exercises.check(CentralDifferences.class, by(formula));
        assertThat(score.results()).extracting(Score.Result::message).containsOnly("");
        assertThat(Exercises.hidden(CentralDifferences.class, by(formula)).complete())
                .isTrue();
    }

    private static void assertNamed(Formula formula, String headline) {
        Score score = Exercises.check(CentralDifferences.class, by(formula));
        assertThat(score.complete()).isFalse();
        assertThat(score.results())
                .filteredOn(result -> !result.passed())
                .first()
                .extracting(Score.Result::headline)
                .asString()
                .startsWith(headline);
    }

    private static CentralDifferences by(Formula formula) {
        return (J, W, h) -> Matrix.generate(W.rows(), W.cols(), (i, j) -> formula.of(t -> moved(J, W, i, j, t), h));
    }

    private static double moved(ToDoubleFunction<Matrix> J, Matrix W, int i, int j, double t) {
        Matrix M = W.copy();
        M.set(i, j, W.get(i, j) + t);
        return J.applyAsDouble(M);
    }
}
