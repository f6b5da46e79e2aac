package backprop.exercise.shapes;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;

/** The contract: ⌊(n + 2p − f) / s⌋ + 1. */
@Exercise
@FunctionalInterface
public interface OutputSize {
    /**
     * At how many places a filter finds room on a line of pixels.
     *
     * @param n the number of pixels
     * @param f the width of the filter, at most n + 2p
     * @param p the padding at each end
     * @param s the stride, at least 1
     * @return the number of places
     */
    int of(int n, int f, int p, int s);

    /** The truth is counted: the filter is laid down, moved by the stride, and laid down again while there is room. */
    @ExerciseTests
    final class Tests {
        @ExerciseTest(order = 1)
        void withoutPadding(OutputSize g, TestCases cases) {
            cases.once(in -> require(in, g, 6, 3, 0, 1));
            cases.each(in -> require(in, g, in.between(12, 30), in.between(2, 6), 0, 1));
        }

        @ExerciseTest(order = 2)
        void padding(OutputSize g, TestCases cases) {
            cases.once(in -> {
                require(in, g, 5, 5, 2, 1); // with p = 1 the padding counted once would look like a forgotten + 1
                require(in, g, 6, 3, 1, 1);
            });
            cases.each(in -> require(in, g, in.between(12, 30), in.between(2, 6), in.between(2, 4), 1));
        }

        @ExerciseTest(order = 3)
        void stride(OutputSize g, TestCases cases) {
            cases.once(in -> {
                require(in, g, 8, 3, 0, 4); // 1¼ steps: rounded up it is wrong, rounded to the nearest it is right
                require(in, g, 7, 3, 0, 2);
                require(in, g, 8, 3, 0, 2);
                require(in, g, 12, 3, 0, 5);
                require(in, g, 3, 3, 0, 4);
                require(in, g, 8, 3, 2, 2); // here the padding counted once leaves a place out
            });
            cases.each(in -> require(in, g, in.between(12, 30), in.between(2, 6), in.between(0, 3), in.between(2, 5)));
        }

        private static void require(InputGenerator in, OutputSize g, int n, int f, int p, int s) {
            int places = 0;
            for (int start = -p; start + f <= n + p; start += s) {
                places++;
            }
            int room = n + 2 * p - f;
            double steps = (double) room / s;
            in.expectCount("The output size of n = %s, f = %s, p = %s, s = %s".formatted(n, f, p, s), (long) places)
                    .mistake("paddedOnce", () -> (n + p - f) / s + 1)
                    .mistake("notPadded", () -> (n - f) / s + 1)
                    .mistake("withoutOne", () -> room / s)
                    .mistake("strideOne", () -> room + 1)
                    .mistake("roundedToNearest", () -> (int) Math.round(steps) + 1)
                    .mistake("roundedUp", () -> (int) Math.ceil(steps) + 1)
                    .mistake("withoutFilter", () -> (n + 2 * p) / s + 1)
                    .mistake("precedence", () -> n + 2 * p - f / s + 1)
                    .is(g.of(n, f, p, s));
        }
    }
}
