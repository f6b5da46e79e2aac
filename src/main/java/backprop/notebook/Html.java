package backprop.notebook;

import backprop.plot.Figure;

/** Pieces of HTML with inline styles, which need no trust, no script and no style sheet. */
final class Html {
  private Html() {}

  /** Text for between tags or inside a quoted attribute. */
  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'",
        "&#39;");
  }

  /** A figure with its text alternative. */
  static String image(Figure figure) {
    return "<img alt=\"%s\" width=\"%s\" height=\"%s\" style=\"%s\" src=\"%s\">".formatted(escape(figure.alt()),
        figure.width(), figure.height(), "max-width:100%;height:auto;background:#ffffff", escape(figure.src()));
  }
}
