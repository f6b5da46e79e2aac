package backprop.exercise.backward;

import backprop.exercise.ExerciseTests;
import backprop.exercise.TestCases;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Columns such as b, a single number, and other steps. */
@ExerciseTests
final class CentralDifferencesHiddenTests {
    @Test
    @Order(1)
    void otherShapesAndSteps(CentralDifferences f, TestCases cases) {
        cases.each(
                in -> CentralDifferencesCase.drawn(in, in.between(4, 6), 1, 1).require(f));
        cases.each(in -> CentralDifferencesCase.drawn(in, 1, 1, 1e-3).require(f));
    }
}
