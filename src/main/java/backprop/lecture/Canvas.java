package backprop.lecture;

import backprop.plot.Figure;
import backprop.plot.SvgWriter;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A sketch as SVG on a white ground, in letters for a lecture hall; texts are escaped, and the [l] of z[l] is raised.
 * Whatever stands out has a heavier line or a dash pattern beside its colour, one of Okabe &amp; Ito's (2008).
 */
final class Canvas {
    private static final String STYLE = """
          .bold { font-weight: bold } .start { text-anchor: start } .big { font-size: 22px }
          .node { fill: #E0EFF7; stroke: #0072B2; stroke-width: 1.5 }
          .edge { stroke: #8C8C8C } .marked { stroke: #0072B2; stroke-width: 3 }
          .lit { fill: #FBE6D8; stroke: #D55E00; stroke-width: 4 }
          .line { fill: none; stroke: #1A1A1A; stroke-width: 1.5 }
          .back { fill: none; stroke: #B34700; stroke-width: 1.5; stroke-dasharray: 6 4 }
          .bracket { fill: none; stroke: #1A1A1A; stroke-width: 2.5 } .frame { fill: none; stroke-width: 3.5 }
          .frame0 { stroke: #D55E00 } .frame1 { stroke: #0072B2; stroke-dasharray: 10 5 }
          .frame2 { stroke: #009E73; stroke-dasharray: 3 3 } .frame3 { stroke: #CC79A7; stroke-dasharray: 12 4 3 4 }
          .text0 { fill: #B34700 } .text1 { fill: #0072B2 } .text2 { fill: #00704F } .text3 { fill: #9C3F78 }
        """;
    private static final Pattern RAISED = Pattern.compile("(?<=[\\p{L}\\p{M}\\p{No}'])\\[[^\\[\\] ]{1,5}]");

    private final SvgWriter writer = new SvgWriter(16, STYLE);

    /** Adds an element: a format whose values are escaped. */
    void add(String format, Object... values) {
        writer.add(format, values);
    }

    /** Writes a text whose middle, or whose start, is at x. */
    void text(int x, int y, String look, String text) {
        if (text.isEmpty()) {
            return;
        }
        StringBuilder spans = new StringBuilder();
        int end = 0;
        for (Matcher raised = RAISED.matcher(text); raised.find(); end = raised.end()) {
            spans.append(span(end, text.substring(end, raised.start())));
            spans.append("<tspan dy='-6' font-size='0.75em'>%s</tspan>".formatted(SvgWriter.escape(raised.group())));
        }
        spans.append(span(end, text.substring(end)));
        writer.addMarkup("<text x='%s' y='%s' class='%s'>%s</text>".formatted(x, y, SvgWriter.escape(look), spans));
    }

    /** Writes a text on a white ground, which keeps it legible over lines. */
    void plate(int x, int y, String look, String text) {
        int wide = width(text) + 4;
        add("<rect x='%s' y='%s' width='%s' height='20' fill='#FFFFFF' class='plate'/>", x - wide / 2, y - 16, wide);
        text(x, y, look, text);
    }

    private static String span(int start, String text) {
        return start == 0 || text.isEmpty()
                ? SvgWriter.escape(text)
                : "<tspan dy='6'>%s</tspan>".formatted(SvgWriter.escape(text));
    }

    /** Draws a horizontal or vertical line to (x, y) with an arrow head at its end. */
    void arrow(int fromX, int fromY, int x, int y, String look) {
        int dx = Integer.signum(x - fromX);
        int dy = Integer.signum(y - fromY);
        add("<path d='M%s %sL%s %s' class='%s'/>", fromX, fromY, x - 6 * dx, y - 6 * dy, look);
        String ends = "<path d='M%s %sL%s %sL%s %sZ' class='%s'/>";
        add(
                ends,
                x,
                y,
                x - 11 * dx - 5 * dy,
                y - 11 * dy - 5 * dx,
                x - 11 * dx + 5 * dy,
                y - 11 * dy + 5 * dx,
                look.contains("back") ? "text0" : "");
    }

    // widths depend on the letters of a text, not on a machine's fonts
    static int width(String text) {
        double inner = RAISED.matcher(text)
                .results()
                .mapToInt(raised -> raised.group().length())
                .sum();
        long marks = text.codePoints()
                .filter(c -> Character.getType(c) == Character.NON_SPACING_MARK)
                .count();
        long small = text.codePoints()
                .filter(c -> Character.getType(c) == Character.OTHER_NUMBER)
                .count();
        return (int) Math.ceil(9.5 * (text.codePointCount(0, text.length()) - marks - inner) + 6.5 * inner - 3 * small);
    }

    static int widest(List<String> texts) {
        return texts.stream().mapToInt(Canvas::width).max().orElse(0);
    }

    /** 1 … n, or of many the first and the last some, with a 0 between them for what is left out. */
    static int[] shown(int n, int most, int ends) {
        IntStream head = IntStream.rangeClosed(1, ends);
        return n <= most
                ? IntStream.rangeClosed(1, n).toArray()
                : IntStream.concat(head, IntStream.concat(IntStream.of(0), IntStream.rangeClosed(n - ends + 1, n)))
                        .toArray();
    }

    static void require(boolean holds, String sentence, Object... values) {
        Object[] texts = Stream.of(values).map(String::valueOf).toArray();
        if (!holds) {
            throw new IllegalArgumentException(sentence.formatted(texts));
        }
    }

    /** Requires one text for each place, and returns them. */
    static List<String> texts(String what, int places, String each, String... texts) {
        require(
                texts.length == places,
                "%s must have a text for each of the %s %s (\"\" for none), got %s",
                what,
                places,
                each,
                texts.length);
        for (String text : texts) {
            said(what, text);
        }
        return List.of(texts);
    }

    static String said(String what, String text) {
        return Objects.requireNonNull(text, what + ": a text must not be null (\"\" for none)");
    }

    /** Returns the picture. Its text alternative is put together from the descriptions of its parts. */
    Figure figure(int width, int height, List<String> alternative) {
        return writer.figure(width, height, String.join("; ", alternative) + ".");
    }
}
