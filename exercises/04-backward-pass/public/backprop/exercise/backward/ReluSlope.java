package backprop.exercise.backward;

import backprop.matrix.Matrix;

/** The slope of max(0, z), measured: a difference quotient that keeps to z's own side of the kink is exact. */
final class ReluSlope {
    private ReluSlope() {}

    static Matrix of(Matrix Z) {
        return Z.map(ReluSlope::at);
    }

    /** Between z/2 and 3z/2; at 0, where the slope is 1 by convention, to the right. */
    private static double at(double z) {
        double h = z == 0 ? 1 : Math.abs(z) / 2;
        double from = z == 0 ? 0 : z - h;
        return (Math.max(0, z + h) - Math.max(0, from)) / (z + h - from);
    }
}
