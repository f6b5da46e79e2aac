package backprop.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A matrix as text: its shape, then its entries with four significant digits, aligned; long ones are shortened with …
 * in the middle.
 */
final class MatrixText {
    private static final int MOST = 10;
    private static final int GAP = -1;

    private MatrixText() {}

    /** The text of M: a line with the shape, then a line a row. */
    static String of(Matrix M) {
        List<List<String>> cells = cells(M);
        int width = cells.stream()
                .flatMap(List::stream)
                .mapToInt(String::length)
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder("Matrix ").append(M.shape());
        for (List<String> row : cells) {
            text.append('\n');
            for (String cell : row) {
                text.append("  ").append(" ".repeat(width - cell.length())).append(cell);
            }
        }
        return text.toString();
    }

    /** The entries as text, at most ten rows and columns; … stands for what is left out. */
    static List<List<String>> cells(Matrix M) {
        int[] rows = shortened(M.rows());
        int[] cols = shortened(M.cols());
        List<List<String>> cells = new ArrayList<>();
        for (int i : rows) {
            List<String> row = new ArrayList<>();
            for (int j : cols) {
                row.add(i == GAP || j == GAP ? "…" : Numbers.entry(M.get(i, j)));
            }
            cells.add(row);
        }
        return cells;
    }

    private static int[] shortened(int size) {
        int half = MOST / 2;
        IntStream places = IntStream.range(0, Math.min(size, MOST + 1));
        return places.map(k -> size <= MOST || k < half ? k : k == half ? GAP : k + size - MOST - 1)
                .toArray();
    }
}
