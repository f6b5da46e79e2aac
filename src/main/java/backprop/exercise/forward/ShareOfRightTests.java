package backprop.exercise.forward;

import backprop.exercise.ExerciseTests;
import backprop.exercise.InputGenerator;
import backprop.exercise.Points;
import backprop.exercise.TestCases;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The labels are drawn, and a known number of them changed. */
@ExerciseTests
final class ShareOfRightTests {
    private static final int CLASSES = 4;

    @Test
    @Order(1)
    @Points(2)
    void someRight(ShareOfRight f, TestCases cases) {
        cases.each(in -> require(in, f, in.between(7, 12), in.between(1, 3)));
        cases.each(in -> require(in, f, in.between(50, 60), in.between(3, 20)));
    }

    @Test
    @Order(2)
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
