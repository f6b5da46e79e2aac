package backprop.exercise.shapes;

import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.TestCases;
import java.util.stream.IntStream;

/** Many layers, and products that fit an int while their sum does not. */
@ExerciseTests
final class ParameterCountHiddenTests {
    @ExerciseTest(order = 1)
    void manyLayers(ParameterCount f, TestCases cases) {
        cases.each(in -> {
            int[] n = IntStream.rangeClosed(0, in.between(6, 9))
                    .map(l -> in.between(1, 9))
                    .toArray();
            ParameterCount.Tests.require(in, f, n);
        });
    }

    @ExerciseTest(order = 2)
    void wideLayers(ParameterCount f, TestCases cases) {
        cases.once(in -> {
            ParameterCount.Tests.requireCount(in, f, 3_200_080_000L, 40_000, 40_000, 40_000);
            ParameterCount.Tests.requireCount(in, f, 4_001_004_001L, 2_000, 1_000_000, 2_000, 1);
        });
        cases.each(in -> {
            int[] n = {in.between(36_000, 45_000), 40_000, in.between(36_000, 45_000)};
            ParameterCount.Tests.requireCount(
                    in, f, ParameterCount.Tests.weights(n) + ParameterCount.Tests.biases(n), n);
        });
    }
}
