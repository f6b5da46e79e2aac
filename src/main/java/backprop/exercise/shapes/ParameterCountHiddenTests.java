package backprop.exercise.shapes;

import backprop.exercise.ExerciseTests;
import backprop.exercise.TestCases;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Many layers, and products that fit an int while their sum does not. */
@ExerciseTests
final class ParameterCountHiddenTests {
    @Test
    @Order(1)
    void manyLayers(ParameterCount f, TestCases cases) {
        cases.each(in -> {
            int[] n = IntStream.rangeClosed(0, in.between(6, 9))
                    .map(l -> in.between(1, 9))
                    .toArray();
            ParameterCountTests.require(in, f, n);
        });
    }

    @Test
    @Order(2)
    void wideLayers(ParameterCount f, TestCases cases) {
        cases.once(in -> {
            ParameterCountTests.requireCount(in, f, 3_200_080_000L, 40_000, 40_000, 40_000);
            ParameterCountTests.requireCount(in, f, 4_001_004_001L, 2_000, 1_000_000, 2_000, 1);
        });
        cases.each(in -> {
            int[] n = {in.between(36_000, 45_000), 40_000, in.between(36_000, 45_000)};
            ParameterCountTests.requireCount(in, f, ParameterCountTests.weights(n) + ParameterCountTests.biases(n), n);
        });
    }
}
