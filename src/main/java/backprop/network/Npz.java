package backprop.network;

import backprop.matrix.Matrix;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * NumPy's .npz: a zip of .npy arrays of version 1.0, as NumPy Enhancement Proposal 1 has them. Each matrix is one of
 * float64, such as {@code W[1].npy}; {@code format.npy} holds the version of all this, {@code summary.npy} the network
 * as text, for readers only. A file without these two is read as well.
 */
record Npz(Path file) {
    private static final double VERSION = 1;
    private static final String NUMPY = "\u0093NUMPY";
    private static final String MAGIC = NUMPY + "\1\0";
    private static final int HEAD = MAGIC.length() + 2; // and the header's length
    private static final String HEADER = "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }";

    /** Writes a file beside this one, then moves it here: all of it, or nothing. */
    void write(Map<String, Matrix> arrays, String summary) {
        Path whole = file.resolveSibling(file.getFileName() + "-" + System.nanoTime() + ".tmp");
        try {
            try (ZipOutputStream zip =
                    new ZipOutputStream(Files.newOutputStream(whole, StandardOpenOption.CREATE_NEW))) {
                write(zip, "format", Matrix.row(VERSION));
                for (String name : arrays.keySet()) {
                    write(zip, name, arrays.get(name));
                }
                byte[] text = summary.getBytes("UTF-32LE");
                write(zip, "summary", "<U" + text.length / 4, "()", text);
            }
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the network cannot be written to " + file, e);
        } finally {
            whole.toFile().delete();
        }
    }

    private static void write(ZipOutputStream zip, String name, Matrix M) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8 * M.rows() * M.cols()).order(ByteOrder.LITTLE_ENDIAN);
        DoubleBuffer numbers = bytes.asDoubleBuffer();
        for (double[] row : requireFinite(name, M).toArray()) {
            numbers.put(row);
        }
        write(zip, name, "<f8", M.shape(), bytes.array());
    }

    /** Magic, the header's length, the header and blanks up to a multiple of 64 bytes, the array. */
    private static void write(ZipOutputStream zip, String name, String descr, String shape, byte[] array)
            throws IOException {
        String header = HEADER.formatted(descr, "False", shape);
        header += " ".repeat(63 - (HEAD + header.length()) % 64) + "\n";
        String head = MAGIC + (char) header.length() + '\0' + header;
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTime(0); // equal networks give equal files
        zip.putNextEntry(entry);
        zip.write(head.getBytes(StandardCharsets.ISO_8859_1));
        zip.write(array);
    }

    /** Reads matrices that must have the names and the shapes of the given ones. Nothing larger than these is read. */
    Map<String, Matrix> read(Map<String, Matrix> like) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> names =
                    new ArrayList<>(zip.stream().map(ZipEntry::getName).toList());
            if (names.remove("format.npy")) {
                double version = read(zip, "format", 1, 1).get(0, 0);
                require(version == VERSION, "format", VERSION, version + " — of a newer version of the library?");
            }
            names.remove("summary.npy");
            boolean some = names.stream().anyMatch(name -> name.endsWith(".npy"));
            require(some, "it", "a zip of NumPy arrays (.npy)", "one of " + names);
            List<String> all = List.copyOf(names);
            Map<String, Matrix> arrays = new LinkedHashMap<>();
            for (String name : like.keySet()) {
                require(names.remove(name + ".npy"), name, "in it", "only " + all + howToName(all, name));
                arrays.put(
                        name,
                        read(zip, name, like.get(name).rows(), like.get(name).cols()));
            }
            require(names.isEmpty(), "its arrays", like.keySet(), "also " + names);
            return arrays;
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(file + ": there is no such file; the current folder is "
                    + Path.of("").toAbsolutePath());
        } catch (IOException | IllegalArgumentException e) {
            String why = e instanceof ZipException ? whatIsNoZip(e) : e.getMessage();
            throw new IllegalArgumentException(file + " must be an intact .npz of this network: " + why);
        }
    }

    private static String howToName(List<String> names, String name) {
        return names.contains("arr_0.npy") ? " — name them: np.savez(file, **{\"" + name + "\": …})" : "";
    }

    /** Says what a file is that cannot be opened as a zip file. */
    private String whatIsNoZip(Exception why) {
        byte[] begin = new byte[MAGIC.length()];
        try (InputStream in = Files.newInputStream(file)) {
            int length = in.readNBytes(begin, 0, begin.length);
            String head = new String(begin, 0, length, StandardCharsets.ISO_8859_1);
            if (head.startsWith(NUMPY)) {
                return "it is a single array (.npy) — np.savez writes several into an .npz";
            }
            return head.startsWith("PK")
                    ? "it is damaged or not whole (" + why.getMessage() + ")"
                    : "it is no zip of arrays, which an .npz is";
        } catch (IOException unreadable) {
            return "it cannot be read";
        }
    }

    /** One array, row by row or column by column. */
    private static Matrix read(ZipFile zip, String name, int rows, int cols) throws IOException {
        ZipEntry entry = zip.getEntry(name + ".npy");
        byte[] bytes = zip.getInputStream(entry).readNBytes(HEAD + 0xFFFF + 8 * rows * cols + 1);
        ByteBuffer npy = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int begin = bytes.length < HEAD ? 0 : HEAD + Short.toUnsignedInt(npy.getShort(HEAD - 2));
        String head = new String(bytes, 0, Math.min(begin, bytes.length), StandardCharsets.ISO_8859_1);
        require(
                head.startsWith(MAGIC),
                name,
                "a .npy array of version 1.0",
                new String(bytes, 0, Math.min(NUMPY.length(), bytes.length), StandardCharsets.ISO_8859_1).equals(NUMPY)
                        ? "another version"
                        : "something else");
        boolean byColumns = NpyHeader.of(name, head.substring(HEAD)).requireMatrix(name, rows, cols);
        CRC32 sum = new CRC32();
        sum.update(bytes);
        boolean intact = bytes.length == begin + 8 * rows * cols && sum.getValue() == entry.getCrc();
        require(intact, name, "intact", "another length or check sum");
        DoubleBuffer w = npy.position(begin).asDoubleBuffer();
        return requireFinite(
                name, Matrix.generate(rows, cols, (i, j) -> w.get(byColumns ? j * rows + i : i * cols + j)));
    }

    private static Matrix requireFinite(String name, Matrix M) {
        require(M.isFinite(), name, "finite numbers", "NaN or infinity — did the training diverge?");
        return M;
    }

    static void require(boolean holds, String name, Object must, Object got) {
        if (!holds) {
            String sentence = "%s must be %s, got %.120s".formatted(name, must, got);
            throw new IllegalArgumentException(sentence.replaceAll("\\p{Cntrl}", "?"));
        }
    }
}
