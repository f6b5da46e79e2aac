package backprop.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A Tablesaw table: its name and size as the caption, column types in the head, its first ten and last five rows with
 * their numbers from 0.
 */
final class TableHtml {
    private static final int FIRST_ROWS = 10;
    private static final int FIRST_COLUMNS = 20;
    private static final int LAST = 5;
    private static final int GAP = -1;
    private static final String LEFT_OUT = "…";
    private static final String MISSING = "–";

    private TableHtml() {}

    static Rendering of(Table table) {
        List<Integer> rows = places(table.rowCount(), FIRST_ROWS);
        List<List<String>> columns = new ArrayList<>(List.of(numbers(rows)));
        for (int j : places(table.columnCount(), FIRST_COLUMNS)) {
            columns.add(j == GAP ? leftOut(rows) : column(table.column(j), rows));
        }
        IntFunction<String> row =
                k -> Html.row(columns.stream().map(column -> column.get(k)).collect(Collectors.joining()));
        String body = IntStream.rangeClosed(1, rows.size()).mapToObj(row).collect(Collectors.joining());
        String html = Html.table(caption(table), "<thead>" + row.apply(0) + "</thead><tbody>" + body + "</tbody>");
        return new Rendering(table.toString(), Html.region("Table " + table.name(), html));
    }

    private static String caption(Table table) {
        int missing = table.columns().stream().mapToInt(Column::countMissing).sum();
        return table.name() + ": " + count(table.rowCount(), "row") + ", " + count(table.columnCount(), "column")
                + (missing == 0 ? "" : String.format(Locale.ROOT, ", %,d missing, shown as %s", missing, MISSING));
    }

    private static String count(int n, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", n, what, n == 1 ? "" : "s");
    }

    /** The places that are shown of so many: all, or the first and the last, and a gap between them. */
    private static List<Integer> places(int all, int first) {
        IntStream places = all <= first + LAST
                ? IntStream.range(0, all)
                : IntStream.concat(
                        IntStream.concat(IntStream.range(0, first), IntStream.of(GAP)),
                        IntStream.range(all - LAST, all));
        return places.boxed().toList();
    }

    /** A column's head, with its type, and its cells. */
    private static List<String> column(Column<?> column, List<Integer> rows) {
        boolean number = column instanceof NumericColumn;
        String type = column.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String head = Html.head(
                "col",
                number ? "right" : "left",
                Html.escape(column.name()) + "<br><span style=\"font-weight:normal\">" + Html.escape(type) + "</span>");
        List<String> texts =
                rows.stream().map(i -> i == GAP ? LEFT_OUT : text(column, i)).toList();
        Function<String, String> cell = number ? Html::digits : Html::words;
        return Stream.concat(
                        Stream.of(head),
                        (number ? Html.aligned(texts) : texts).stream().map(cell))
                .toList();
    }

    private static String text(Column<?> column, int i) {
        return column.isMissing(i) ? MISSING : column.getString(i);
    }

    private static List<String> numbers(List<Integer> rows) {
        Stream<String> numbers = rows.stream().map(i -> Html.head("row", "right", i == GAP ? LEFT_OUT : i.toString()));
        return Stream.concat(Stream.of("<td></td>"), numbers).toList();
    }

    private static List<String> leftOut(List<Integer> rows) {
        return Stream.concat(
                        Stream.of(Html.head("col", "left", LEFT_OUT)),
                        rows.stream().map(i -> Html.words(LEFT_OUT)))
                .toList();
    }
}
