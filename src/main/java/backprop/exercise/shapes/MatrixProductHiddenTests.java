package backprop.exercise.shapes;

import backprop.exercise.ExerciseTests;
import backprop.exercise.TestCases;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A column times a row, a row times a column, and larger factors. */
@ExerciseTests
final class MatrixProductHiddenTests {
    @Test
    @Order(1)
    void otherSizes(MatrixProduct f, TestCases cases) {
        cases.each(in -> {
            MatrixProductTests.require(in, f, in.between(2, 5), 1, in.between(2, 5));
            MatrixProductTests.require(in, f, 1, in.between(2, 9), 1);
            MatrixProductTests.require(in, f, in.between(8, 12), in.between(13, 17), in.between(2, 20));
        });
    }
}
