package backprop.notebook;

import backprop.plot.Figure;
import backprop.plot.Markup;
import java.util.List;

/**
 * Pieces of HTML with inline styles, which need no trust, no script and no style sheet. They take their colours from
 * the page, light or dark.
 */
final class Html {
    private static final String CELL = "style=\"text-align:%s;padding:2px 8px;white-space:nowrap;font-family:%s\"";

    private Html() {}

    /** Text for between tags or inside a quoted attribute. */
    static String escape(String text) {
        return Markup.escape(text);
    }

    /** Text as it stands, with its line breaks. */
    static String plain(String text) {
        return "<pre style=\"margin:0;white-space:pre-wrap\">" + escape(text) + "</pre>";
    }

    /** A figure with its text alternative. */
    static String image(Figure figure) {
        return "<img alt=\"%s\" width=\"%s\" height=\"%s\" style=\"%s\" src=\"%s\">"
                .formatted(
                        escape(figure.alt()),
                        figure.width(),
                        figure.height(),
                        "max-width:100%;height:auto;background:#ffffff",
                        escape(figure.src()));
    }

    /** A table of rows under a caption, as wide as it needs. */
    static String table(String caption, String rows) {
        return "<table style=\"border-collapse:collapse;margin:0\">"
                + "<caption style=\"text-align:left;white-space:nowrap;padding:2px 0;caption-side:top\">"
                + escape(caption)
                + "</caption>" + rows + "</table>";
    }

    /**
     * What may be larger than its place scrolls, by the keyboard too: in an untrusted notebook, which keeps none of
     * these attributes, browsers let it do so by themselves. What it holds must not scroll in turn.
     */
    static String region(String name, String html) {
        return "<div tabindex=\"0\" role=\"region\" aria-label=\"%s\" style=\"overflow:auto;max-height:36em\">%s</div>"
                .formatted(escape(name), html);
    }

    static String row(String cells) {
        return "<tr>" + cells + "</tr>";
    }

    /** A head of a column (scope col) or of a row (scope row). */
    static String head(String scope, String align, String html) {
        return "<th scope=\"" + scope + "\" " + CELL.formatted(align, "inherit") + ">" + html + "</th>";
    }

    static String words(String text) {
        return cell("left", "inherit", text);
    }

    /** A number, whose digits are as wide as its neighbours'. */
    static String digits(String text) {
        return cell("right", "monospace", text);
    }

    private static String cell(String align, String font, String text) {
        return "<td " + CELL.formatted(align, font) + ">" + escape(text) + "</td>";
    }

    /** Numbers of a column with spaces after them, so that right-aligned their points are in line. */
    static List<String> aligned(List<String> numbers) {
        int most = numbers.stream().mapToInt(Html::fraction).max().orElse(0);
        return numbers.stream()
                .map(number -> number + "\u00a0".repeat(most - fraction(number)))
                .toList();
    }

    private static int fraction(String number) {
        return number.contains(".") ? number.length() - number.indexOf('.') : 0;
    }
}
