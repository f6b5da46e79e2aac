package backprop.plot;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Images as PNG files with a palette, which take half the bytes of those without. Of more than 256 colours, as where
 * edges are smoothed, the most frequent half stays exact, then those that are farthest from all before; each other one
 * becomes the nearest of these.
 */
final class Png {
    private static final int MOST = 256;
    /** How far, as the square of a distance in RGB, a colour may move; else the image keeps all of its own. */
    private static final int FARTHEST = 48 * 48;

    private Png() {}

    static byte[] of(BufferedImage image) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.setUseCache(false);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam smallest = writer.getDefaultWriteParam();
        smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        smallest.setCompressionQuality(0);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(indexed(image), null, null), smallest);
        } catch (IOException cannotHappenInMemory) {
            throw new UncheckedIOException(cannotHappenInMemory);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    private static BufferedImage indexed(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        Map<Integer, Integer> counts = counts(pixels);
        Map<Integer, Integer> places = new HashMap<>();
        int[] palette = palette(counts, places);
        if (places.entrySet().stream().anyMatch(e -> distance(e.getKey(), palette[e.getValue()]) > FARTHEST)) {
            return image;
        }
        IndexColorModel model = new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
        BufferedImage indexed = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        byte[] data = ((DataBufferByte) indexed.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            data[i] = i > 0 && pixels[i] == pixels[i - 1]
                    ? data[i - 1]
                    : places.get(pixels[i]).byteValue();
        }
        return indexed;
    }

    /** Counts the pixels of each colour. */
    private static Map<Integer, Integer> counts(int[] pixels) {
        Map<Integer, Integer> counts = new HashMap<>();
        int begin = 0;
        for (int i = 1; i <= pixels.length; i++) {
            if (i == pixels.length || pixels[i] != pixels[begin]) {
                counts.merge(pixels[begin], i - begin, Integer::sum);
                begin = i;
            }
        }
        return counts;
    }

    /** The colours to keep, and for each colour the place of the nearest of them. */
    private static int[] palette(Map<Integer, Integer> counts, Map<Integer, Integer> places) {
        List<Integer> colours = new ArrayList<>(counts.keySet());
        colours.sort(
                Comparator.<Integer, Integer>comparing(counts::get).reversed().thenComparing(Function.identity()));
        int exact = colours.size() <= MOST ? colours.size() : MOST / 2;
        int[] palette = new int[Math.min(MOST, colours.size())];
        int[] distances = new int[colours.size()];
        Arrays.fill(distances, Integer.MAX_VALUE);
        for (int k = 0; k < palette.length; k++) {
            palette[k] = colours.get(k < exact ? k : farthest(distances));
            for (int i = 0; i < distances.length; i++) {
                int distance = distance(colours.get(i), palette[k]);
                if (distance < distances[i]) {
                    distances[i] = distance;
                    places.put(colours.get(i), k);
                }
            }
        }
        return palette;
    }

    private static int farthest(int[] distances) {
        return IntStream.range(0, distances.length).reduce(0, (i, j) -> distances[j] > distances[i] ? j : i);
    }

    private static int distance(int one, int other) {
        int red = (one >> 16 & 255) - (other >> 16 & 255);
        int green = (one >> 8 & 255) - (other >> 8 & 255);
        int blue = (one & 255) - (other & 255);
        return red * red + green * green + blue * blue;
    }
}
