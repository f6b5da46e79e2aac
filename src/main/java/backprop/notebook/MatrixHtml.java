package backprop.notebook;

import backprop.matrix.Matrix;
import java.util.List;

/** A matrix as a table: its shape as the caption, entries with four significant digits. */
final class MatrixHtml {
  private MatrixHtml() {}

  /** The table. */
  static String of(Matrix M) {
    StringBuilder html = new StringBuilder("<table style=\"border-collapse:collapse;font-family:monospace\">")
        .append("<caption style=\"text-align:left;white-space:nowrap;padding:2px 0\">Matrix ")
        .append(Html.escape(M.shape())).append("</caption><tbody>");
    for (List<String> row : M.cells()) {
      html.append("<tr>");
      for (String cell : row) {
        html.append("<td style=\"text-align:right;padding:1px 8px\">").append(Html.escape(cell)).append("</td>");
      }
      html.append("</tr>");
    }
    return html.append("</tbody></table>").toString();
  }
}
