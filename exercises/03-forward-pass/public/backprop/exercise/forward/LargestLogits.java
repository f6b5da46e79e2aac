package backprop.exercise.forward;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;
import java.util.stream.IntStream;

/** The contract: c⁽ⁱ⁾ = argmax_k Z_ki. */
@Exercise
@FunctionalInterface
public interface LargestLogits {
    /**
     * The class of each example: the row of the largest entry of its column, counted from 0.
     *
     * @param Z logits (n, m)
     * @return m classes from 0 to n − 1; of equal logits, the first
     */
    int[] of(Matrix Z);

    /** The truth is, for each column, the first row that no other beats. */
    @ExerciseTests
    final class Tests {
        @ExerciseTest(order = 1)
        void oneColumn(LargestLogits f, TestCases cases) {
            cases.once(in -> require(in, f, Matrix.column(0.5, 1.5, -2, 3.5, 3.25, 1)));
            cases.each(in -> require(in, f, in.matrix(in.between(5, 9), 1)));
        }

        @ExerciseTest(order = 2)
        void batch(LargestLogits f, TestCases cases) {
            cases.each(in -> require(in, f, in.matrix(in.between(3, 5), in.between(12, 16))));
        }

        @ExerciseTest(order = 3)
        void allNegative(LargestLogits f, TestCases cases) {
            cases.each(in -> require(in, f, in.matrix(4, in.between(8, 12)).map(z -> -1 - Math.abs(z))));
        }

        @ExerciseTest(order = 4)
        void equalOnes(LargestLogits f, TestCases cases) {
            cases.once(in -> require(in, f, Matrix.of(new double[][] {{0, 1, 2}, {5, 3, 2}, {4, 3, 2}, {5, 0, 1}})));
            cases.each(in -> require(in, f, twoLargest(in, in.between(4, 6), in.between(4, 7))));
        }

        /** Whole numbers, in each column two that are larger than the others, and equal. */
        private static Matrix twoLargest(InputGenerator in, int n, int m) {
            Matrix Z = Matrix.generate(n, m, (k, i) -> in.between(0, 3));
            for (int i = 0; i < m; i++) {
                int largest = in.between(4, 9);
                int first = in.between(0, n - 2);
                Z.set(first, i, largest);
                Z.set(in.between(first + 1, n - 1), i, largest);
            }
            return Z;
        }

        static void require(InputGenerator in, LargestLogits f, Matrix Z) {
            in.expect("classes", ForwardTruth.classes(Z))
                    .mistake("fromZero", () -> fromZero(Z))
                    .mistake("rows", () -> ForwardTruth.classes(Z.transpose()))
                    .mistake("smallest", () -> ForwardTruth.classes(Z.times(-1)))
                    .mistake("fromOne", () -> shifted(ForwardTruth.classes(Z)))
                    .mistake("notReset", () -> notReset(Z))
                    .mistake("lastOfEquals", () -> lastOfEquals(Z))
                    .mistake("size", () -> ForwardTruth.classes(Z.map(Math::abs)))
                    .mistake("wholeNumbers", () -> ForwardTruth.classes(Z.map(z -> (int) z)))
                    .mistake("lastRow", () -> ForwardTruth.classes(Z.rows(first(Z.rows() - 1))))
                    .is(f.of(Z));
        }

        /** A search that begins at 0 instead of the column's first entry: where nothing is larger, it finds nothing. */
        private static int[] fromZero(Matrix Z) {
            return ForwardTruth.classes(Matrix.generate(Z.rows(), Z.cols(), (k, i) -> Math.max(0, Z.get(k, i))));
        }

        /** A search that keeps the largest entry from one column to the next. */
        private static int[] notReset(Matrix Z) {
            int[] classes = new int[Z.cols()];
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < Z.cols(); i++) {
                for (int k = 0; k < Z.rows(); k++) {
                    if (Z.get(k, i) > most) {
                        most = Z.get(k, i);
                        classes[i] = k;
                    }
                }
            }
            return classes;
        }

        private static int[] lastOfEquals(Matrix Z) {
            Matrix upsideDown = Matrix.generate(Z.rows(), Z.cols(), (k, i) -> Z.get(Z.rows() - 1 - k, i));
            return IntStream.of(ForwardTruth.classes(upsideDown))
                    .map(k -> Z.rows() - 1 - k)
                    .toArray();
        }

        private static int[] shifted(int[] classes) {
            return IntStream.of(classes).map(k -> k + 1).toArray();
        }

        private static int[] first(int n) {
            return IntStream.range(0, n).toArray();
        }
    }
}
