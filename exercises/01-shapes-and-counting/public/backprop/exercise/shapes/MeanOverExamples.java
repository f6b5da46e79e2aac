package backprop.exercise.shapes;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;
import java.util.stream.IntStream;

/** The contract: (1/m) Σ x⁽ⁱ⁾, the mean of the columns. */
@Exercise
@FunctionalInterface
public interface MeanOverExamples {
    /**
     * The average example.
     *
     * @param X m examples (n, m)
     * @return the mean of each feature (n, 1)
     */
    Matrix of(Matrix X);

    /** The truth is the product with a column whose m entries are all 1/m. */
    @ExerciseTests
    final class Tests {
        private static final double LARGE = 10;

        @ExerciseTest(order = 1)
        void shape(MeanOverExamples f, TestCases cases) {
            cases.each(in -> {
                int n = in.between(8, 10);
                int m = in.between(3, 6);
                in.expectShape("mean", n, 1)
                        .mistake("overFeatures", () -> Matrix.ones(1, m))
                        .mistake("everyColumn", () -> Matrix.ones(n, m))
                        .is(f.of(in.matrix(n, m)));
            });
        }

        @ExerciseTest(order = 2)
        void oneExample(MeanOverExamples f, TestCases cases) {
            cases.each(in -> require(in, f, in.between(3, 6), 1));
        }

        @ExerciseTest(order = 3)
        void batch(MeanOverExamples f, TestCases cases) {
            cases.each(in -> require(in, f, in.between(8, 10), in.between(5, 6)));
        }

        @ExerciseTest(order = 4)
        void argumentsStay(MeanOverExamples f, TestCases cases) {
            cases.untouched(in -> {
                f.of(in.matrix(3, 4));
                f.of(in.matrix(3, 1));
            });
        }

        static void require(InputGenerator in, MeanOverExamples f, int n, int m) {
            Matrix X = in.matrix(n, m).times(LARGE);
            Matrix mean = X.mult(Matrix.ones(m, 1).divide(m));
            in.expect("mean", mean)
                    .meanOver(m)
                    .mistake("wholeNumbers", () -> inInts(X).map(sum -> (int) (sum / m)))
                    .mistake("wholeSum", () -> inInts(X).divide(m))
                    .mistake("overFeatures", () -> Matrix.ones(1, n).divide(n).mult(X))
                    .mistake("overN", () -> mean.times((double) m / n))
                    .mistake("lessOne", () -> mean.times(m / (m - 1.0)))
                    .mistake("oneForAll", () -> mean.map(x -> X.mean()))
                    .mistake("lastExample", () -> X.cols(m - 1).divide(m))
                    .mistake("firstExample", () -> X.cols(0).divide(m))
                    .mistake("withoutFirst", () -> without(0, X))
                    .mistake("withoutLast", () -> without(m - 1, X))
                    .mistake("runningOn", () -> runningOn(mean))
                    .mistake("dividedInside", () -> dividedInside(X))
                    .is(f.of(X));
        }

        private static Matrix without(int example, Matrix X) {
            int m = X.cols();
            int[] others = IntStream.range(0, m).filter(i -> i != example).toArray();
            return m == 1
                    ? Matrix.zeros(X.rows(), 1)
                    : X.cols(others).mult(Matrix.ones(m - 1, 1).divide(m));
        }

        /** Java's {@code sum += …} cuts off the digits behind the point when sum is an int. */
        private static Matrix inInts(Matrix X) {
            return Matrix.generate(X.rows(), 1, (k, j) -> {
                int sum = 0;
                for (int i = 0; i < X.cols(); i++) {
                    sum = (int) (sum + X.get(k, i));
                }
                return sum;
            });
        }

        /** The sum is not set back to 0 before the next feature. */
        private static Matrix runningOn(Matrix mean) {
            double[] sum = {0};
            return mean.map(x -> sum[0] += x);
        }

        /** The division stands inside the loop over the examples. */
        private static Matrix dividedInside(Matrix X) {
            Matrix sum = Matrix.zeros(X.rows(), 1);
            for (int i = 0; i < X.cols(); i++) {
                sum = sum.plus(X.cols(i)).divide(X.cols());
            }
            return sum;
        }
    }
}
