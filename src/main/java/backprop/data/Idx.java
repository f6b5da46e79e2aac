package backprop.data;

import static backprop.data.DataException.require;

import backprop.matrix.Matrix;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * IDX, the format of MNIST's files, plain or gzipped: the number 0x80d for unsigned bytes in d dimensions, the d
 * sizes, the bytes. Source: LeCun, Cortes &amp; Burges, The MNIST database of handwritten digits.
 */
public final class Idx {
    private static final int LABELS = 0x801;

    private Idx() {}

    /**
     * {@return X (pixels, m), bytes / 255, and one-hot Y (classes, m); classes "0" to "9" or more}
     *
     * @param images the file of images, such as train-images-idx3-ubyte.gz
     * @param labels the file of their labels, such as train-labels-idx1-ubyte.gz
     */
    public static Dataset read(Path images, Path labels) {
        ByteBuffer pixels = content(images, "images", 0x803);
        ByteBuffer digits = content(labels, "labels", LABELS);
        int m = pixels.getInt(4);
        require(
                digits.remaining() == m,
                "%s: must hold a label for each of the %s images in %s, got %s",
                labels,
                m,
                images,
                digits.remaining());
        int n = pixels.remaining() / m;
        int first = pixels.position();
        Matrix X = Matrix.generate(n, m, (i, j) -> (pixels.get(first + j * n + i) & 0xFF) / 255.0);
        int[] Y = IntStream.range(0, m).map(j -> digits.get() & 0xFF).toArray();
        return OneHot.dataset(X, Y, Math.max(10, IntStream.of(Y).max().getAsInt() + 1));
    }

    /** The bytes behind a file's sizes. */
    private static ByteBuffer content(Path file, String kind, int wanted) {
        require(file != null, "Idx.read: must have a file of %s, got null", kind);
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length > 1 && bytes[0] == 0x1F && bytes[1] == (byte) 0x8B) {
                bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
            }
            ByteBuffer content = ByteBuffer.wrap(bytes);
            int magic = content.getInt();
            requireMagic(file, kind, wanted, magic, FileKind.known(bytes));
            int[] sizes =
                    IntStream.range(0, magic & 0xFF).map(d -> content.getInt()).toArray();
            long count = IntStream.of(sizes).asLongStream().reduce(1, (a, b) -> a * Math.max(0, b));
            require(
                    count > 0 && count == content.remaining(),
                    "%s: must hold as many bytes as its sizes %s say, got %s",
                    file,
                    Arrays.toString(sizes),
                    content.remaining());
            return content;
        } catch (ZipException | EOFException damaged) {
            String got = "%s: must be a whole IDX file, got a damaged or unfinished gzip (%s) — download it again";
            throw new DataException(got.formatted(file, damaged.getMessage()));
        } catch (BufferUnderflowException early) {
            throw new DataException(file + ": must be a whole IDX file, got one that ends early — download it again");
        } catch (IOException why) {
            throw DataException.unreadable(file, "a whole IDX file", why);
        }
    }

    private static void requireMagic(Path file, String kind, int wanted, int magic, String known) {
        boolean images = LABELS < magic && magic <= 0x8FF;
        boolean right = wanted == LABELS ? magic == LABELS : images;
        String got = known.isEmpty() ? String.format(Locale.ROOT, "0x%08x", magic) : known;
        boolean swapped = wanted == LABELS ? images : magic == LABELS;
        require(
                right,
                "%s: must be an IDX file of %s and begin with 0x%08x, got %s%s",
                file,
                kind,
                wanted,
                got,
                swapped ? " — did the two files change places? images come first" : "");
    }
}
