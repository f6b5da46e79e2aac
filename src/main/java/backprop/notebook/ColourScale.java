package backprop.notebook;

import backprop.matrix.Matrix;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;

/**
 * Colours of numbers: around 0, blue above, vermillion and striped below, where both signs occur; else from white, the
 * least, to black. The colours are those of Okabe &amp; Ito (2008), which people with any colour vision tell apart.
 *
 * @param low the number at the scale's beginning
 * @param high the number at its end
 */
record ColourScale(double low, double high) {
    static final int BLACK = 0x1A1A1A;
    private static final int WHITE = 0xFFFFFF;
    private static final int BLUE = 0x0072B2;
    private static final int VERMILLION = 0xD55E00;

    /** The scale for numbers within bounds; its middle is 0 where they have both signs. */
    static ColourScale over(double least, double greatest) {
        double most = Math.max(-least, greatest);
        return least < 0 && greatest > 0 ? new ColourScale(-most, most) : new ColourScale(least, greatest);
    }

    private boolean signed() {
        return low < 0 && high > 0;
    }

    /** What the colours mean, in words. */
    String words() {
        return signed() ? "blue above 0, vermillion and striped below" : "the darker the greater";
    }

    /** The entries of a matrix as pixels, two for each CSS pixel; one that is not finite is crossed. */
    BufferedImage pixels(Matrix M, int width, int height) {
        BufferedImage image = new BufferedImage(2 * width, 2 * height, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < 2 * height; row++) {
            for (int col = 0; col < 2 * width; col++) {
                double i = (row + 0.5) * M.rows() / (2 * height);
                double j = (col + 0.5) * M.cols() / (2 * width);
                double entry = M.get((int) i, (int) j);
                boolean stripe = (row + col) % 8 < 3;
                image.setRGB(col, row, Double.isFinite(entry) ? colour(entry, stripe) : cross(i % 1, j % 1));
            }
        }
        return image;
    }

    private int colour(double entry, boolean stripe) {
        if (!signed()) {
            return tint(BLACK, (entry / 2 - low / 2) / Math.max(high / 2 - low / 2, Double.MIN_NORMAL));
        }
        return entry < 0 ? tint(VERMILLION, (stripe ? 0.4 : 1) * entry / low) : tint(BLUE, entry / high);
    }

    /** Black on the diagonals of a cell, else white. */
    private static int cross(double i, double j) {
        return Math.abs(Math.abs(i - 0.5) - Math.abs(j - 0.5)) < 0.08 ? BLACK : WHITE;
    }

    /** A shade between white (0) and a colour (1). */
    private static int tint(int colour, double share) {
        return IntStream.of(0, 8, 16)
                .map(at -> (int) Math.round(255 - share * (255 - (colour >> at & 255))) << at)
                .sum();
    }
}
