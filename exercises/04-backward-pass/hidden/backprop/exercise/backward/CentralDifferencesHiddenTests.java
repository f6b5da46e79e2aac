package backprop.exercise.backward;

import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.TestCases;

/** Columns such as b, a single number, and other steps. */
@ExerciseTests
final class CentralDifferencesHiddenTests {
    @ExerciseTest(order = 1)
    void otherShapesAndSteps(CentralDifferences f, TestCases cases) {
        cases.each(in ->
                CentralDifferences.Tests.Case.drawn(in, in.between(4, 6), 1, 1).require(f));
        cases.each(in -> CentralDifferences.Tests.Case.drawn(in, 1, 1, 1e-3).require(f));
    }
}
