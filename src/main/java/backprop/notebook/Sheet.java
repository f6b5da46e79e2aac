package backprop.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A small table of texts, as the magics give it.
 * @param caption what it tells
 * @param head the names of the columns
 * @param rows the texts, as many in each row as there are columns */
record Sheet(String caption, List<String> head, List<List<String>> rows) {
  private static final String CELL = " style=\"text-align:left;padding:2px 12px 2px 0\"";

  Rendering rendering() { return new Rendering(text(), html()); }

  private String text() {
    List<List<String>> lines = new ArrayList<>(List.of(head));
    lines.addAll(rows);
    int[] widths = IntStream.range(0, head.size())
        .map(j -> lines.stream().mapToInt(line -> line.get(j).length()).max().orElse(0)).toArray();
    return caption + "\n" + lines.stream().map(line -> aligned(line, widths)).collect(Collectors.joining("\n"));
  }

  private static String aligned(List<String> line, int[] widths) {
    return IntStream.range(0, widths.length).mapToObj(j -> line.get(j) + " ".repeat(widths[j] - line.get(j).length()))
        .collect(Collectors.joining("  ")).stripTrailing();
  }

  private String html() {
    return "<table><caption style=\"text-align:left;white-space:nowrap\">" + Html.escape(caption) + "</caption><thead>"
        + row("<th scope=\"col\"" + CELL + ">", head, "</th>") + "</thead><tbody>"
        + rows.stream().map(row -> row("<td" + CELL + ">", row, "</td>")).collect(Collectors.joining())
        + "</tbody></table>";
  }

  private static String row(String open, List<String> texts, String close) {
    return texts.stream().map(text -> open + Html.escape(text) + close)
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }
}
