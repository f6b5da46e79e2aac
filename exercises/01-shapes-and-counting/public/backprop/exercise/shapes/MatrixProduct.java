package backprop.exercise.shapes;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.Expectation;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;
import java.util.stream.IntStream;

/** The contract: C = A B, C[k, i] = Σ_j A[k, j] B[j, i]. */
@Exercise
@FunctionalInterface
public interface MatrixProduct {
    /**
     * The product of two matrices.
     *
     * @param A the left factor (n, p)
     * @param B the right factor (p, m)
     * @return C = A B (n, m)
     */
    Matrix of(Matrix A, Matrix B);

    /** The truth is Backprop's product. */
    @ExerciseTests
    final class Tests {
        @ExerciseTest(order = 1)
        void shape(MatrixProduct f, TestCases cases) {
            cases.each(in -> {
                int n = in.between(2, 3);
                int p = in.between(5, 6);
                int m = in.between(7, 9);
                in.expectShape("C", n, m)
                        .mistake("likeA", () -> Matrix.ones(n, p))
                        .mistake("likeB", () -> Matrix.ones(p, m))
                        .mistake("inner", () -> Matrix.ones(p, p))
                        .is(f.of(in.matrix(n, p), in.matrix(p, m)));
            });
        }

        @ExerciseTest(order = 2)
        void oneColumn(MatrixProduct f, TestCases cases) {
            cases.each(in -> require(in, f, in.between(2, 4), in.between(5, 7), 1));
        }

        @ExerciseTest(order = 3)
        void batch(MatrixProduct f, TestCases cases) {
            cases.each(in -> {
                require(in, f, in.between(2, 3), in.between(5, 6), in.between(7, 9));
                require(in, f, in.between(7, 9), in.between(5, 6), in.between(2, 3));
            });
        }

        /** Where all three sizes are equal no shape warns, whatever is swapped. */
        @ExerciseTest(order = 4)
        void square(MatrixProduct f, TestCases cases) {
            cases.each(in -> {
                int n = in.between(3, 4);
                Matrix A = in.matrix(n, n);
                Matrix B = in.matrix(n, n);
                Expectation wanted = in.expect("C", A.mult(B))
                        .mistake("swapped", () -> B.mult(A))
                        .mistake("entryByEntry", () -> A.hadamard(B))
                        .mistake("rowsOfB", () -> A.multTransB(B))
                        .mistake("columnsOfA", () -> A.multTransA(B));
                slips(wanted, A, B).is(f.of(A, B));
            });
        }

        @ExerciseTest(order = 5)
        void argumentsStay(MatrixProduct f, TestCases cases) {
            cases.untouched(in -> f.of(in.matrix(2, 3), in.matrix(3, 4)));
        }

        static void require(InputGenerator in, MatrixProduct f, int n, int p, int m) {
            Matrix A = in.matrix(n, p);
            Matrix B = in.matrix(p, m);
            slips(in.expect("C", A.mult(B)), A, B).is(f.of(A, B));
        }

        private static Expectation slips(Expectation wanted, Matrix A, Matrix B) {
            int last = A.cols() - 1;
            return wanted.mistake("lastTerm", () -> A.cols(last).mult(B.rows(last)))
                    .mistake("firstTerm", () -> A.cols(0).mult(B.rows(0)))
                    .mistake("withoutFirst", () -> A.mult(B).minus(A.cols(0).mult(B.rows(0))))
                    .mistake("withoutLast", () -> A.mult(B).minus(A.cols(last).mult(B.rows(last))))
                    .mistake(
                            "innerTooShort",
                            () -> A.cols(IntStream.range(0, A.rows()).toArray()).mult(rows(B, A.rows())))
                    .mistake("runningOn", () -> runningOn(A.mult(B), false))
                    .mistake("runningOnInARow", () -> runningOn(A.mult(B), true))
                    .mistake("unfilledColumns", () -> within(A.mult(B), A.rows(), A.cols()))
                    .mistake("unfilledRows", () -> within(A.mult(B), A.cols(), B.cols()))
                    .mistake("wholeNumbers", () -> inInts(A, B));
        }

        private static Matrix rows(Matrix B, int count) {
            return B.rows(IntStream.range(0, count).toArray());
        }

        /** The sum is not set back to 0 before the next entry, or only before the next row. */
        private static Matrix runningOn(Matrix C, boolean rowByRow) {
            double[] sum = {0};
            return Matrix.generate(C.rows(), C.cols(), (k, i) -> {
                sum[0] = C.get(k, i) + (rowByRow && i == 0 ? 0 : sum[0]);
                return sum[0];
            });
        }

        /** Only so many rows and columns are filled. */
        private static Matrix within(Matrix C, int rows, int columns) {
            return Matrix.generate(C.rows(), C.cols(), (k, i) -> k < rows && i < columns ? C.get(k, i) : 0);
        }

        /** Java's {@code sum += …} cuts off the digits behind the point when sum is an int. */
        private static Matrix inInts(Matrix A, Matrix B) {
            return Matrix.generate(A.rows(), B.cols(), (k, i) -> {
                int sum = 0;
                for (int j = 0; j < A.cols(); j++) {
                    sum = (int) (sum + A.get(k, j) * B.get(j, i));
                }
                return sum;
            });
        }
    }
}
