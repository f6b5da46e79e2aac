package backprop.notebook;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A remark on a cell.
 *
 * @param headline what happened, in one sentence
 * @param hint what to do about it, or an empty text
 * @param lines the code that it is about
 */
record Note(String headline, String hint, List<String> lines) {
    /** As REPL.$JShell$12B.p for a variable p, or REPL.$JShell$1D$P for a class P. */
    private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\w+[.$]");

    private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");
    private static final String FRAME = "background:#ffffff;color:#1a1a1a;padding:8px 12px;border:1px solid #cccccc;"
            + "border-left:6px solid #9c3d00";

    private static final String CODE = "margin:4px 0 0 2em;padding:0;background:inherit;color:inherit";

    Note {
        headline = withoutWrapper(headline);
        lines = List.copyOf(lines);
    }

    /** A text without the classes that JShell wraps around a notebook's code. */
    static String withoutWrapper(String text) {
        return WRAPPER.matcher(text).replaceAll("");
    }

    /** A text without the packages of the classes in it. */
    static String withoutPackages(String text) {
        return PACKAGE.matcher(text).replaceAll("");
    }

    /** The headline, the hint in a line of its own, and the code. */
    String text() {
        Stream<String> hints = hint.isEmpty() ? Stream.of() : Stream.of("Hint: " + hint);
        return Stream.of(Stream.of(headline), hints, lines.stream().map(line -> "    " + line))
                .flatMap(part -> part)
                .collect(Collectors.joining("\n"));
    }

    /** The same in a frame, beside a cell that did not fail. */
    Rendering rendering() {
        String html = "<div style=\"" + FRAME + "\"><b style=\"color:#9c3d00\">Mind:</b> " + Html.escape(headline)
                + (hint.isEmpty() ? "" : "<br>Hint: " + Html.escape(hint))
                + (lines.isEmpty()
                        ? ""
                        : "<pre style=\"" + CODE + "\">" + Html.escape(String.join("\n", lines)) + "</pre>")
                + "</div>";
        return new Rendering("Mind: " + text(), html);
    }
}
