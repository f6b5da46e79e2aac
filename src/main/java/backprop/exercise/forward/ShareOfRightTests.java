package backprop.exercise.forward;

import backprop.exercise.ExerciseTests;
import backprop.exercise.Inputs;
import backprop.exercise.Points;
import backprop.exercise.Trials;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The labels are drawn, and a known number of them changed. */
@ExerciseTests
final class ShareOfRightTests {
    private static final int CLASSES = 4;

    @Test
    @Order(1)
    @Points(2)
    void someRight(ShareOfRight f, Trials trials) {
        trials.each(in -> require(in, f, in.between(7, 12), in.between(1, 3)));
        trials.each(in -> require(in, f, in.between(50, 60), in.between(3, 20)));
    }

    @Test
    @Order(2)
    void noneAndAll(ShareOfRight f, Trials trials) {
        trials.each(in -> {
            require(in, f, in.between(3, 6), 0);
            int[] labels = in.labels(CLASSES, in.between(3, 6));
            in.expect("accuracy", 1)
                    .slip("neverEqual", () -> 0)
                    .slip("wrongs", () -> 0)
                    .slip("count", () -> labels.length)
                    .slip("percent", () -> 100)
                    .is(f.of(labels.clone(), labels));
        });
    }

    /** The first few, or none, are right. */
    private static void require(Inputs in, ShareOfRight f, int m, int right) {
        int[] labels = in.labels(CLASSES, m);
        int from = in.between(0, m - right); // those from there on, so many, are right
        int[] predicted = new int[m];
        for (int i = 0; i < m; i++) {
            boolean same = i >= from && i < from + right;
            predicted[i] = same ? labels[i] : (labels[i] + in.between(1, CLASSES - 1)) % CLASSES;
        }
        double share = (double) right / m;
        in.expect("accuracy", share)
                .slip("wrongs", () -> 1 - share)
                .slip("count", () -> right)
                .slip("percent", () -> 100 * share)
                .slip("integer", () -> share < 1 ? 0 : 1)
                .slip("oneLess", () -> (double) right / (m - 1))
                .slip("classes", () -> (double) right / CLASSES)
                .slip("neverEqual", () -> 0)
                .is(f.of(predicted, labels));
    }
}
