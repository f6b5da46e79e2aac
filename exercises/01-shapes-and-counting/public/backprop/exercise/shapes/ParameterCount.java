package backprop.exercise.shapes;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;
import backprop.layer.Dense;
import backprop.layer.Layer;
import backprop.loss.SquaredError;
import backprop.network.Network;
import java.util.stream.IntStream;

/** The contract: N = Σ n[l] (n[l-1] + 1), over l = 1, …, L. */
@Exercise
@FunctionalInterface
public interface ParameterCount {
    /**
     * How many numbers a network learns.
     *
     * @param n the widths n[0], …, n[L], the input's first
     * @return the number of weights and biases of all layers together
     */
    long of(int[] n);

    /** The truth is counted on a network of the library, or by hand. */
    @ExerciseTests
    final class Tests {
        private static final int SMALLEST = 2;
        private static final int LARGEST = 9;

        @ExerciseTest(order = 1)
        void oneLayer(ParameterCount f, TestCases cases) {
            cases.each(in -> require(in, f, in.between(6, 40), in.between(2, 5)));
        }

        @ExerciseTest(order = 2)
        void network(ParameterCount f, TestCases cases) {
            cases.each(in -> {
                int[] n = IntStream.rangeClosed(0, in.between(2, 4))
                        .map(l -> in.between(SMALLEST, LARGEST))
                        .toArray();
                n[0] = LARGEST + in.between(1, 5);
                require(in, f, n);
            });
        }

        @ExerciseTest(order = 3)
        void countedByHand(ParameterCount f, TestCases cases) {
            cases.once(in -> {
                requireCount(in, f, 46, 3, 4, 4, 2);
                requireCount(in, f, 79_510, 784, 100, 10);
                requireCount(in, f, 266_610, 784, 300, 100, 10);
            });
            cases.each(in -> {
                int[] n = {in.between(600, 900), in.between(100, 300), in.between(30, 90), 10};
                requireCount(in, f, weights(n) + biases(n), n);
            });
        }

        @ExerciseTest(order = 4)
        void images(ParameterCount f, TestCases cases) {
            cases.once(in -> {
                requireCount(in, f, 27_000_100, 300 * 300 * 3, 100);
                requireCount(in, f, 3_000_001_000L, 1000 * 1000 * 3, 1000);
            });
            cases.each(in -> {
                int side = in.between(900, 1200);
                int[] n = {side * side * 3, 1000};
                requireCount(in, f, weights(n) + biases(n), n);
            });
        }

        static void require(InputGenerator in, ParameterCount f, int... n) {
            Layer[] layers = IntStream.range(1, n.length)
                    .mapToObj(l -> new Dense(n[l - 1], n[l]))
                    .toArray(Layer[]::new);
            requireCount(in, f, new Network(1, new SquaredError(), layers).parameterCount(), n);
        }

        static void requireCount(InputGenerator in, ParameterCount f, long N, int... n) {
            int L = n.length - 1;
            in.expectCount("The number of parameters", N)
                    .mistake("overflow", () -> (long) (int) N)
                    .mistake("seven", () -> (long) (float) N)
                    .mistake("weightsOnly", () -> weights(n))
                    .mistake("biasesOnly", () -> biases(n))
                    .mistake("inputBiases", () -> N + n[0])
                    .mistake("fromEachNode", () -> weights(n) + biases(n) - n[L] + n[0])
                    .mistake("oneBiasALayer", () -> weights(n) + L)
                    .mistake("withoutLast", () -> N - layer(n, L))
                    .mistake("withoutFirst", () -> N - layer(n, 1))
                    .mistake("lastLayer", () -> layer(n, L))
                    .mistake("firstLayer", () -> layer(n, 1))
                    .is(f.of(n));
        }

        private static long layer(int[] n, int l) {
            return (long) n[l] * n[l - 1] + n[l];
        }

        static long weights(int... n) {
            return IntStream.range(1, n.length)
                    .mapToLong(l -> (long) n[l] * n[l - 1])
                    .sum();
        }

        static long biases(int... n) {
            return IntStream.of(n).skip(1).asLongStream().sum();
        }
    }
}
