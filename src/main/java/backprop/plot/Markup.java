package backprop.plot;

/** Text inside HTML and SVG. */
public final class Markup {
    private Markup() {}

    /**
     * {@return a text for between tags or inside a quoted attribute, in which no character is markup}
     *
     * @param text any text
     */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
