package backprop.exercise.backward;

import backprop.exercise.Calls;
import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.InputGenerator;
import backprop.exercise.Score;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;
import java.util.stream.IntStream;

/** The contract: the largest relative error of all dW[l] and db[l] against central differences of J. */
@Exercise
@FunctionalInterface
public interface WorstError {
    /**
     * A gradient check of a whole network, with h = 1e-5.
     *
     * @param W weights, W[l] (n[l], n[l-1]); W[0] is null, and so L = W.length − 1
     * @param b biases, b[l] (n[l], 1); b[0] is null
     * @param d the gradients that are to be judged
     * @param J the cost
     * @return the largest of the 2L relative errors
     */
    double of(Matrix[] W, Matrix[] b, Gradients d, CostOfParameters J);

    /** The truth is planted: a gradient c times too large has the relative error (c − 1) / (c + 1). */
    @ExerciseTests
    final class Tests {
        @ExerciseTest(order = 1)
        void right(WorstError f, TestCases cases) {
            cases.each(in -> drawn(in).requireNone(f));
        }

        @ExerciseTest(order = 2)
        void oneWrong(WorstError f, TestCases cases) {
            cases.each(in -> drawn(in).requireFound(f));
        }

        @ExerciseTest(order = 3)
        void worst(WorstError f, TestCases cases) {
            cases.each(in -> drawn(in).requireWorst(f));
        }

        @ExerciseTest(order = 4)
        void argumentsStay(WorstError f, TestCases cases) {
            cases.untouched(in -> {
                Case drawn = drawn(in);
                drawn.got(f, drawn.right(), in.calls("J"));
            });
        }

        /** Three layers, or two. */
        private static Case drawn(InputGenerator in) {
            return in.between(0, 1) == 0 ? Case.drawn(in, 2, 3, 2, 2) : Case.drawn(in, 3, 2, 3);
        }

        /**
         * Parameters with the cost J = Σ u w² / 2 + Σ v e^b, where u and v are a layer's; the gradients are u W and v e^b. One
         * that is c times too large has the relative error (c − 1) / (c + 1).
         *
         * @param in where it comes from
         * @param W weights, W[0] null
         * @param b biases, b[0] null
         * @param u what W[l] costs, from place 1
         * @param v what b[l] costs, from place 1
         */
        @SuppressWarnings("ArrayRecordComponent") // not compared
        record Case(InputGenerator in, Matrix[] W, Matrix[] b, double[] u, double[] v) {
            private static final double NEAR = 1e-6;
            private static final double VAGUE = 1e-2;
            private static final double SLIGHT = 1.5;

            static Case drawn(InputGenerator in, int... n) {
                Matrix[] W = new Matrix[n.length];
                Matrix[] b = new Matrix[n.length];
                double[] u = new double[n.length];
                double[] v = new double[n.length];
                for (int l = 1; l < n.length; l++) {
                    W[l] = in.matrix(n[l], n[l - 1]).map(w -> w + Math.signum(w)); // none so small that rounding rules
                    b[l] = in.matrix(n[l], 1).map(Math::tanh);
                    u[l] = halves(in, 2, 6);
                    v[l] = halves(in, 2, 6);
                }
                return new Case(in, W, b, u, v);
            }

            /** So many halves, drawn. */
            private static double halves(InputGenerator in, int fewest, int most) {
                return in.between(fewest, most) / 2.0;
            }

            int L() {
                return W.length - 1;
            }

            private double cost(Matrix[] weights, Matrix[] biases) {
                double sum = 0;
                for (int l = 1; l <= L(); l++) {
                    sum += u[l] * weights[l].map(w -> w * w / 2).sum()
                            + v[l] * biases[l].map(Math::exp).sum();
                }
                return sum;
            }

            Gradients right() {
                Matrix[] dW = new Matrix[L() + 1];
                Matrix[] db = new Matrix[L() + 1];
                for (int l = 1; l <= L(); l++) {
                    dW[l] = W[l].times(u[l]);
                    db[l] = b[l].map(Math::exp).times(v[l]);
                }
                return new Gradients(dW, db);
            }

            void requireNone(WorstError f) {
                Calls calls = in.calls("J");
                double got = got(f, right(), calls);
                in.expect("The error of right gradients", 0)
                        .within(NEAR)
                        .mistake("imprecise", () -> vague(0, got))
                        .mistake("unmoved", () -> 1)
                        .is(got);
                calls.requireAtLeast(entriesOfSmallestLayer()); // a layer that is left out costs another test
            }

            /** Each dW[l] and db[l] in its turn is some times too large. */
            void requireFound(WorstError f) {
                Calls calls = in.calls("J");
                for (int l = 1; l <= L(); l++) {
                    Gradients weights = right();
                    double ofW = halves(in, 4, 12);
                    weights.dW()[l] = weights.dW()[l].times(ofW);
                    requireFound(f, weights, "dW[" + l + "]", ofW, "layerNotFound", 0, calls);
                    Gradients biases = right();
                    double ofB = halves(in, 4, 12);
                    biases.db()[l] = biases.db()[l].times(ofB);
                    requireFound(f, biases, "db[" + l + "]", ofB, "biasNotFound", l == L() ? 1 : 0, calls);
                }
                calls.requireAtLeast(2 * L() * entries());
            }

            private void requireFound(
                    WorstError f, Gradients d, String hit, double c, String notFound, int last, Calls calls) {
                double error = error(c);
                double got = got(f, d, calls);
                in.expect("The worst error, with " + hit + " " + Score.number(c) + " times too large,", error)
                        .within(NEAR)
                        .mistake(notFound, () -> got < NEAR ? got : null)
                        .mistake("last", () -> last * error)
                        .mistake("unmoved", () -> 1)
                        .mistake("mean", () -> error / L())
                        .mistake("imprecise", () -> vague(error, got))
                        .mistake("meanOfAll", () -> error / (2 * L()))
                        .mistake("together", () -> together(d))
                        .is(got);
            }

            /** All are wrong, one dW[l] the most, which is not the last that is compared. */
            void requireWorst(WorstError f) {
                Gradients d = right();
                int most = in.between(1, L() - 1);
                double largest = halves(in, 6, 12);
                double sum = 0;
                for (int l = 1; l <= L(); l++) {
                    double c = l == most ? largest : 2;
                    d.dW()[l] = d.dW()[l].times(c);
                    d.db()[l] = d.db()[l].times(SLIGHT);
                    sum += error(c) + error(SLIGHT);
                }
                double all = sum;
                Calls calls = in.calls("J");
                double got = got(f, d, calls);
                double worst = error(largest);
                in.expect("The worst error, with all gradients wrong,", worst)
                        .within(NEAR)
                        .mistake("imprecise", () -> vague(worst, got))
                        .mistake("unmoved", () -> 1)
                        .mistake("last", () -> error(SLIGHT))
                        .mistake("sum", () -> all)
                        .mistake("meanOfAll", () -> all / (2 * L()))
                        .mistake("together", () -> together(d))
                        .is(got);
                calls.requireAtLeast(entriesOfSmallestLayer());
            }

            /** Nearly right, as with a step that is too large or too small. */
            private static Double vague(double truth, double got) {
                return Math.abs(got - truth) < VAGUE ? got : null;
            }

            double got(WorstError f, Gradients d, Calls calls) {
                return f.of(W, b, d, (weights, biases) -> calls.counted(cost(weights, biases)));
            }

            private int entries() {
                return IntStream.rangeClosed(1, L())
                        .map(l -> W[l].rows() * W[l].cols() + b[l].rows())
                        .sum();
            }

            private int entriesOfSmallestLayer() {
                return IntStream.rangeClosed(1, L())
                        .map(l -> W[l].rows() * W[l].cols())
                        .min()
                        .orElseThrow();
            }

            private static double error(double c) {
                return (c - 1) / (c + 1);
            }

            /** The error of all numbers in one long column. */
            private double together(Gradients d) {
                Gradients right = right();
                double distance = 0;
                double given = 0;
                double wanted = 0;
                for (int l = 1; l <= L(); l++) {
                    distance += square(d.dW()[l].minus(right.dW()[l])) + square(d.db()[l].minus(right.db()[l]));
                    given += square(d.dW()[l]) + square(d.db()[l]);
                    wanted += square(right.dW()[l]) + square(right.db()[l]);
                }
                return Math.sqrt(distance) / (Math.sqrt(given) + Math.sqrt(wanted));
            }

            private static double square(Matrix M) {
                return M.hadamard(M).sum();
            }
        }
    }
}
