package backprop.notebook;

import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** A Tablesaw table as an HTML table: its name and size as the caption, its first rows. */
final class TableHtml {
  private static final int MOST_ROWS = 10;
  private static final String CELL = "style=\"text-align:right;padding:2px 10px\"";

  private TableHtml() {}

  /** The table, shortened after ten rows. */
  static String of(Table table) {
    StringBuilder html = new StringBuilder(
        "<div style=\"overflow-x:auto\"><table><caption style=\"text-align:left;white-space:nowrap\">")
        .append(Html.escape(table.name())).append(": ").append(table.rowCount()).append(" rows, ")
        .append(table.columnCount()).append(" columns</caption><thead><tr>");
    table.columnNames().forEach(name -> html.append("<th scope=\"col\" " + CELL + ">" + Html.escape(name) + "</th>"));
    html.append("</tr></thead><tbody>");
    IntStream.range(0, Math.min(MOST_ROWS, table.rowCount())).forEach(i -> html.append(row(table, i)));
    if (table.rowCount() > MOST_ROWS) {
      html.append("<tr>" + ("<td " + CELL + ">…</td>").repeat(table.columnCount()) + "</tr>");
    }
    return html.append("</tbody></table></div>").toString();
  }

  private static String row(Table table, int i) {
    StringBuilder html = new StringBuilder("<tr>");
    for (int j = 0; j < table.columnCount(); j++) {
      html.append("<td " + CELL + ">" + Html.escape(table.getString(i, j)) + "</td>");
    }
    return html.append("</tr>").toString();
  }
}
