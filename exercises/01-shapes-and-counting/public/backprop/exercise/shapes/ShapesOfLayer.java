package backprop.exercise.shapes;

import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.Expectation;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;
import backprop.layer.Dense;
import backprop.matrix.Matrix;
import java.util.Random;
import java.util.stream.IntStream;

/** The contract: the shapes of W[l], b[l], Z[l] and dA[l-1], which follow from the widths and m. */
@Exercise
@FunctionalInterface
public interface ShapesOfLayer {
    /**
     * The shapes at a layer.
     *
     * @param n the widths n[0], …, n[L], the input's first
     * @param l the layer, from 1 to L
     * @param m the number of examples
     * @return the four shapes, each as {rows, columns}
     */
    LayerShapes of(int[] n, int l, int m);

    /** The truth is a layer of the library that has run forward and backward. */
    @ExerciseTests
    final class Tests {
        @ExerciseTest(order = 1)
        void weights(ShapesOfLayer f, TestCases cases) {
            cases.each(in -> Case.drawn(in, in.between(2, 4)).requireW(f));
        }

        @ExerciseTest(order = 2)
        void forward(ShapesOfLayer f, TestCases cases) {
            cases.each(in -> Case.drawn(in, in.between(2, 4)).requireBAndZ(f));
        }

        @ExerciseTest(order = 3)
        void backward(ShapesOfLayer f, TestCases cases) {
            cases.each(in -> Case.drawn(in, in.between(2, 4)).requireDA(f));
        }

        @ExerciseTest(order = 4)
        void lastLayer(ShapesOfLayer f, TestCases cases) {
            cases.each(in -> {
                Case one = Case.drawn(in, 1).last();
                one.requireW(f);
                one.requireBAndZ(f);
                one.requireDA(f);
            });
        }

        /**
         * A layer among others, and a layer of the library in its place.
         *
         * @param in where it comes from
         * @param n the widths, which all differ
         * @param l the layer
         * @param m the number of examples, which is smaller than any width
         */
        @SuppressWarnings("ArrayRecordComponent") // it is the argument of the learner's function; no case is compared
        record Case(InputGenerator in, int[] n, int l, int m) {
            private static final int GAP = 5;
            private static final int SMALL = 100;

            /** Drawn at random, narrowing or widening. */
            static Case drawn(InputGenerator in, int m) {
                int L = in.between(3, 4);
                boolean narrowing = in.between(0, 1) == 0;
                int[] n = IntStream.rangeClosed(1, L + 1)
                        .map(k -> GAP * (narrowing ? L + 2 - k : k) + in.between(0, GAP - 1))
                        .toArray();
                return new Case(in, n, in.between(1, L - 1), m);
            }

            /** Its last layer. */
            Case last() {
                return new Case(in, n, n.length - 1, m);
            }

            private Dense layer() {
                Dense layer = new Dense(n[l - 1], n[l]);
                layer.initialize(l, new Random(1));
                layer.forward(Matrix.ones(n[l - 1], m));
                return layer;
            }

            void requireW(ShapesOfLayer f) {
                Matrix W = layer().W();
                Expectation wanted = expect("W[" + l + "]", W)
                        .mistake("likeZ", () -> Matrix.ones(n[l], m))
                        .mistake("likeX", () -> Matrix.ones(n[l - 1], m))
                        .mistake("nextLayer", () -> Matrix.ones(n[l + 1], n[l]))
                        .mistake("layerBefore", () -> Matrix.ones(n[l - 1], n[l - 2]))
                        .mistake("square", () -> Matrix.ones(n[l], n[l]));
                compare(wanted, "W", W, f.of(n, l, m).W());
            }

            void requireBAndZ(ShapesOfLayer f) {
                LayerShapes got = f.of(n, l, m);
                Dense layer = layer();
                Expectation b = expect("b[" + l + "]", layer.b())
                        .mistake("repeated", () -> Matrix.ones(n[l], m))
                        .mistake("senders", () -> Matrix.ones(n[l - 1], 1))
                        .mistake("nextLayer", () -> Matrix.ones(n[l + 1], 1));
                compare(b, "b", layer.b(), got.b());
                Expectation Z = expect("Z[" + l + "]", layer.Z())
                        .mistake("senders", () -> Matrix.ones(n[l - 1], m))
                        .mistake("nextLayer", () -> Matrix.ones(n[l + 1], m))
                        .mistake("likeW", () -> Matrix.ones(n[l], n[l - 1]))
                        .mistake("likeB", () -> Matrix.ones(n[l], 1));
                compare(Z, "Z", layer.Z(), got.Z());
            }

            void requireDA(ShapesOfLayer f) {
                Matrix dA = layer().backward(Matrix.ones(n[l], m));
                Expectation wanted = expect("dA[" + (l - 1) + "]", dA)
                        .mistake("receivers", () -> Matrix.ones(n[l], m))
                        .mistake("nextLayer", () -> Matrix.ones(n[l], m))
                        .mistake("likeW", () -> Matrix.ones(n[l], n[l - 1]))
                        .mistake("likeWTransposed", () -> Matrix.ones(n[l - 1], n[l]))
                        .mistake("twoBack", () -> Matrix.ones(n[l - 2], m));
                compare(wanted, "dA", dA, f.of(n, l, m).dA());
            }

            private Expectation expect(String what, Matrix M) {
                return in.expectShape(what, M.rows(), M.cols());
            }

            /** A shape is shown as a matrix of that shape, which the messages know how to name. */
            private void compare(Expectation wanted, String name, Matrix M, int... shape) {
                boolean two = shape != null && shape.length == 2;
                boolean small = two && 0 <= Math.min(shape[0], shape[1]) && Math.max(shape[0], shape[1]) <= SMALL;
                Expectation numbers = in.expect(name, M.rows(), M.cols()).namedOnly();
                if (!small) {
                    numbers.is(shape);
                }
                wanted.is(Matrix.ones(shape[0], shape[1]));
                numbers.is(shape); // here the shape is the value
            }
        }
    }
}
