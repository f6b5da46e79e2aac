package backprop.grade.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an environment of rows and columns looks: its brackets, and how its columns are aligned.
 *
 * @param open the bracket before it, or nothing
 * @param close the bracket behind it, or nothing
 * @param styles of the columns, over and over
 * @param display whether fractions in it are large
 */
record MatrixEnvironment(String open, String close, List<String> styles, boolean display) {
    private static final String CENTER = "text-align:center";
    private static final String LEFT = "text-align:left";
    private static final String RIGHT = "text-align:right";
    /** What is aligned at a sign: left and right of it. */
    private static final List<String> PAIR =
            List.of("text-align:right;padding-right:0", "text-align:left;padding-left:0");

    private static final Map<String, MatrixEnvironment> TABLES = Map.ofEntries(
            matrix("matrix", "", ""),
            matrix("pmatrix", "(", ")"),
            matrix("bmatrix", "[", "]"),
            matrix("Bmatrix", "{", "}"),
            matrix("vmatrix", "|", "|"),
            matrix("Vmatrix", "‖", "‖"),
            matrix("smallmatrix", "", ""),
            Map.entry("array", new MatrixEnvironment("", "", List.of(), false)),
            Map.entry("cases", new MatrixEnvironment("{", "", List.of(LEFT), false)),
            aligned("aligned"),
            aligned("align"),
            aligned("align*"),
            aligned("split"),
            aligned("eqnarray"),
            aligned("eqnarray*"),
            gathered("gathered"),
            gathered("gather"),
            gathered("gather*"),
            gathered("equation"),
            gathered("equation*"));

    /** The table of an environment, if there is one of this name. */
    static Optional<MatrixEnvironment> of(String environment) {
        return Optional.ofNullable(TABLES.get(environment));
    }

    /** What several rows of a formula are without an environment. */
    static MatrixEnvironment ofRows() {
        return new MatrixEnvironment("", "", PAIR, true);
    }

    /** An array with the columns of its argument, such as lcr. */
    MatrixEnvironment withColumns(String columns) {
        List<String> aligned = new ArrayList<>();
        columns.chars()
                .filter(column -> "lcr".indexOf(column) >= 0)
                .forEach(column -> aligned.add(column == 'l' ? LEFT : column == 'r' ? RIGHT : CENTER));
        return new MatrixEnvironment(open, close, aligned.isEmpty() ? List.of(CENTER) : aligned, display);
    }

    String html(List<List<String>> rows) {
        StringBuilder html = new StringBuilder(display ? "<mtable displaystyle=\"true\">" : "<mtable>");
        for (List<String> row : rows) {
            html.append("<mtr>");
            for (int i = 0; i < row.size(); i++) {
                html.append(MathMl.cell(styles.get(i % styles.size()), row.get(i)));
            }
            html.append("</mtr>");
        }
        html.append("</mtable>");
        String before = open.isEmpty() ? "" : MathMl.fence(open, "");
        String behind = close.isEmpty() ? "" : MathMl.fence(close, "");
        return MathMl.row(before + html + behind);
    }

    private static Map.Entry<String, MatrixEnvironment> matrix(String name, String open, String close) {
        return Map.entry(name, new MatrixEnvironment(open, close, List.of(CENTER), false));
    }

    private static Map.Entry<String, MatrixEnvironment> aligned(String name) {
        return Map.entry(name, new MatrixEnvironment("", "", PAIR, true));
    }

    private static Map.Entry<String, MatrixEnvironment> gathered(String name) {
        return Map.entry(name, new MatrixEnvironment("", "", List.of(CENTER), true));
    }
}
