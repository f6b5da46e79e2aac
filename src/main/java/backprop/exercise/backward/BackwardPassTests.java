package backprop.exercise.backward;

import backprop.exercise.ExerciseTests;
import backprop.exercise.Limit;
import backprop.exercise.TestCases;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The truth is the cost itself, by central differences; and at last, whether a network learns. */
@ExerciseTests
final class BackwardPassTests {
    private static final double ACCURACY = 0.95;

    @Test
    @Order(1)
    void shapes(BackwardPass f, TestCases cases) {
        cases.each(in -> BackwardPassCase.drawn(in, in.between(6, 7), in.between(4, 5), 3, 2)
                .requireShapes(f));
    }

    @Test
    @Order(2)
    void oneLayer(BackwardPass f, TestCases cases) {
        cases.each(in -> BackwardPassCase.drawn(in, in.between(4, 5), 2, 3).require(f));
    }

    @Test
    @Order(3)
    void twoLayers(BackwardPass f, TestCases cases) {
        cases.each(in -> BackwardPassCase.drawn(in, in.between(5, 6), 2, 4, 3).require(f));
    }

    /** The second network has one width, so that what belongs to one layer fits another too. */
    @Test
    @Order(4)
    void anyDepth(BackwardPass f, TestCases cases) {
        cases.each(
                in -> BackwardPassCase.drawn(in, in.between(5, 6), 2, 3, 4, 3).require(f));
        cases.each(in -> BackwardPassCase.drawn(in, 4, 3, 3, 3, 3, 3).require(f));
    }

    @Test
    @Order(5)
    void argumentsStay(BackwardPass f, TestCases cases) {
        cases.each(in -> BackwardPassCase.drawn(in, in.between(5, 6), 2, 4, 3).got(f));
        cases.requireUntouched();
    }

    @Test
    @Order(6)
    @Limit(30)
    void learns(BackwardPass f, TestCases cases) {
        cases.onlyIfTheRestPassed();
        cases.once(in -> {
            double accuracy = DigitsTraining.accuracy(f);
            in.expect("The accuracy", Math.max(accuracy, ACCURACY))
                    .mistake("notLearned", () -> accuracy)
                    .is(accuracy);
        });
    }
}
