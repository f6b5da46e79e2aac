package backprop.exercise.forward;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;

/** The contract: accuracy = (1/m) · (number of i with predicted[i] = labels[i]). */
@Exercise
@FunctionalInterface
public interface ShareOfRight {
    /**
     * The share of examples whose class is right.
     *
     * @param predicted m classes that a network gave
     * @param labels the m true classes
     * @return a number from 0 to 1
     */
    double of(int[] predicted, int[] labels);

    /** The labels are drawn, and a known number of them changed. */
    @ExerciseTests
    final class Tests {
        private static final int CLASSES = 4;

        @ExerciseTest(order = 1, points = 2)
        void someRight(ShareOfRight f, TestCases cases) {
            cases.each(in -> require(in, f, in.between(7, 12), in.between(1, 3)));
            cases.each(in -> require(in, f, in.between(50, 60), in.between(3, 20)));
        }

        @ExerciseTest(order = 2)
        void noneAndAll(ShareOfRight f, TestCases cases) {
            cases.each(in -> {
                require(in, f, in.between(3, 6), 0);
                int[] labels = in.labels(CLASSES, in.between(3, 6));
                in.expect("accuracy", 1)
                        .mistake("neverEqual", () -> 0)
                        .mistake("wrongs", () -> 0)
                        .mistake("count", () -> labels.length)
                        .mistake("percent", () -> 100)
                        .is(f.of(labels.clone(), labels));
            });
        }

        /** The first few, or none, are right. */
        private static void require(InputGenerator in, ShareOfRight f, int m, int right) {
            int[] labels = in.labels(CLASSES, m);
            int from = in.between(0, m - right); // those from there on, so many, are right
            int[] predicted = new int[m];
            for (int i = 0; i < m; i++) {
                boolean same = i >= from && i < from + right;
                predicted[i] = same ? labels[i] : (labels[i] + in.between(1, CLASSES - 1)) % CLASSES;
            }
            double share = (double) right / m;
            in.expect("accuracy", share)
                    .mistake("wrongs", () -> 1 - share)
                    .mistake("count", () -> right)
                    .mistake("percent", () -> 100 * share)
                    .mistake("integer", () -> share < 1 ? 0 : 1)
                    .mistake("oneLess", () -> (double) right / (m - 1))
                    .mistake("classes", () -> (double) right / CLASSES)
                    .mistake("neverEqual", () -> 0)
                    .is(f.of(predicted, labels));
        }
    }
}
