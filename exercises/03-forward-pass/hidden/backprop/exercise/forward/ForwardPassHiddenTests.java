package backprop.exercise.forward;

import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;

/** A single example, other depths and widths, examples that do not see each other. */
@ExerciseTests
final class ForwardPassHiddenTests {
    @ExerciseTest(order = 1)
    void oneExample(ForwardPass f, TestCases cases) {
        cases.each(in ->
                ForwardPass.Tests.Case.drawn(in, 1, 3, in.between(5, 7), 4).require(f));
    }

    @ExerciseTest(order = 2)
    void otherWidths(ForwardPass f, TestCases cases) {
        cases.each(in -> ForwardPass.Tests.Case.drawn(in, in.between(8, 9), 4, 6, 1, 5, 2, 7, 3)
                .require(f));
    }

    @ExerciseTest(order = 3)
    void examplesApart(ForwardPass f, TestCases cases) {
        cases.each((InputGenerator in) -> {
            ForwardPass.Tests.Case network = ForwardPass.Tests.Case.drawn(in, 6, 3, 7, 4);
            network.require(f);
            network.requireApart(f, network.backwards());
            network.requireApart(f, 2, 2, 5);
        });
    }
}
