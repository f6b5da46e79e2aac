package backprop.layer;

import backprop.matrix.Matrix;
import java.util.Objects;

/**
 * Windows of f × f pixels that slide over images, s apart, with p zeros around: A (C H W, m) becomes P, which has a
 * column for each window.
 */
final class Patches {
    /** How many channels a window covers. This decides the order of the pixels in P. */
    enum Reach {
        /** All C channels: row (c, u, v) of P has pixel (u, v) of channel c. P is (C f f, Hout Wout m). */
        ALL_CHANNELS,
        /**
         * One channel each: row (u, v) of P has pixel (u, v), and the columns of a channel stand together. P is (f f, C
         * Hout Wout m).
         */
        ONE_CHANNEL;

        /** The number of channels in a window. */
        int depth(Volume in) {
            return this == ALL_CHANNELS ? in.channels() : 1;
        }

        /** The channel c of one of the C · area rows, which count through channels and pixels. */
        int channel(int row, int area, Volume in) {
            return this == ALL_CHANNELS ? row / area : row % in.channels();
        }

        /** The place of its pixel in the window, u f + v. */
        int offset(int row, int area, Volume in) {
            return this == ALL_CHANNELS ? row % area : row / in.channels();
        }
    }

    final Volume out;
    final ShapeContract shapes;
    final int rows;
    private final Volume in;
    private final int[] pixels;

    /** An output has ⌊(n + 2p − f) / s⌋ + 1 rows or columns. Source: note 003, convolution. */
    Patches(String kind, Volume in, int filters, Reach reach, int f, int s, int p) {
        Objects.requireNonNull(in, kind + ": the input's volume must not be null");
        boolean pools = reach == Reach.ONE_CHANNEL;
        require(kind, "the number of filters must be at least 1", filters, pools || filters >= 1);
        require(kind, "the stride must be at least 1", s, s >= 1);
        require(kind, "the padding must be at least 0", p, p >= 0);
        int most = Integer.MAX_VALUE / 4 - Math.max(in.height(), in.width());
        require(kind, "the padding must be at most " + most, p, p <= most);
        int largest = Math.min(in.height(), in.width()) + 2 * p;
        String sizes = "the window must be 1 to " + largest + " on " + in + " and its padding";
        require(kind, sizes, f, 1 <= f && f <= largest);
        int height = (in.height() + 2 * p - f) / s + 1;
        int width = (in.width() + 2 * p - f) / s + 1;
        int area = f * f;
        this.in = in;
        out = new Volume(pools ? in.channels() : filters, height, width);
        shapes = new ShapeContract(kind, in + "→" + out, in.size(), out.size());
        rows = area * reach.depth(in);
        pixels = new int[in.channels() * area * height * width];
        int k = 0;
        for (int row = 0; row < in.channels() * area; row++) {
            int c = reach.channel(row, area, in);
            int uv = reach.offset(row, area, in);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    pixels[k] = pixel(c, y * s + uv / f - p, x * s + uv % f - p);
                    k++;
                }
            }
        }
    }

    private static void require(String kind, String rule, int value, boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("%s: %s, got %s".formatted(kind, rule, value));
        }
    }

    /** Returns the row of A that holds pixel (y, x) of channel c, or −1 for a pixel of the padding. */
    private int pixel(int c, int y, int x) {
        boolean inside = 0 <= y && y < in.height() && 0 <= x && x < in.width();
        return inside ? (c * in.height() + y) * in.width() + x : -1;
    }

    /** P from A, laid out as {@link Reach} says. */
    Matrix of(Matrix A) {
        return A.rowsPadded(pixels).reshape(rows, pixels.length / rows * A.cols());
    }

    /** dA from dP: each pixel's sum over the windows that it is in. */
    Matrix back(Matrix dP, int m) {
        Matrix dA = Matrix.zeros(in.size(), m);
        dA.addRowsPadded(dP.reshape(pixels.length, m), pixels);
        return dA;
    }
}
