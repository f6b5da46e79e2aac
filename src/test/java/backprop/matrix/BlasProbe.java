package backprop.matrix;

/** Prints which BLAS is in use and two entries of a product, for a test in a JVM of its own. */
public final class BlasProbe {
    private BlasProbe() {}

    /** Prints one line. */
    public static void main(String[] args) {
        Matrix A = Matrix.of(new double[][] {{1, 2}, {3, 4}});
        Matrix B = Matrix.of(new double[][] {{10, 30, 50}, {20, 50, 45}});
        Matrix C = A.mult(B);
        System.out.println(Blas.describe() + " " + (long) C.get(0, 1) + " " + (long) C.get(1, 2));
    }
}
