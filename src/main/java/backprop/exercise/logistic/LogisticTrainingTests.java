package backprop.exercise.logistic;

import backprop.exercise.ExerciseTests;
import backprop.exercise.InputGenerator;
import backprop.exercise.Limit;
import backprop.exercise.Points;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The truth is gradient descent by central differences, and what a descent must do. */
@ExerciseTests
final class LogisticTrainingTests {
    private static final double LN_2 = 0.693147180559945;
    private static final int LONG = 200;

    @Test
    @Order(1)
    void noSteps(LogisticTraining f, TestCases cases) {
        cases.each(in -> {
            LogisticDescent descent = LogisticDescent.drawn(in, in.between(2, 3), in.between(5, 7), 0.5, 0);
            LogisticModel got = descent.of(f);
            LogisticModel truth = descent.walk();
            descent.weights(truth).mistake("start", got::w).is(got.w());
            descent.bias(truth).mistake("start", got::b).is(got.b());
            in.expect("costs", Matrix.row(LN_2))
                    .mistake("startEmpty", () -> Matrix.row(0))
                    .mistake("endEmpty", () -> Matrix.row(0))
                    .mistake(
                            "sumOfLosses",
                            () -> Matrix.row(LN_2 * descent.start().m()))
                    .is(got.costs());
        });
    }

    @Test
    @Order(2)
    void oneStep(LogisticTraining f, TestCases cases) {
        cases.each(in -> drawn(in, 1).require(f));
    }

    @Test
    @Order(3)
    @Points(2)
    void someSteps(LogisticTraining f, TestCases cases) {
        cases.each(in -> drawn(in, in.between(3, 6)).require(f));
    }

    @Test
    @Order(4)
    @Limit(6)
    void twoClouds(LogisticTraining f, TestCases cases) {
        cases.onlyIfTheRestPassed();
        cases.once(in -> {
            Matrix Y = Matrix.generate(1, 40, (j, i) -> i % 2);
            Matrix X = Matrix.generate(2, 40, (k, i) -> 0.4 * in.number() + (i % 2 == 0 ? -1 : 1) * (2 - k));
            LogisticModel got = f.of(X, Y, 0.5, LONG);
            in.expectShape("costs", 1, LONG + 1).is(got.costs());
            double rises = 0;
            for (int t = 0; t < LONG; t++) {
                rises += got.costs().get(0, t + 1) < got.costs().get(0, t) ? 0 : 1;
            }
            double many = rises;
            in.expect("the number of steps on which J does not fall", 0)
                    .mistake("rises", () -> many)
                    .is(many);
            LogisticCase end = new LogisticCase(in, got.w(), got.b(), X, Y);
            double wrong = end.m() * end.mean(i -> Math.abs(Math.rint(end.a(i)) - end.y(i)));
            in.expect("the number of points on the wrong side", 0)
                    .mistake("wrongSide", () -> wrong)
                    .is(wrong);
        });
        cases.requireUntouched();
    }

    private static LogisticDescent drawn(InputGenerator in, int steps) {
        return LogisticDescent.drawn(in, in.between(2, 3), in.between(5, 7), 0.1 * in.between(2, 6), steps);
    }
}
