package backprop.exercise.backward;

import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.TestCases;

/** Networks that a learner has not seen: deeper, of equal widths, of a single node, with a single example. */
@ExerciseTests
final class BackwardPassHiddenTests {
    @ExerciseTest(order = 1)
    void otherNetworks(BackwardPass f, TestCases cases) {
        cases.each(in -> BackwardPass.Tests.Case.drawn(in, 1, 3, 4, 2).require(f));
        cases.each(in ->
                BackwardPass.Tests.Case.drawn(in, in.between(4, 5), 3, 3, 3).require(f));
        cases.each(in -> BackwardPass.Tests.Case.drawn(in, 3, 2, 3, 1, 3, 2, 2).require(f));
    }
}
