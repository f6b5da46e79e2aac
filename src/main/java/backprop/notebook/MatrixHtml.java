package backprop.notebook;

import backprop.matrix.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A matrix as a table: its shape as the caption, entries with four significant digits, points in line. Where counting
 * would be a toil, rows and columns have their numbers, from 0.
 */
final class MatrixHtml {
    private static final int COUNTED_AT_A_GLANCE = 6;
    private static final String GAP = "…";

    private MatrixHtml() {}

    static Rendering of(Matrix M) {
        String caption = "Matrix " + M.shape();
        boolean empty = M.rows() == 0 || M.cols() == 0;
        return empty ? Renderers.text(caption + ", without entries") : new Rendering(M.toString(), of(caption, M));
    }

    /** A Java array as the matrix that it would make, under its type. */
    static Rendering of(String type, double[]... rows) {
        Matrix M = Matrix.of(rows);
        return new Rendering(M.toString().replace("Matrix " + M.shape(), type), of(type, M));
    }

    /** Whether arrays are rows of one length, and not empty. */
    static boolean isMatrix(double[]... rows) {
        return rows.length > 0
                && rows[0] != null
                && rows[0].length > 0
                && Arrays.stream(rows).allMatch(row -> row != null && row.length == rows[0].length);
    }

    private static String of(String caption, Matrix M) {
        List<List<String>> cells = M.cells();
        int rows = cells.size();
        int cols = cells.get(0).size();
        boolean numbered = Math.max(M.rows(), M.cols()) > COUNTED_AT_A_GLANCE;
        List<List<String>> columns = IntStream.range(0, cols)
                .mapToObj(
                        j -> Html.aligned(cells.stream().map(row -> row.get(j)).toList()))
                .toList();
        String head = IntStream.range(0, cols)
                .mapToObj(j -> Html.head("col", "right", place(j, cols, M.cols())))
                .collect(Collectors.joining());
        String body = IntStream.range(0, rows)
                .mapToObj(i -> Html.row((numbered ? Html.head("row", "right", place(i, rows, M.rows())) : "")
                        + columns.stream()
                                .map(column -> Html.digits(column.get(i)))
                                .collect(Collectors.joining())))
                .collect(Collectors.joining());
        String entries = "<tbody>" + body + "</tbody>";
        return numbered
                ? Html.region(
                        caption, Html.table(caption, "<thead>" + Html.row("<td></td>" + head) + "</thead>" + entries))
                : Html.table(caption, entries);
    }

    /** The number of the k-th row or column that is shown, of so many in all; … is in the middle. */
    private static String place(int k, int shown, int all) {
        int middle = shown / 2;
        if (shown == all || k < middle) {
            return Integer.toString(k);
        }
        return k == middle ? GAP : Integer.toString(k + all - shown);
    }
}
