package backprop.exercise.logistic;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.Expectation;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;
import java.util.stream.IntStream;

/** The contract: J = (1/m) Σ ℒ⁽ⁱ⁾, the mean of the losses of m examples. */
@Exercise
@FunctionalInterface
public interface LogisticCost {
    /**
     * The cost of a batch.
     *
     * @param w the weights (n, 1)
     * @param b the bias
     * @param X the examples (n, m)
     * @param Y their labels (1, m)
     * @return J
     */
    double of(Matrix w, double b, Matrix X, Matrix Y);

    /** The truth is −(1/m) ln of the likelihood, and a number found by hand. */
    @ExerciseTests
    final class Tests {
        private static final double CLIPPED_COST = 100;

        @ExerciseTest(order = 1)
        void oneExample(LogisticCost f, TestCases cases) {
            cases.each(in -> require(f, LogisticCase.drawn(in, in.between(3, 5), 1)));
        }

        @ExerciseTest(order = 2)
        void batch(LogisticCost f, TestCases cases) {
            cases.each(in -> require(f, LogisticCase.drawn(in, 4, in.between(5, 7))));
        }

        @ExerciseTest(order = 3)
        void extremes(LogisticCost f, TestCases cases) {
            cases.once(in -> requireExtreme(f, LogisticCase.extreme(in)));
            cases.each(in -> requireExtreme(f, LogisticCase.drawnExtreme(in)));
        }

        private static void requireExtreme(LogisticCost f, LogisticCase given) {
            double J = given.extremeJ();
            double got = of(f, given);
            slips(
                            given.in()
                                    .expect("J", J)
                                    .mistake("logOfZero", () -> Double.isFinite(got) ? null : got)
                                    .mistake("clipped", () -> got > 1 && got < CLIPPED_COST ? got : null),
                            given,
                            J)
                    .is(got);
        }

        private static double of(LogisticCost f, LogisticCase given) {
            return f.of(given.w(), given.b(), given.X(), given.Y());
        }

        private static void require(LogisticCost f, LogisticCase given) {
            double J = given.J();
            slips(given.in().expect("J", J), given, J).is(of(f, given));
        }

        private static Expectation slips(Expectation wanted, LogisticCase given, double J) {
            int m = given.m();
            wanted.meanOver(m).mistake("overN", () -> J * m / given.n());
            if (m > 1) {
                LogisticCase last = given.only(m - 1);
                LogisticCase butFirst = given.only(IntStream.range(1, m).toArray());
                LogisticCase butLast = given.only(IntStream.range(0, m - 1).toArray());
                wanted.mistake("lastOnly", last::J)
                        .mistake("lastOverM", () -> last.J() / m)
                        .mistake("skipsFirst", () -> butFirst.J() * (m - 1) / m)
                        .mistake("skipsLast", () -> butLast.J() * (m - 1) / m)
                        .mistake("dividedEachTime", () -> {
                            double sum = 0;
                            for (int i = 0; i < m; i++) {
                                sum = (sum + given.only(i).J()) / m;
                            }
                            return sum;
                        });
            } else {
                wanted.mistake("skipsFirst", () -> 0).mistake("skipsLast", () -> 0);
            }
            return wanted.mistake("noBias", () -> given.at(given.w(), 0).J())
                    .usual("minusBias", () -> given.at(given.w(), -given.b()).J())
                    .mistake("carried", given::carried)
                    .mistake("sigmoidTwice", given::sigmoidTwice)
                    .mistake("overNM", () -> J / given.n())
                    .mistake("yesOnly", () -> given.mean(i -> -given.y(i) * Math.log(given.a(i))))
                    .mistake("squared", () -> given.mean(i -> Math.pow(given.error(i), 2)))
                    .mistake("allPairs", () -> pairs(given, 1))
                    .mistake("allPairs", () -> pairs(given, 0))
                    .mistake("allPairs", () -> pairs(given, 1) / m)
                    .mistake("allPairs", () -> pairs(given, 0) / m)
                    .mistake("allPairs", () -> pairs(given, 1) * m)
                    .mistake("allPairs", () -> pairs(given, 0) * m);
        }

        /**
         * The mean of all entries of −Yᵀ ln A − (1 − Y)ᵀ ln(1 − A), a table (m, m), times m.
         *
         * @param no 1, or 0 where the second term is missing
         */
        private static double pairs(LogisticCase given, int no) {
            return given.mean(i -> {
                double sum = 0;
                for (int j = 0; j < given.m(); j++) {
                    sum -= given.y(j) * Math.log(given.a(i)) + no * (1 - given.y(j)) * Math.log(1 - given.a(i));
                }
                return sum;
            });
        }
    }
}
