package backprop.exercise.shapes;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The contract: Y[k, i] = 1 if k = labels[i], else 0. */
@Exercise
@FunctionalInterface
public interface OneHotLabels {
    /**
     * Labels as columns.
     *
     * @param labels the class of each of m examples, from 0 to classes − 1
     * @param classes the number of classes, n[L]
     * @return Y (classes, m)
     */
    Matrix of(int[] labels, int classes);

    /** The truth picks columns of the identity matrix: column c of it is the label c. */
    @ExerciseTests
    final class Tests {
        private static final double SPREAD = 16;

        @ExerciseTest(order = 1)
        void shape(OneHotLabels f, TestCases cases) {
            cases.each(in -> {
                int classes = in.between(3, 5);
                int[] labels = everyClass(in, classes);
                in.expectShape("Y", classes, labels.length)
                        .mistake("oneRowMore", () -> Matrix.ones(classes + 1, labels.length))
                        .mistake("fromTheLabels", () -> Matrix.ones(largest(labels) + 1, labels.length))
                        .mistake("largestLabel", () -> Matrix.ones(largest(labels), labels.length))
                        .is(f.of(labels, classes));
            });
        }

        @ExerciseTest(order = 2)
        void eachClass(OneHotLabels f, TestCases cases) {
            cases.each(in -> {
                int classes = 3 + (int) (SPREAD * Math.abs(in.number())); // many more than the fixed seeds have
                for (int c = classes - 1; c >= 0; c--) {
                    require(in, f, classes, c);
                }
            });
        }

        @ExerciseTest(order = 3)
        void batch(OneHotLabels f, TestCases cases) {
            cases.each(in -> {
                int classes = in.between(3, 5);
                require(in, f, classes, everyClass(in, classes));
            });
        }

        /** The largest class does not occur, and yet has its row. */
        @ExerciseTest(order = 4)
        void aClassThatDoesNotOccur(OneHotLabels f, TestCases cases) {
            cases.each(in -> {
                int classes = in.between(4, 6);
                require(in, f, classes, in.labels(classes - 1, in.between(7, 9)));
            });
        }

        /** Each class occurs, or what a function does with one that does not would be left to chance here. */
        private static int[] everyClass(InputGenerator in, int classes) {
            return IntStream.concat(IntStream.range(0, classes), IntStream.of(in.labels(classes, in.between(3, 4))))
                    .toArray();
        }

        static void require(InputGenerator in, OneHotLabels f, int classes, int... labels) {
            int m = labels.length;
            Matrix Y =
                    Matrix.generate(classes, classes, (k, c) -> k == c ? 1 : 0).cols(labels);
            in.expect("Y", Y)
                    .mistake("fromTheLabels", () -> Matrix.generate(largest(labels) + 1, m, Y::get))
                    .mistake("valueOfTheLabel", () -> Matrix.generate(classes, m, (k, i) -> Y.get(k, i) * labels[i]))
                    .mistake("oneRowDown", () -> oneRowDown(classes, labels))
                    .mistake("oneCold", () -> Y.map(y -> 1 - y))
                    .mistake("withoutLast", () -> without(m - 1, Y))
                    .mistake("withoutFirst", () -> without(0, Y))
                    .mistake("allBelow", () -> Matrix.generate(classes, m, (k, i) -> k <= labels[i] ? 1 : 0))
                    .is(f.of(labels, classes));
        }

        private static int largest(int... labels) {
            return Arrays.stream(labels).max().orElseThrow();
        }

        /** Where the largest class occurs there is no row below it, and the learner's function would have failed. */
        private static Matrix oneRowDown(int classes, int... labels) {
            if (largest(labels) == classes - 1) {
                return null;
            }
            return Matrix.generate(classes, labels.length, (k, i) -> k == labels[i] + 1 ? 1 : 0);
        }

        private static Matrix without(int example, Matrix Y) {
            return Matrix.generate(Y.rows(), Y.cols(), (k, i) -> i == example ? 0 : Y.get(k, i));
        }
    }
}
