package backprop.notebook;

import backprop.plot.Figure;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/**
 * Several values as one picture, row by row, as a page shows them side by side: pictures as they are, what has none as
 * its text. Exporters that take a picture take nothing else of a value.
 */
final class Composition {
    private static final int WIDTH = 960;
    private static final int GAP = 24;
    private static final int LINE = 18;
    private static final int LETTER = 8;
    private static final int MOST_LINES = 40;
    private static final int LONGEST_LINE = (WIDTH - 2 * GAP) / LETTER;

    /** A value, and where it is in the picture. */
    private record Place(Rendering value, int x, int y, int width, int height) {}

    private final List<Place> places = new ArrayList<>();
    private int x = GAP;
    private int y = GAP;
    private int right;
    private int bottom;

    private Composition() {}

    /** Returns the picture, or null if none of the values has one. */
    static Figure of(List<Rendering> values) {
        if (values.stream().allMatch(value -> value.picture() == null)) {
            return null;
        }
        Composition composition = new Composition();
        values.forEach(composition::place);
        String alt = values.stream().map(Rendering::text).collect(Collectors.joining("\n\n"));
        return PaintedFigure.of(composition.right + GAP, composition.bottom + GAP, alt, composition::paint);
    }

    private void place(Rendering value) {
        List<String> lines = lines(value);
        int width = value.picture() != null
                ? value.picture().width()
                : LETTER * lines.stream().mapToInt(String::length).max().orElse(0);
        int height = value.picture() != null ? value.picture().height() : LINE * lines.size();
        if (x > GAP && x + width > WIDTH) {
            x = GAP;
            y = bottom + GAP;
        }
        places.add(new Place(value, x, y, width, height));
        right = Math.max(right, x + width);
        bottom = Math.max(bottom, y + height);
        x += width + GAP;
    }

    private static List<String> lines(Rendering value) {
        List<String> lines = value.text()
                .lines()
                .limit(MOST_LINES + 1L)
                .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE - 1) + "…" : line)
                .toList();
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, MOST_LINES - 1));
        first.add("…");
        return first;
    }

    private void paint(Graphics2D g) {
        g.setColor(new Color(ColourScale.BLACK));
        g.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 13));
        for (Place place : places) {
            if (place.value.picture() != null) {
                g.drawImage(pixels(place.value), place.x, place.y, place.width, place.height, null);
                continue;
            }
            int base = place.y + 13;
            for (String line : lines(place.value)) {
                g.drawString(line, place.x, base);
                base += LINE;
            }
        }
    }

    private static BufferedImage pixels(Rendering value) {
        try {
            return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(value.png())));
        } catch (IOException cannotHappenInMemory) {
            throw new UncheckedIOException(cannotHappenInMemory);
        }
    }
}
