package backprop.exercise.shapes;

import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.TestCases;

/** A column times a row, a row times a column, and larger factors. */
@ExerciseTests
final class MatrixProductHiddenTests {
    @ExerciseTest(order = 1)
    void otherSizes(MatrixProduct f, TestCases cases) {
        cases.each(in -> {
            MatrixProduct.Tests.require(in, f, in.between(2, 5), 1, in.between(2, 5));
            MatrixProduct.Tests.require(in, f, 1, in.between(2, 9), 1);
            MatrixProduct.Tests.require(in, f, in.between(8, 12), in.between(13, 17), in.between(2, 20));
        });
    }
}
