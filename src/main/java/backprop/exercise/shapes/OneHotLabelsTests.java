package backprop.exercise.shapes;

import backprop.exercise.ExerciseTests;
import backprop.exercise.Inputs;
import backprop.exercise.Trials;
import backprop.matrix.Matrix;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The truth picks columns of the identity matrix: column c of it is the label c. */
@ExerciseTests
final class OneHotLabelsTests {
    private static final double SPREAD = 16;

    @Test
    @Order(1)
    void shape(OneHotLabels f, Trials trials) {
        trials.each(in -> {
            int classes = in.between(3, 5);
            int[] labels = everyClass(in, classes);
            in.expectShape("Y", classes, labels.length)
                    .slip("oneRowMore", () -> Matrix.ones(classes + 1, labels.length))
                    .slip("fromTheLabels", () -> Matrix.ones(largest(labels) + 1, labels.length))
                    .slip("largestLabel", () -> Matrix.ones(largest(labels), labels.length))
                    .is(f.of(labels, classes));
        });
    }

    @Test
    @Order(2)
    void eachClass(OneHotLabels f, Trials trials) {
        trials.each(in -> {
            int classes = 3 + (int) (SPREAD * Math.abs(in.number())); // many more than the fixed seeds have
            for (int c = classes - 1; c >= 0; c--) {
                require(in, f, classes, c);
            }
        });
    }

    @Test
    @Order(3)
    void batch(OneHotLabels f, Trials trials) {
        trials.each(in -> {
            int classes = in.between(3, 5);
            require(in, f, classes, everyClass(in, classes));
        });
    }

    /** The largest class does not occur, and yet has its row. */
    @Test
    @Order(4)
    void aClassThatDoesNotOccur(OneHotLabels f, Trials trials) {
        trials.each(in -> {
            int classes = in.between(4, 6);
            require(in, f, classes, in.labels(classes - 1, in.between(7, 9)));
        });
    }

    /** Each class occurs, or what a function does with one that does not would be left to chance here. */
    private static int[] everyClass(Inputs in, int classes) {
        return IntStream.concat(IntStream.range(0, classes), IntStream.of(in.labels(classes, in.between(3, 4))))
                .toArray();
    }

    static void require(Inputs in, OneHotLabels f, int classes, int... labels) {
        int m = labels.length;
        Matrix Y = Matrix.generate(classes, classes, (k, c) -> k == c ? 1 : 0).cols(labels);
        in.expect("Y", Y)
                .slip("fromTheLabels", () -> Matrix.generate(largest(labels) + 1, m, Y::get))
                .slip("valueOfTheLabel", () -> Matrix.generate(classes, m, (k, i) -> Y.get(k, i) * labels[i]))
                .slip("oneRowDown", () -> oneRowDown(classes, labels))
                .slip("oneCold", () -> Y.map(y -> 1 - y))
                .slip("withoutLast", () -> without(m - 1, Y))
                .slip("withoutFirst", () -> without(0, Y))
                .slip("allBelow", () -> Matrix.generate(classes, m, (k, i) -> k <= labels[i] ? 1 : 0))
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
