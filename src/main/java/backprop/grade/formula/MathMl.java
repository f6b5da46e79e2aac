package backprop.grade.formula;

/** The elements of MathML that a formula is made of. Only here are tags written; all text in them is escaped. */
final class MathMl {
    private MathMl() {}

    static String math(String tex, boolean display, String body) {
        StringBuilder alternative = new StringBuilder();
        escape(tex.strip(), alternative);
        return "<math display=\"%s\" alttext=\"%s\">%s</math>"
                .formatted(display ? "block" : "inline", alternative, row(body));
    }

    static String row(String body) {
        return "<mrow>" + body + "</mrow>";
    }

    /** A letter, or several that are one name. */
    static String name(String text, boolean upright) {
        boolean normal = upright && text.codePointCount(0, text.length()) == 1;
        return leaf("mi", normal ? " mathvariant=\"normal\"" : "", text);
    }

    static String number(String text) {
        return leaf("mn", "", text);
    }

    /** Words, with the blanks around them, which MathML would drop. */
    static String text(String text) {
        return leaf("mtext", "", text.replace(' ', '\u00A0'));
    }

    static String operator(String text) {
        return leaf("mo", "", text);
    }

    /** A sign in front of a number, not between two. */
    static String sign(String text) {
        return leaf("mo", " form=\"prefix\"", text);
    }

    /** A sum, or the like, below and above which its bounds stand where there is room. */
    static String large(String text) {
        return leaf("mo", " largeop=\"true\" movablelimits=\"true\"", text);
    }

    /** A function, such as max, below which its bounds stand where there is room. */
    static String limit(String text) {
        return leaf("mo", " movablelimits=\"true\"", text);
    }

    /** A bracket that is as large as what it encloses, or one of its own size, in em. */
    static String fence(String text, String size) {
        String sized = size.isEmpty() ? "" : " minsize=\"%s\" maxsize=\"%s\"".formatted(size, size);
        return leaf("mo", " stretchy=\"true\"" + sized, text);
    }

    /** A bracket that keeps its size. */
    static String bracket(String text) {
        return leaf("mo", " stretchy=\"false\" lspace=\"0\" rspace=\"0\"", text);
    }

    static String accent(String element, String base, String sign, boolean wide) {
        String mark = leaf("mo", wide ? " stretchy=\"true\"" : " stretchy=\"false\"", sign);
        String kind = element.equals("mover") ? " accent=\"true\"" : " accentunder=\"true\"";
        return "<" + element + kind + ">" + base + mark + "</" + element + ">";
    }

    /** An element with these children, such as mfrac with two. */
    static String of(String element, String... children) {
        return "<" + element + ">" + String.join("", children) + "</" + element + ">";
    }

    static String fraction(String above, String below, String attributes) {
        return "<mfrac" + attributes + ">" + above + below + "</mfrac>";
    }

    static String space(String em) {
        return "<mspace width=\"" + em + "em\"></mspace>";
    }

    static String boxed(String body) {
        return "<mrow style=\"border:1px solid;padding:.15em\">" + body + "</mrow>";
    }

    static String styled(String attributes, String body) {
        return "<mstyle " + attributes + ">" + body + "</mstyle>";
    }

    /** A cell of a table; the style is one of {@link MatrixEnvironment}'s. */
    static String cell(String style, String body) {
        return "<mtd style=\"" + style + "\">" + body + "</mtd>";
    }

    /** Appends a text in which no sign means anything to HTML. */
    static void escape(String text, StringBuilder html) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            switch (sign) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(sign);
            }
        }
    }

    private static String leaf(String element, String attributes, String text) {
        StringBuilder html =
                new StringBuilder("<").append(element).append(attributes).append('>');
        escape(text, html);
        return html.append("</").append(element).append('>').toString();
    }
}
