package backprop.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A signature and its Javadoc comment, in readable form: what Shift-Tab shows. */
final class JavadocText {
    private static final Pattern RETURNED = Pattern.compile("\\{@return\\s+((?:[^{}]|\\{[^{}]*\\})*)\\}\\.?");
    private static final Pattern INLINE = Pattern.compile("\\{@(?:code|literal|value)\\s+([^{}]*)\\}");
    private static final Pattern LINK = Pattern.compile("\\{@link(?:plain)?\\s+([^\\s{}]+)\\s*([^{}]*)\\}");
    private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@(\\w+)\\s+");

    private JavadocText() {}

    /**
     * Signature and comment as text and as HTML.
     *
     * @param signature such as {@code Matrix Matrix.mult(Matrix B)}
     * @param javadoc the comment without its stars, or null
     */
    static Rendering of(String signature, String javadoc) {
        String comment = javadoc == null ? "" : plain(javadoc);
        String html = "<pre style=\"margin:0;white-space:pre-wrap\"><b>" + Html.escape(signature) + "</b>"
                + (comment.isEmpty() ? "" : "\n\n" + Html.escape(comment)) + "</pre>";
        return new Rendering(comment.isEmpty() ? signature : signature + "\n\n" + comment, html);
    }

    private static String plain(String javadoc) {
        Matcher tag = BLOCK.matcher(javadoc);
        List<String> parts = new ArrayList<>();
        String name = "";
        int begin = 0;
        while (tag.find()) {
            parts.add(block(name, javadoc.substring(begin, tag.start())));
            name = tag.group(1);
            begin = tag.end();
        }
        parts.add(block(name, javadoc.substring(begin)));
        return parts.stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"))
                .strip();
    }

    /** The text before the tags, or a tag's: {@code B: the factor, (k, m)}. */
    private static String block(String tag, String text) {
        String words = flowing(text);
        return switch (tag) {
            case "" -> words + (words.isEmpty() ? "" : "\n");
            case "param" -> "  " + words.replaceFirst(" ", ": ");
            case "return" -> "Returns " + words;
            case "throws", "exception" ->
                "Throws " + Note.withoutPackages(words).replaceFirst(" ", ": ");
            default -> tag + ": " + words;
        };
    }

    /** Paragraphs without tags and entities, each in one line. */
    private static String flowing(String text) {
        String inline =
                RETURNED.matcher(text).replaceAll(match -> "Returns " + Matcher.quoteReplacement(match.group(1)) + ".");
        inline = INLINE.matcher(inline).replaceAll("$1");
        inline = LINK.matcher(inline)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(2).isBlank()
                                ? match.group(1).replaceFirst("^#", "").replace('#', '.')
                                : match.group(2)));
        return List.of(inline.split("<p>")).stream().map(JavadocText::line).collect(Collectors.joining("\n\n"));
    }

    private static String line(String paragraph) {
        return paragraph
                .replaceAll("<[^>]+>", "")
                .replaceAll("\\s+", " ")
                .strip()
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
