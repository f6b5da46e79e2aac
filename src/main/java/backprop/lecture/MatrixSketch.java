package backprop.lecture;

import static java.util.stream.Collectors.joining;

import backprop.matrix.Matrix;
import backprop.matrix.Numbers;
import backprop.matrix.Shape;
import backprop.plot.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A matrix in brackets, its numbers with four significant digits at most, and frames round what a lecture points at.
 * Of more than 12 rows or columns the first 4 and the last 4 are drawn. A sketch never changes: each method gives a new
 * one.
 *
 * <pre>{@code MatrixSketch.of(W).titled("W[1] (4, 3)").row(1, "the weights of node 1").figure()}</pre>
 */
public final class MatrixSketch {
    private static final int MOST = 12;
    private static final int ENDS = 4;
    private static final int HIGH = 36;

    /** Round row i (j is 0), column j (i is 0) or entry (i, j), all from 1. */
    private record Frame(int i, int j, String text) {
        String what() {
            return j == 0 ? "row " + i : i == 0 ? "column " + j : "entry (" + i + ", " + j + ")";
        }
    }

    private final Matrix M;
    private final String title;
    private final List<Frame> frames;
    private final int[] rows;
    private final int[] columns;

    private MatrixSketch(Matrix M, String title, List<Frame> frames) {
        this.M = M;
        this.title = title;
        this.frames = frames;
        rows = Canvas.shown(M.rows(), MOST, ENDS);
        columns = Canvas.shown(M.cols(), MOST, ENDS);
    }

    /**
     * {@return the sketch of a matrix}
     *
     * @param M the matrix, of any shape; it is copied
     */
    public static MatrixSketch of(Matrix M) {
        return new MatrixSketch(
                Shape.require("MatrixSketch", "M", M, Shape.ANY, Shape.ANY).copy(), "", List.of());
    }

    /**
     * {@return the sketch with a title over it}
     *
     * @param text such as {@code "W[1] (4, 3)"}
     */
    public MatrixSketch titled(String text) {
        return new MatrixSketch(M, Canvas.said("MatrixSketch: titled", text), frames);
    }

    /**
     * {@return the sketch with a row framed}
     *
     * @param i the row, from 1, as the notation counts
     * @param text what it is
     */
    public MatrixSketch row(int i, String text) {
        place("row", i, M.rows(), rows);
        return framed(new Frame(i, 0, Canvas.said("MatrixSketch: row", text)));
    }

    /**
     * {@return the sketch with a column framed}
     *
     * @param j the column, from 1, as the notation counts
     * @param text what it is
     */
    public MatrixSketch column(int j, String text) {
        place("column", j, M.cols(), columns);
        return framed(new Frame(0, j, Canvas.said("MatrixSketch: column", text)));
    }

    /**
     * {@return the sketch with an entry framed}
     *
     * @param i its row, from 1, as the notation counts
     * @param j its column, from 1
     * @param text what it is
     */
    public MatrixSketch entry(int i, int j, String text) {
        place("entry", i, M.rows(), rows);
        place("entry", j, M.cols(), columns);
        return framed(new Frame(i, j, Canvas.said("MatrixSketch: entry", text)));
    }

    /** {@return the drawing, with all that it shows as its text alternative} */
    public Figure figure() {
        Canvas canvas = new Canvas();
        int cell = 22
                + Arrays.stream(rows)
                        .mapToObj(i ->
                                Arrays.stream(columns).mapToObj(j -> text(i, j)).toList())
                        .mapToInt(Canvas::widest)
                        .max()
                        .orElse(0);
        int wide = cell * columns.length;
        int high = HIGH * rows.length;
        List<Frame> over = frames.stream().filter(frame -> frame.i() == 0).toList();
        List<Frame> beneath =
                frames.stream().filter(frame -> frame.i() > 0 && frame.j() > 0).toList();
        int right = Canvas.widest(
                frames.stream().filter(frame -> frame.j() == 0).map(Frame::text).toList());
        int left = 28;
        for (Frame frame : over) { // its caption stands over the middle of its column
            int middle = cell * at(columns, frame.j()) + cell / 2;
            left = Math.max(left, Canvas.width(frame.text()) / 2 + 12 - middle);
            right = Math.max(right, Canvas.width(frame.text()) / 2 + middle - wide);
        }
        int head = Canvas.width(title) * 11 / 10;
        left = Math.max(left, (head - wide) / 2 + 12);
        right = Math.max(right, (head - wide) / 2);
        int most = Canvas.widest(beneath.stream().map(Frame::text).toList()) + 56; // with its sample
        int top = (title.isEmpty() ? 16 : 46) + 26 * over.size() + (over.isEmpty() ? 0 : 8);
        int bottom = top + high;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                canvas.text(left + cell * j + cell / 2, top + HIGH * i + 24, "", text(rows[i], columns[j]));
            }
        }
        canvas.text(left + wide / 2, 28, "bold", title);
        String bracket = "<path d='M%s %sh%sV%sh%s' class='bracket'/>";
        canvas.add(bracket, left, top - 3, -8, bottom + 3, 8);
        canvas.add(bracket, left + wide, top - 3, 8, bottom + 3, -8);
        int upper = top - 16 - 26 * over.size();
        int lower = bottom + 12;
        for (int f = 0; f < frames.size(); f++) {
            Frame frame = frames.get(f);
            int in = frame.j() == 0 ? 2 : frame.i() == 0 ? 5 : 8;
            int x = left + (frame.j() == 0 ? 0 : cell * at(columns, frame.j())) + in;
            int y = top + (frame.i() == 0 ? 0 : HIGH * at(rows, frame.i())) + Math.min(in, 5);
            int width = (frame.j() == 0 ? wide : cell) - 2 * in;
            int height = (frame.i() == 0 ? high : HIGH) - 2 * Math.min(in, 5);
            box(canvas, x, y, width, height, f);
            String look = "text" + f % 4;
            if (frame.j() == 0) {
                canvas.text(left + wide + 18, y + 22, "start " + look, frame.text());
            } else if (frame.i() == 0) {
                upper += 26;
                canvas.add("<path d='M%s %sV%s' class='frame frame%s'/>", x + width / 2, upper + 6, y, f % 4);
                canvas.plate(x + width / 2, upper, look, frame.text());
            } else {
                box(canvas, left, lower, 28, 18, f);
                canvas.text(left + 38, lower + 15, "start " + look, frame.text());
                lower += 28;
            }
        }
        return canvas.figure(
                left + Math.max(wide + right + 30, most), beneath.isEmpty() ? bottom + 18 : lower + 4, alt());
    }

    private List<String> alt() {
        String numbers = Arrays.stream(rows)
                .mapToObj(i -> i == 0
                        ? "…"
                        : Arrays.stream(columns).mapToObj(j -> text(i, j)).collect(joining(", ", "[", "]")))
                .collect(joining(", "));
        List<String> alt = new ArrayList<>();
        alt.add("Matrix " + (title.isEmpty() ? "" : title + " ") + "of shape " + M.shape() + ", row by row: "
                + numbers);
        frames.forEach(frame -> alt.add(frame.what() + " framed: " + frame.text()));
        return alt;
    }

    private static void box(Canvas canvas, int x, int y, int wide, int high, int f) {
        canvas.add(
                "<rect x='%s' y='%s' width='%s' height='%s' rx='5' class='frame frame%s'/>", x, y, wide, high, f % 4);
    }

    /** Returns the text of a cell. Row 0 or column 0 stands for those that are left out. */
    private String text(int i, int j) {
        return i == 0 ? (j == 0 ? "⋱" : "⋮") : j == 0 ? "…" : Numbers.significant(M.get(i - 1, j - 1), 4);
    }

    private static int at(int[] shown, int i) {
        return IntStream.range(0, shown.length)
                .filter(place -> shown[place] == i)
                .findFirst()
                .orElseThrow();
    }

    private static void place(String what, int i, int n, int[] shown) {
        Canvas.require(i >= 1 && i <= n, "MatrixSketch: %s must count from 1 to %s, got %s", what, n, i);
        Canvas.require(
                Arrays.stream(shown).anyMatch(drawn -> drawn == i),
                "MatrixSketch: %s must be one that is drawn, 1 to %s or %s to %s, got %s",
                what,
                ENDS,
                n - ENDS + 1,
                n,
                i);
    }

    private MatrixSketch framed(Frame frame) {
        Canvas.require(
                frames.stream().noneMatch(other -> other.what().equals(frame.what())),
                "MatrixSketch: %s must be framed once, got a second frame",
                frame.what());
        return new MatrixSketch(
                M, title, Stream.concat(frames.stream(), Stream.of(frame)).toList());
    }
}
