package backprop.plot;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/** A drawing of the plots: their colours, their classes of style, and what several of them draw. */
final class Svg {
    /** The colours of Okabe &amp; Ito (2008), which people with any colour vision tell apart. */
    static final int[] COLOURS = {0x0072B2, 0xD55E00, 0x009E73, 0xE69F00, 0xCC79A7, 0x56B4E9, 0x1A1A1A};

    private static final String STYLE = """
          .bold { font-weight: bold } .start { text-anchor: start } .end { text-anchor: end }
          .node { fill: #E0EFF7; stroke: #0072B2 } .edge { stroke: #8C8C8C } .white { fill: #FFFFFF }
          .cell { fill: #0072B2; stroke: #DDDDDD } .miss { stroke: #D55E00; stroke-width: 2 }
          .input { fill: #FFFFFF; stroke: #0072B2 } image { outline: 1px solid #DDDDDD } .derivative { fill: #B34700 }
          .forth { fill: none; stroke: #1A1A1A } .back { fill: none; stroke: #B34700; stroke-dasharray: 5 3 }
        """;

    private final SvgWriter writer = new SvgWriter(14, STYLE);

    /** Adds an element: a format whose values are escaped. */
    void add(String format, Object... values) {
        writer.add(format, values);
    }

    void text(int x, int y, String look, Object text) {
        add("<text x='%s' y='%s' class='%s'>%s</text>", x, y, look, text);
    }

    /** Returns an image whose colours a rule gives for each column and row. */
    static BufferedImage pixels(int width, int height, IntBinaryOperator colour) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] colours = IntStream.range(0, width * height)
                .map(i -> colour.applyAsInt(i % width, i / width))
                .toArray();
        image.setRGB(0, 0, width, height, colours, 0, width);
        return image;
    }

    /** A shade between white (0) and a colour (1). */
    static int tint(int colour, double share) {
        return IntStream.of(0, 8, 16)
                .map(at -> (int) Math.round(255 - share * (255 - (colour >> at & 255))) << at)
                .sum();
    }

    // sizes depend on the length of texts, not on a machine's fonts
    static int longest(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }

    Figure figure(int width, int height, String alt) {
        return writer.figure(width, height, alt);
    }
}
