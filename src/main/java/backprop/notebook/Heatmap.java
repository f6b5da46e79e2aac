package backprop.notebook;

import backprop.matrix.Matrix;
import backprop.matrix.Numbers;
import backprop.matrix.Shape;
import backprop.plot.Figure;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A matrix as a picture: an entry a cell, and under it the scale of their colours and where the extremes are. */
public final class Heatmap {
    private static final int LARGEST = 480;
    private static final int CELL = 24;
    private static final int LEFT = 56;
    private static final int TOP = 48;
    private static final int BAR = 180;

    private final String heading;
    private final Matrix M;
    private final ColourScale scale;
    private final List<String> words;

    private Heatmap(String heading, Matrix M) {
        this.heading = heading;
        this.M = M;
        Optional<Integer> least = finite(true).boxed().min(Comparator.comparing(this::at));
        Optional<Integer> greatest = finite(true).boxed().max(Comparator.comparing(this::at));
        scale = ColourScale.over(
                least.map(this::at).orElse(0.0), greatest.map(this::at).orElse(0.0));
        words = new ArrayList<>();
        words.add(least.map(k -> "least: " + entry(k)).orElse("no entry is finite"));
        greatest.ifPresent(k -> words.add("greatest: " + entry(k)));
        long others = finite(false).count();
        if (others > 0) {
            words.add("crossed: " + others + " not finite, the first "
                    + entry(finite(false).findFirst().orElseThrow()));
        }
    }

    /**
     * {@return a matrix as a picture; beyond 960 rows or columns, not each of them has a pixel}
     *
     * @param M any matrix
     */
    public static Figure of(Matrix M) {
        return new Heatmap(kind(M), M).figure();
    }

    /**
     * {@return the same under a title, which tells it from another beside it, in the picture as in its text}
     *
     * @param title what the matrix is, such as {@code "dW[2], all examples at once"}; not blank
     * @param M any matrix
     */
    public static Figure of(String title, Matrix M) {
        Objects.requireNonNull(title, "Heatmap: the title must not be null");
        if (title.isBlank()) {
            throw new IllegalArgumentException("Heatmap: the title must name the matrix, got a blank text");
        }
        return new Heatmap(title.strip() + ": " + kind(M), M).figure();
    }

    private static String kind(Matrix M) {
        Shape.require("Heatmap", "M", M, Shape.ANY, Shape.ANY);
        if (M.rows() == 0 || M.cols() == 0) {
            throw new IllegalArgumentException("Heatmap: M must have at least one entry, got " + M.shape());
        }
        return "Matrix " + M.shape();
    }

    /** The places of entries that are finite, or of those that are not, row by row. */
    private IntStream finite(boolean wanted) {
        return IntStream.range(0, M.rows() * M.cols()).filter(k -> Double.isFinite(at(k)) == wanted);
    }

    private double at(int k) {
        return M.get(k / M.cols(), k % M.cols());
    }

    private String entry(int k) {
        return Numbers.entry(at(k)) + " in row " + k / M.cols() + ", column " + k % M.cols();
    }

    private Figure figure() {
        int width = side(M.cols());
        int height = side(M.rows());
        int longest = Stream.concat(Stream.of(heading), words.stream())
                .mapToInt(String::length)
                .max()
                .orElseThrow();
        String alt = "Heat map of " + heading + ", " + scale.words() + "; " + String.join("; ", words) + ".";
        int right = Math.max(LEFT + Math.max(width, BAR) + 40, 12 + 8 * longest);
        return PaintedFigure.of(right, TOP + height + 66 + 18 * words.size(), alt, g -> paint(g, width, height));
    }

    /** A side's length: cells of one size where they are few. */
    private static int side(int n) {
        return Math.min(LARGEST, n * Math.max(1, Math.min(CELL, LARGEST / n)));
    }

    private void paint(Graphics2D g, int width, int height) {
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
        g.setColor(new Color(ColourScale.BLACK));
        g.setFont(font.deriveFont(Font.BOLD));
        g.drawString(heading, 12, 18);
        g.setFont(font);
        for (int j = 0; j < M.cols(); j += step(M.cols(), width)) {
            text(g, j, LEFT + (j + 0.5) * width / M.cols(), 0.5, TOP - 6);
        }
        for (int i = 0; i < M.rows(); i += step(M.rows(), height)) {
            text(g, i, LEFT - 6, 1, TOP + 5 + (i + 0.5) * height / M.rows());
        }
        cells(g, M, LEFT, TOP, width, height);
        int y = TOP + height + 14;
        cells(g, Matrix.generate(1, BAR, (i, j) -> onScale((j + 0.5) / BAR)), LEFT, y, BAR, 14);
        for (int half = 0; half <= 2; half++) {
            text(g, Numbers.entry(onScale(half / 2.0)), LEFT + half * BAR / 2.0, 0.5, y + 30);
        }
        for (int k = 0; k < words.size(); k++) {
            g.drawString(words.get(k), 12, y + 54 + 18 * k);
        }
    }

    private double onScale(double share) {
        return (1 - share) * scale.low() + share * scale.high();
    }

    /** From one number at an edge to the next: a power of ten, so that 20 pixels lie between them. */
    private static int step(int n, int side) {
        return (int) Math.pow(10, Math.ceil(Math.log10(20.0 * n / side)));
    }

    /** Text that begins (0), has its middle (0.5) or ends (1) at x. */
    private static void text(Graphics2D g, Object text, double x, double share, double y) {
        g.drawString(text.toString(), (float) (x - share * g.getFontMetrics().stringWidth(text.toString())), (float) y);
    }

    private void cells(Graphics2D g, Matrix entries, int x, int y, int width, int height) {
        g.drawImage(scale.pixels(entries, width, height), x, y, width, height, null);
        g.drawRect(x, y, width, height);
    }
}
