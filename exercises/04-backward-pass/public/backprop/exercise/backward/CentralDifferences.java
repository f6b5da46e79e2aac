package backprop.exercise.backward;

import backprop.exercise.Calls;
import backprop.exercise.Exercise;
import backprop.exercise.ExerciseTest;
import backprop.exercise.ExerciseTests;
import backprop.exercise.InputGenerator;
import backprop.exercise.TestCases;
import backprop.matrix.Matrix;
import java.util.function.ToDoubleFunction;

/** The contract: entry (i, j) of the result is (J(W with w + h) − J(W with w − h)) / 2h for w = W.get(i, j). */
@Exercise
@FunctionalInterface
public interface CentralDifferences {
    /**
     * The slopes of a cost in each entry of a matrix, measured. In the end W holds the numbers it held before.
     *
     * @param J a cost that depends on W
     * @param W where to measure (n, n₋)
     * @param h the step, positive
     * @return the slopes (n, n₋)
     */
    Matrix of(ToDoubleFunction<Matrix> J, Matrix W, double h);

    /** The truth: of a linear cost its factors, of an exponential a hyperbolic sine. */
    @ExerciseTests
    final class Tests {
        private static final double H = 0.1;
        private static final double TENTH = H / 10;
        private static final double BY_A_HUNDRED = 0.05;

        @ExerciseTest(order = 1)
        void plane(CentralDifferences f, TestCases cases) {
            cases.each(in -> {
                Case drawn = drawn(in);
                Matrix C = drawn.C();
                Calls calls = in.calls("J");
                Matrix together = Matrix.generate(C.rows(), C.cols(), (i, j) -> C.sum());
                in.expect("N", C)
                        .mistake("together", () -> together)
                        .mistake("notHalved", () -> C.times(2))
                        .mistake("undivided", () -> C.times(2 * H))
                        .mistake("onlyHalved", () -> C.times(H))
                        .mistake("precedence", () -> C.times(H * H))
                        .mistake("halfStep", () -> C.divide(2))
                        .mistake("oneMatrix", () -> C.times(0))
                        .is(drawn.of(f, drawn::exponent, calls));
                drawn.requireMeasured(calls);
            });
        }

        @ExerciseTest(order = 2)
        void curved(CentralDifferences f, TestCases cases) {
            cases.each(in -> drawn(in).require(f));
        }

        @ExerciseTest(order = 3)
        void errorShrinks(CentralDifferences f, TestCases cases) {
            cases.each(in -> {
                Case rough = drawn(in);
                Case fine = rough.withStep(TENTH);
                double ratio = rough.error(rough.truth()) / fine.error(fine.truth());
                Calls calls = in.calls("J");
                Calls callsOfFine = in.calls("J");
                Matrix roughly = rough.got(f, calls);
                Matrix finely = fine.got(f, callsOfFine);
                double got = rough.error(roughly) / fine.error(finely);
                in.expect("The error with h = 0.1 over the error with h = 0.01", ratio)
                        .within(BY_A_HUNDRED)
                        .mistake("linear", () -> rough.error(rough.oneSided(H)) / fine.error(fine.oneSided(TENTH)))
                        .mistake("notSmaller", () -> got < 2 ? got : null)
                        .alsoRight(() -> rough.isFivePoint(roughly) && fine.isFivePoint(finely) ? got : null)
                        .is(got);
                rough.requireMeasured(calls);
                fine.requireMeasured(callsOfFine);
            });
        }

        @ExerciseTest(order = 4)
        void argumentsStay(CentralDifferences f, TestCases cases) {
            cases.untouched(in -> drawn(in).got(f, in.calls("J")));
        }

        private static Case drawn(InputGenerator in) {
            return Case.drawn(in, in.between(2, 3), in.between(4, 5), H);
        }

        /**
         * J(W) = e^(Σ c w), whose central difference in an entry is J sinh(c h) / h to the last bit, for any step.
         *
         * @param in where it comes from
         * @param C the factors c (n, n₋)
         * @param W where to measure (n, n₋)
         * @param h the step
         */
        record Case(InputGenerator in, Matrix C, Matrix W, double h) {
            private static final double SMALL = 0.3;
            private static final double ROUNDING = 1e-9;

            static Case drawn(InputGenerator in, int n, int before, double h) {
                return new Case(in, in.matrix(n, before).times(SMALL), in.matrix(n, before), h);
            }

            double exponent(Matrix M) {
                double sum = 0;
                for (int i = 0; i < C.rows(); i++) {
                    for (int j = 0; j < C.cols(); j++) {
                        sum += C.get(i, j) * M.get(i, j);
                    }
                }
                return sum;
            }

            double J(Matrix M) {
                return Math.exp(exponent(M));
            }

            Matrix truth() {
                return C.map(c -> J(W) * Math.sinh(c * h) / h);
            }

            void require(CentralDifferences f) {
                Calls calls = in.calls("J");
                in.expect("N", truth())
                        .alsoRight(() -> fivePoint(h))
                        .alsoRight(() -> fivePoint(h / 2))
                        .mistake("oneSided", () -> oneSided(h))
                        .mistake("oneSidedDown", () -> oneSided(-h))
                        .mistake("ownStep", () -> C.times(J(W)))
                        .mistake("undivided", () -> truth().times(2 * h))
                        .mistake("onlyHalved", () -> truth().times(h))
                        .mistake("notHalved", () -> truth().times(2))
                        .mistake("precedence", () -> truth().times(h * h))
                        .mistake("halfStep", () -> oneSided(h).divide(2))
                        .mistake("notPutBack", this::notPutBack)
                        .mistake("together", this::together)
                        .mistake("oneMatrix", () -> C.times(0))
                        .is(of(f, this::J, calls));
                requireMeasured(calls);
            }

            Matrix of(CentralDifferences f, ToDoubleFunction<Matrix> cost, Calls calls) {
                return f.of(M -> calls.counted(cost.applyAsDouble(M)), W, h);
            }

            /** One call for each entry at least: no other way measures a slope in each. */
            void requireMeasured(Calls calls) {
                calls.requireAtLeast(C.rows() * C.cols());
            }

            /**
             * (J(w − 2s) − 8 J(w − s) + 8 J(w + s) − J(w + 2s)) / 12s, the central difference of the fourth order, with the step
             * s = h, or s = h/2, which stays within h.
             */
            private Matrix fivePoint(double step) {
                return C.map(c -> J(W) * (8 * Math.sinh(c * step) - Math.sinh(2 * c * step)) / (6 * step));
            }

            /** Whether a gradient came by it. */
            boolean isFivePoint(Matrix gradient) {
                return isNear(gradient, fivePoint(h)) || isNear(gradient, fivePoint(h / 2));
            }

            private static boolean isNear(Matrix gradient, Matrix wanted) {
                return gradient.minus(wanted).maxAbs() <= ROUNDING * (1 + wanted.maxAbs());
            }

            private Matrix together() {
                double all = C.sum();
                return C.map(c -> J(W) * Math.sinh(all * h) / h);
            }

            Matrix oneSided(double step) {
                return C.map(c -> J(W) * Math.expm1(c * step) / step);
            }

            /** When each entry stays at w − h while the next ones are measured. */
            private Matrix notPutBack() {
                Matrix M = W.copy();
                return Matrix.generate(C.rows(), C.cols(), (i, j) -> {
                    double slope = J(M) * Math.sinh(C.get(i, j) * h) / h;
                    M.set(i, j, M.get(i, j) - h);
                    return slope;
                });
            }

            /** ‖gradient − truth‖ for a gradient that came with the step h. */
            double error(Matrix gradient) {
                return gradient.minus(C.times(J(W))).norm();
            }

            Case withStep(double step) {
                return new Case(in, C, W, step);
            }

            Matrix got(CentralDifferences f, Calls calls) {
                return of(f, this::J, calls);
            }
        }
    }
}
