package backprop.plot;

import backprop.matrix.Numbers;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;

/**
 * A picture with the text that stands for it, on a white ground of its own, legible on dark pages.
 *
 * @param src the picture as a data: address: a PNG of twice its size, or an SVG
 * @param width on the page, in CSS pixels
 * @param height on the page, in CSS pixels
 * @param alt what a reader who does not see it should know: axes, ranges, message
 */
public record Figure(String src, int width, int height, String alt) {
    /**
     * {@return a PNG of half the image's size on the page, crisp on screens of high density}
     *
     * @param image the picture
     * @param alt its text alternative
     */
    public static Figure of(BufferedImage image, String alt) {
        return of("png", Png.of(image), image.getWidth() / 2, image.getHeight() / 2, alt);
    }

    static Figure of(String type, byte[] file, int width, int height, String alt) {
        return new Figure(
                "data:image/" + type + ";base64," + Base64.getEncoder().encodeToString(file), width, height, alt);
    }

    /**
     * {@return the same picture as a PNG: this figure, if it is one; else, of an SVG, one of twice its size on the page}
     *
     * @throws IllegalStateException if the SVG cannot be drawn
     */
    public Figure asPng() {
        return src.startsWith("data:image/svg+xml") ? of(SvgRaster.of(bytes(), width, height), alt) : this;
    }

    /** The file, PNG or SVG. */
    private byte[] bytes() {
        return Base64.getDecoder().decode(src.substring(src.indexOf(',') + 1));
    }

    /** A text in which numbers have four significant digits, without zeros at their ends. */
    static String text(String format, Object... values) {
        Object[] texts = Stream.of(values)
                .map(value -> value instanceof Double number ? Numbers.significant(number, 4) : value)
                .toArray();
        return format.formatted(texts);
    }

    /**
     * Refuses ends of an axis that are none.
     *
     * @return the ends
     */
    static double[] requireEnds(String what, double... ends) {
        boolean two = ends != null && ends.length == 2;
        require(
                two && Double.isFinite(ends[0]) && Double.isFinite(ends[1]) && ends[0] < ends[1],
                "%s must be a least and a greatest number, both finite, got %s",
                what,
                Arrays.toString(ends));
        return ends;
    }

    static void require(boolean holds, String sentence, Object... values) {
        if (!holds) {
            throw new IllegalArgumentException(text(sentence, values));
        }
    }

    /**
     * Saves the picture.
     *
     * @param file where, such as {@code history.png} or {@code network.svg}; replaced if it exists
     */
    public void save(Path file) {
        try {
            Files.write(file, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the figure cannot be written to " + file, e);
        }
    }

    @Override
    public String toString() {
        return alt;
    }
}
