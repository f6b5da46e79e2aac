package backprop.exercise.backward;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.Expectation;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;
import java.util.stream.IntStream;

/** The contract: ‖G − N‖ / (‖G‖ + ‖N‖), and 0 for two zeros. */
@Exercise
@FunctionalInterface
public interface RelativeError {
    /**
     * How far two gradients are apart, measured by their size; ‖·‖ is the root of the sum of the squares.
     *
     * @param G a gradient (n, n₋)
     * @param N another of the same thing, such as one by differences (n, n₋)
     * @return a number between 0 and 1
     */
    double of(Matrix G, Matrix N);

    /**
     * One pair after the other parts the mistakes: the first that a mistake fails on has no other mistake with its value.
     * The truth are right triangles, whose sides are whole numbers, of 3, 4 and 5, of 5, 12 and 13; and the roots of
     * sums.
     */
    @ExerciseTests
    final class Tests {
        private static final String WHAT = "The relative error";
        private static final int[][] TRIANGLES = {{3, 4, 5}, {5, 12, 13}, {8, 15, 17}, {7, 24, 25}, {20, 21, 29}};
        private static final double LARGE = 10;
        private static final double TINY = 1e-12;
        private static final double NEAR = 1e-6;

        @ExerciseTest(order = 1)
        void triangles(RelativeError f, TestCases cases) {
            cases.once(in -> {
                require(in, f, Matrix.row(3, 4), Matrix.row(0, 0), 1);
                require(in, f, Matrix.row(3, 4), Matrix.row(6, 8), 1.0 / 3);
                require(in, f, Matrix.column(3, -4), Matrix.column(-3, 4), 1);
                require(
                        in,
                        f,
                        Matrix.of(new double[][] {{5, 0}, {0, 0}}),
                        Matrix.of(new double[][] {{0, 0}, {12, 0}}),
                        13.0 / 17);
            });
            cases.each(in -> {
                double c = in.between(2, 6);
                Matrix G = legs(in, 1, -1);
                require(in, f, G, G.times(0), 1);
                require(in, f, G, G.times(c), (c - 1) / (c + 1));
                require(in, f, G, G.times(-1), 1);
                requireLegsApart(in, f);
                Matrix A = in.matrix(in.between(2, 4), in.between(2, 4));
                Matrix B = in.matrix(A.rows(), A.cols());
                require(in, f, A, B, root(A.minus(B)) / (root(A) + root(B)));
            });
        }

        /** A gradient and zeros have nothing in common, whatever the gradient. */
        @ExerciseTest(order = 2)
        void zeros(RelativeError f, TestCases cases) {
            cases.each(in -> {
                Matrix G = in.matrix(in.between(1, 4), in.between(2, 5)).map(g -> g + LARGE * Math.signum(g));
                Matrix zeros = Matrix.zeros(G.rows(), G.cols());
                in.expect(WHAT, 0)
                        .mistake("zeroByZero", () -> Double.NaN)
                        .mistake("noneForTwoZeros", () -> 1)
                        .is(f.of(zeros, zeros));
                require(in, f, G, zeros, 1);
            });
        }

        @ExerciseTest(order = 3)
        void tiny(RelativeError f, TestCases cases) {
            cases.each(in -> {
                double c = in.between(2, 6);
                Matrix N = legs(in, 1, 1);
                Matrix G = N.times(c);
                double truth = (c - 1) / (c + 1);
                double got = f.of(G.times(TINY), N.times(TINY));
                Expectation wanted = in.expect(WHAT, truth)
                        .mistake("epsilon", () -> Math.abs(f.of(G, N) - truth) < NEAR ? got : null);
                slips(wanted, G.times(TINY), N.times(TINY)).is(got);
            });
        }

        /**
         * A matrix (2, 2) with the legs of a right triangle, and zeros.
         *
         * @param a the sign of one of them
         * @param b the sign of the other
         */
        private static Matrix legs(InputGenerator in, int a, int b) {
            int[] sides = sides(in);
            return in.shuffled(2, 2, a * sides[0], b * sides[1], 0, 0);
        }

        /** Each leg of a triangle in a matrix of its own, and in another place: the distance is the longest side. */
        private static void requireLegsApart(InputGenerator in, RelativeError f) {
            int[] sides = sides(in);
            int[] places = in.order(4);
            Matrix G = Matrix.generate(1, 4, (i, j) -> j == places[0] ? sides[0] : 0)
                    .reshape(2, 2);
            Matrix N = Matrix.generate(1, 4, (i, j) -> j == places[1] ? sides[1] : 0)
                    .reshape(2, 2);
            require(in, f, G, N, (double) sides[2] / (sides[0] + sides[1]));
        }

        /** The sides of a right triangle, the longest at last. */
        private static int[] sides(InputGenerator in) {
            int scale = in.between(2, 40);
            return IntStream.of(TRIANGLES[in.between(0, TRIANGLES.length - 1)])
                    .map(side -> scale * side)
                    .toArray();
        }

        private static void require(InputGenerator in, RelativeError f, Matrix G, Matrix N, double truth) {
            slips(in.expect(WHAT, truth), G, N).is(f.of(G, N));
        }

        private static Expectation slips(Expectation wanted, Matrix G, Matrix N) {
            Matrix D = G.minus(N);
            return wanted.mistake("absolute", () -> absolute(D) / (absolute(G) + absolute(N)))
                    .mistake("distance", () -> D.norm())
                    .mistake("squares", () -> square(D) / (square(G) + square(N)))
                    .mistake("onlyG", () -> D.norm() / G.norm())
                    .mistake("larger", () -> D.norm() / Math.max(G.norm(), N.norm()))
                    .mistake("onlyN", () -> D.norm() / N.norm())
                    .mistake("largest", () -> D.maxAbs() / (G.maxAbs() + N.maxAbs()))
                    .mistake("largestAbove", () -> D.maxAbs() / (G.norm() + N.norm()))
                    .mistake("difference", () -> Math.abs(G.norm() - N.norm()) / (G.norm() + N.norm()))
                    .mistake("normOfSum", () -> D.norm() / G.plus(N).norm())
                    .mistake("precedence", () -> D.norm() / G.norm() + N.norm());
        }

        private static double square(Matrix M) {
            return M.norm() * M.norm();
        }

        private static double root(Matrix M) {
            return Math.sqrt(M.hadamard(M).sum());
        }

        private static double absolute(Matrix M) {
            return M.map(Math::abs).sum();
        }
    }
}
