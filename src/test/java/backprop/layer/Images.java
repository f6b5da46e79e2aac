package backprop.layer;

import backprop.matrix.Matrix;

/** Images as other libraries hold them, and convolution and pooling in plain loops. */
final class Images {
    private Images() {}

    /** What a loop over one window of one channel makes of its pixels. */
    @FunctionalInterface
    interface Fold {
        double of(double[] pixels);
    }

    /** The pixel of channel c at (y, x) in example i; 0 around the image. */
    static double pixel(Matrix A, Volume in, int c, int y, int x, int i) {
        boolean inside = y >= 0 && y < in.height() && x >= 0 && x < in.width();
        return inside ? A.get((c * in.height() + y) * in.width() + x, i) : 0;
    }

    /** Z = W * A + b by the definition. */
    static Matrix convolve(Matrix A, Volume in, Matrix W, Matrix b, int f, int stride, int padding, Volume out) {
        Matrix Z = Matrix.zeros(out.size(), A.cols());
        for (int i = 0; i < A.cols(); i++) {
            int row = 0;
            for (int filter = 0; filter < out.channels(); filter++) {
                for (int y = 0; y < out.height(); y++) {
                    for (int x = 0; x < out.width(); x++, row++) {
                        double z = b.get(filter, 0);
                        for (int c = 0; c < in.channels(); c++) {
                            for (int u = 0; u < f; u++) {
                                for (int v = 0; v < f; v++) {
                                    z += W.get(filter, (c * f + u) * f + v)
                                            * pixel(A, in, c, y * stride + u - padding, x * stride + v - padding, i);
                                }
                            }
                        }
                        Z.set(row, i, z);
                    }
                }
            }
        }
        return Z;
    }

    /** One number for each window and channel. */
    static Matrix pool(Matrix A, Volume in, int f, int stride, Volume out, Fold fold) {
        Matrix pooled = Matrix.zeros(out.size(), A.cols());
        for (int i = 0; i < A.cols(); i++) {
            int row = 0;
            for (int c = 0; c < in.channels(); c++) {
                for (int y = 0; y < out.height(); y++) {
                    for (int x = 0; x < out.width(); x++, row++) {
                        double[] window = new double[f * f];
                        for (int uv = 0; uv < f * f; uv++) {
                            window[uv] = pixel(A, in, c, y * stride + uv / f, x * stride + uv % f, i);
                        }
                        pooled.set(row, i, fold.of(window));
                    }
                }
            }
        }
        return pooled;
    }
}
