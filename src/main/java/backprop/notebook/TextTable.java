package backprop.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A small table of texts, as the magics give it.
 *
 * @param caption what it tells
 * @param head the names of the columns
 * @param rows the texts, as many in each row as there are columns
 */
record TextTable(String caption, List<String> head, List<List<String>> rows) {
    Rendering rendering() {
        return new Rendering(text(), html());
    }

    private String text() {
        List<List<String>> lines = new ArrayList<>(List.of(head));
        lines.addAll(rows);
        int[] widths = IntStream.range(0, head.size())
                .map(j -> lines.stream()
                        .mapToInt(line -> line.get(j).length())
                        .max()
                        .orElse(0))
                .toArray();
        return caption + "\n"
                + lines.stream().map(line -> aligned(line, widths)).collect(Collectors.joining("\n"));
    }

    private static String aligned(List<String> line, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(j -> line.get(j) + " ".repeat(widths[j] - line.get(j).length()))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private String html() {
        String heads = head.stream()
                .map(name -> Html.head("col", "left", Html.escape(name)))
                .collect(Collectors.joining());
        String body = rows.stream().map(TextTable::row).collect(Collectors.joining());
        return Html.table(caption, "<thead>" + Html.row(heads) + "</thead><tbody>" + body + "</tbody>");
    }

    /** Writes a row whose first text is its head. */
    private static String row(List<String> texts) {
        return Html.row(Html.head("row", "left", Html.escape(texts.get(0)))
                + texts.stream().skip(1).map(Html::words).collect(Collectors.joining()));
    }
}
