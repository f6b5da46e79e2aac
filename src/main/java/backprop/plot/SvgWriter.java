package backprop.plot;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Writes a drawing as SVG on a white ground, element by element; every text in it is escaped. */
public final class SvgWriter {
    private static final String DOCUMENT = """
      <svg xmlns='http://www.w3.org/2000/svg' width='%1$s' height='%2$s' viewBox='0 0 %1$s %2$s'
        role='img' font-family='sans-serif' font-size='%3$s' text-anchor='middle' fill='#1A1A1A'>
      <title>%4$s</title>
      <style>
      %5$s</style>
      <rect width='100%%' height='100%%' fill='#FFFFFF'/>
      %6$s</svg>
      """;

    private final int fontSize;
    private final String style;
    private final StringBuilder elements = new StringBuilder();

    /**
     * Begins an empty drawing.
     *
     * @param fontSize the size of its text in pixels
     * @param style the rules of its classes, in CSS
     */
    public SvgWriter(int fontSize, String style) {
        this.fontSize = fontSize;
        this.style = style;
    }

    /**
     * Adds an element.
     *
     * @param format the element, with a %s for each value
     * @param values texts, which are escaped, and numbers, of which four significant digits are written
     */
    public void add(String format, Object... values) {
        Object[] texts =
                Stream.of(values).map(value -> escape(Figure.text("%s", value))).toArray();
        addMarkup(format.formatted(texts));
    }

    /**
     * Adds an element whose texts are escaped already.
     *
     * @param element the element
     */
    public void addMarkup(String element) {
        elements.append(element).append('\n');
    }

    /**
     * {@return the drawing as a figure}
     *
     * @param width in pixels
     * @param height in pixels
     * @param alt what a reader who does not see it should know
     */
    public Figure figure(int width, int height, String alt) {
        String svg = DOCUMENT.formatted(width, height, fontSize, escape(alt), style, elements);
        return Figure.of("svg+xml", svg.getBytes(StandardCharsets.UTF_8), width, height, alt);
    }

    /**
     * {@return a text as XML may hold it, with a space in place of each control character}
     *
     * @param text any text
     */
    public static String escape(String text) {
        return Markup.escape(text.replaceAll("\\p{Cntrl}", " "));
    }
}
