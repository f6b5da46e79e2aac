package backprop.grade.formula;

import java.util.Optional;
import java.util.regex.Pattern;

/** A text with formulas between dollar signs, as HTML: $…$ in the line, $$…$$ on a line of its own. */
public final class Formulas {
    private static final int MOST = 300; // formulas in a text
    private static final Pattern PARAGRAPH = Pattern.compile("\n[ \t]*\n");

    private final String text;
    private final StringBuilder html = new StringBuilder();
    private int at;
    private int rendered;

    private Formulas(String text) {
        this.text = text;
    }

    /**
     * Renders the formulas of a text and escapes the rest, line breaks and all.
     *
     * @param text anybody's
     * @return HTML without scripts, links and names; what is in backticks stays as it is
     */
    public static String html(String text) {
        return new Formulas(text).html();
    }

    private String html() {
        while (at < text.length()) {
            char sign = text.charAt(at);
            if (sign == '\\' && at + 1 < text.length()) {
                copy(at + 2);
            } else if (sign == '`') {
                code();
            } else if (sign == '$') {
                formula(text.startsWith("$$", at) ? "$$" : "$");
            } else {
                copy(at + 1);
            }
        }
        return html.toString();
    }

    /** What stands in backticks is code, and no formula. */
    private void code() {
        int inside = at;
        while (inside < text.length() && text.charAt(inside) == '`') {
            inside++;
        }
        int end = text.indexOf(text.substring(at, inside), inside);
        copy(end < 0 ? inside : end + inside - at);
    }

    private void formula(String mark) {
        int begin = at + mark.length();
        int end = end(mark, begin);
        Optional<String> math = end < 0 || rendered >= MOST
                ? Optional.empty()
                : TexParser.mathMl(text.substring(begin, end), mark.length() == 2);
        if (math.isEmpty()) {
            copy(end < 0 ? begin : end + mark.length());
            return;
        }
        html.append(math.get());
        rendered++;
        at = end + mark.length();
    }

    /**
     * Where a formula ends: at the next mark that is not escaped, in the same paragraph. After a dollar sign that ends a
     * formula stands no digit: that is a price.
     */
    private int end(String mark, int begin) {
        int last = Math.min(text.length() - mark.length(), begin + TexParser.LONGEST);
        for (int end = begin; end <= last; end++) {
            if (text.charAt(end) == '\\') {
                end++;
            } else if (text.startsWith(mark, end)) {
                return fits(mark, begin, end) ? end : -1;
            }
        }
        return -1;
    }

    private boolean fits(String mark, int begin, int end) {
        String inside = text.substring(begin, end);
        int next = end + mark.length();
        boolean price = mark.length() == 1 && next < text.length() && Character.isDigit(text.charAt(next));
        return !inside.isBlank() && !price && !PARAGRAPH.matcher(inside).find();
    }

    private void copy(int end) {
        MathMl.escape(text.substring(at, end), html);
        at = end;
    }
}
