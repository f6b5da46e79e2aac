package backprop.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.Samples;
import backprop.activation.Tanh;
import backprop.layer.BatchNorm;
import backprop.layer.Dense;
import backprop.layer.Layer;
import backprop.layer.Parameter;
import backprop.loss.CrossEntropy;
import backprop.matrix.Matrix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks as .npz files: ours byte by byte, NumPy's, and all that must be refused. */
class NpzTest {
    private static final String MUST = " must be an intact .npz of this network: ";
    private static final Matrix W1 = Matrix.of(new double[][] {{1.5, -2, 0.1}, {Math.PI, Double.MIN_VALUE, -0.0}});
    private static final Matrix B1 = Matrix.column(1e308, -1e-300);
    private static final Matrix W2 = Matrix.of(new double[][] {{1.0 / 3, 2}, {-7.25, 1e16 + 2}});
    private static final Matrix B2 = Matrix.column(0, 42);

    @TempDir
    private Path folder;

    @Test
    void whatIsSavedIsLoadedToTheLastBit() {
        Path file = folder.resolve("net.npz");
        filled().save(file);
        Network net = net(2);
        net.load(file);
        assertThat(net.state()).isEqualTo(numbers());
    }

    @Test
    void stateAndNamesBeyondAsciiTravelToo() {
        Path file = folder.resolve("net.npz");
        Keeping saved = new Keeping(1, 2, 3);
        new Network(1, new CrossEntropy(), new Dense(3, 3), saved).save(file);
        Keeping loaded = new Keeping(0, 0, 0);
        Network net = new Network(2, new CrossEntropy(), new Dense(3, 3), loaded);
        net.load(file);
        assertThat(net.state().keySet()).containsExactly("W[1]", "b[1]", "γ[2]", "mean[2]", "count[2]");
        assertThat(loaded.state()).isEqualTo(saved.state());
        assertThat(loaded.gamma).isEqualTo(Matrix.column(1));
    }

    @Test
    void batchNormalizationPredictsAfterLoadingAsItDidBeforeSaving() {
        Path file = folder.resolve("net.npz");
        Matrix X = Samples.normal(3, 20, 1);
        Network saved = normalizing(1);
        saved.forward(X.times(5));
        saved.backward(Samples.oneHot(2, 20, 2)); // moves mean and variance from where they begin
        saved.save(file);
        Network loaded = normalizing(2);
        loaded.load(file);
        assertThat(loaded.predict(X)).isEqualTo(saved.predict(X));
        assertThat(saved.predict(X)).isNotEqualTo(normalizing(1).predict(X));
    }

    private static Network normalizing(long seed) {
        return new Network(seed, new CrossEntropy(), new Dense(3, 4), new BatchNorm(4), new Dense(4, 2));
    }

    /** What a saved array looks like, typed by hand from NumPy Enhancement Proposal 1. */
    @Test
    void anArrayIsWrittenAsNumpyHasIt() throws IOException {
        Path file = folder.resolve("net.npz");
        Network net = new Network(1, new CrossEntropy(), new Dense(2, 1));
        ((Dense) net.layer(1)).set(Matrix.row(1, -2.5), Matrix.row(-0.0));
        net.save(file);
        Map<String, byte[]> entries = entries(file);
        assertThat(entries.keySet()).containsExactly("format.npy", "W[1].npy", "b[1].npy", "summary.npy");
        byte[] W = entries.get("W[1].npy");
        assertThat(W).hasSize(128 + 16).startsWith(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0);
        assertThat(new String(W, 10, 118, StandardCharsets.US_ASCII))
                .isEqualTo("{'descr': '<f8', 'fortran_order': False, 'shape': (1, 2), }" + " ".repeat(58) + "\n");
        assertThat(W).endsWith(0, 0, 0, 0, 0, 0, 0xF0, 0x3F, 0, 0, 0, 0, 0, 0, 0x04, 0xC0); // 1 and -2.5
        assertThat(entries.get("b[1].npy")).endsWith(0, 0, 0, 0, 0, 0, 0, 0x80); // -0
        assertThat(entries.get("format.npy"))
                .contains("'shape': (1, 1), }".getBytes(StandardCharsets.US_ASCII))
                .endsWith(0, 0, 0, 0, 0, 0, 0xF0, 0x3F);
        String summary = net.summary();
        assertThat(new String(entries.get("summary.npy"), 10, 118, StandardCharsets.US_ASCII).strip())
                .isEqualTo("{'descr': '<U%s', 'fortran_order': False, 'shape': (), }".formatted(summary.length()));
        byte[] text = entries.get("summary.npy");
        assertThat(new String(text, 128, text.length - 128, Charset.forName("UTF-32LE")))
                .isEqualTo(summary);
    }

    /** Bytes from NumPy 2.4.6: {@code numpy.savez} row by row, {@code savez_compressed} by columns. */
    @ParameterizedTest
    @ValueSource(strings = {"numpy.npz", "numpy-compressed.npz"})
    void whatNumpyWroteIsLoadedToTheLastBit(String name) throws IOException {
        Network net = net(1);
        net.load(resource(name));
        assertThat(net.state()).isEqualTo(numbers());
    }

    @Test
    void theSameNetworkIsTheSameFileInEveryLocale() throws IOException {
        filled().save(folder.resolve("first.npz"));
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            filled().save(folder.resolve("second.npz"));
        } finally {
            Locale.setDefault(before);
        }
        assertThat(folder.resolve("second.npz")).hasSameBinaryContentAs(folder.resolve("first.npz"));
    }

    @Test
    void aDamagedByteIsRefusedOrMakesNoDifference() throws IOException {
        byte[] good = saved();
        Network net = net(7);
        Map<String, Matrix> before = copy(net.state());
        for (int k = 0; k < good.length; k++) {
            for (int flip : new int[] {1, 32, 255}) {
                byte[] bad = good.clone();
                bad[k] ^= (byte) flip;
                requireSameOrRefused(net, before, bad, "byte " + k + " flipped by " + flip);
            }
        }
    }

    @Test
    void aFileThatEndsEarlyIsRefused() throws IOException {
        byte[] good = saved();
        Network net = net(7);
        for (int length = 0; length < good.length; length++) {
            Path file = write(Arrays.copyOf(good, length));
            assertThatThrownBy(() -> net.load(file))
                    .as("%s bytes", length)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(file + MUST);
        }
        assertThat(net.state()).isEqualTo(net(7).state());
    }

    private record Wrong(String name, Map<String, byte[]> entries, String sentence) {}

    @TestFactory
    Stream<DynamicTest> aFileOfAnotherNetworkIsRefused() {
        String f8 = "W[1] must be of float64 numbers, got %s — in NumPy: array.astype('<f8')";
        return Stream.of(
                        new Wrong(
                                "an array is missing",
                                without(right(), "b[2]"),
                                "b[2] must be in it, got only [W[1].npy, b[1].npy, W[2].npy]"),
                        new Wrong(
                                "arrays without names",
                                Map.of("arr_0.npy", npy("<f8", "(2, 3)", 1, 2, 3, 4, 5, 6)),
                                "W[1] must be in it, got only [arr_0.npy] — name them: np.savez(file, **{\"W[1]\": …})"),
                        new Wrong(
                                "arrays of other names",
                                Map.of("W1.npy", npy("<f8", "(2, 3)", 1, 2, 3, 4, 5, 6)),
                                "W[1] must be in it, got only [W1.npy]"),
                        new Wrong(
                                "one layer too many",
                                with(right(), "W[3]", npy("<f8", "(2, 2)", 1, 2, 3, 4)),
                                "its arrays must be [W[1], b[1], W[2], b[2]], got also [W[3].npy]"),
                        new Wrong(
                                "a foreign zip",
                                Map.of("a.txt", new byte[9]),
                                "it must be a zip of NumPy arrays (.npy), got one of [a.txt]"),
                        new Wrong(
                                "transposed",
                                with(right(), "W[1]", npy("<f8", "(3, 2)", 1, 2, 3, 4, 5, 6)),
                                "W[1] must be (2, 3), got (3, 2) — transposed?"),
                        new Wrong(
                                "a bias of one dimension",
                                with(right(), "b[1]", npy("<f8", "(2,)", 1, 2)),
                                "b[1] must be (2, 1), got (2,) — in NumPy: array.reshape(2, 1)"),
                        new Wrong(
                                "three dimensions",
                                with(right(), "W[1]", npy("<f8", "(1, 2, 3)", 1, 2, 3, 4, 5, 6)),
                                "W[1] must be (2, 3), got (1, 2, 3) — in NumPy: array.reshape(2, 3)"),
                        new Wrong(
                                "a single number",
                                with(right(), "W[1]", npy("<f8", "()", 1)),
                                "W[1] must be (2, 3), got ()"),
                        new Wrong(
                                "absurdly large",
                                with(right(), "W[1]", npy("<f8", "(1000000000, 1000000000)", 1)),
                                "W[1] must be (2, 3), got (1000000000, 1000000000)"),
                        new Wrong(
                                "float32",
                                with(right(), "W[1]", npy("<f4", "(2, 3)", 1, 2, 3)),
                                f8.formatted("float32")),
                        new Wrong(
                                "whole numbers",
                                with(right(), "W[1]", npy("<i8", "(2, 3)", 1, 2, 3, 4, 5, 6)),
                                f8.formatted("int64")),
                        new Wrong(
                                "text",
                                with(right(), "W[1]", npy("<U3", "(2, 3)", 1, 2, 3)),
                                f8.formatted("the type '<U3'")),
                        new Wrong(
                                "big-endian",
                                with(right(), "W[1]", npy(">f8", "(2, 3)", 1, 2, 3, 4, 5, 6)),
                                f8.formatted("float64 in big-endian order")),
                        new Wrong(
                                "pickled objects",
                                with(right(), "W[1]", npy("|O", "(2, 3)", 1, 2, 3, 4, 5, 6)),
                                f8.formatted("pickled Python objects")),
                        new Wrong(
                                "too few numbers",
                                with(right(), "W[1]", npy("<f8", "(2, 3)", 1, 2, 3, 4, 5)),
                                "W[1] must be intact, got another length or check sum"),
                        new Wrong(
                                "too many numbers",
                                with(right(), "W[1]", npy("<f8", "(2, 3)", 1, 2, 3, 4, 5, 6, 7)),
                                "W[1] must be intact, got another length or check sum"),
                        new Wrong(
                                "not a number",
                                with(right(), "b[2]", npy("<f8", "(2, 1)", 1, Double.NaN)),
                                "b[2] must be finite numbers, got NaN or infinity — did the training diverge?"),
                        new Wrong(
                                "infinite",
                                with(right(), "b[2]", npy("<f8", "(2, 1)", 1, Double.NEGATIVE_INFINITY)),
                                "b[2] must be finite numbers, got NaN or infinity — did the training diverge?"),
                        new Wrong(
                                "a newer format",
                                with(right(), "format", npy("<f8", "(1, 1)", 2)),
                                "format must be 1.0, got 2.0 — of a newer version of the library?"),
                        new Wrong(
                                "no array at all",
                                with(right(), "W[1]", "W = 1 2 3 4 5 6".getBytes(StandardCharsets.US_ASCII)),
                                "W[1] must be a .npy array of version 1.0, got something else"),
                        new Wrong(
                                "an empty entry",
                                with(right(), "W[1]", new byte[0]),
                                "W[1] must be a .npy array of version 1.0, got something else"),
                        new Wrong(
                                "a .npy array of version 2.0",
                                with(right(), "W[1]", version2(npy("<f8", "(2, 3)", 1, 2, 3, 4, 5, 6))),
                                "W[1] must be a .npy array of version 1.0, got another version"),
                        new Wrong(
                                "a header that ends after the file",
                                with(right(), "W[1]", "\u0093NUMPY\1\0\377\377{".getBytes(StandardCharsets.ISO_8859_1)),
                                "W[1] must be an array with a header as NumPy writes it, got {"))
                .map(wrong -> DynamicTest.dynamicTest(wrong.name(), () -> requireRefused(wrong)));
    }

    private void requireRefused(Wrong wrong) throws IOException {
        Path file = Files.createTempFile("wrong", ".npz");
        Network net = net(7);
        try {
            Files.write(file, zip(wrong.entries()));
            assertThatThrownBy(() -> net.load(file))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(file + MUST + wrong.sentence());
            assertThat(net.state()).isEqualTo(net(7).state());
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void theTablesRightFileIsRight() throws IOException {
        Network net = net(7);
        net.load(write(zip(right())));
        assertThat(net.state().get("W[1]")).isEqualTo(Matrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}}));
    }

    @Test
    void anEntryThatComesTwiceIsRefused() throws IOException {
        byte[] twice = zip(with(right(), "W[9]", npy("<f8", "(2, 3)", 9, 9, 9, 9, 9, 9)));
        for (int k = 0; k < twice.length - 4; k++) {
            if (new String(twice, k, 4, StandardCharsets.US_ASCII).equals("W[9]")) {
                twice[k + 2] = '1';
            }
        }
        Path file = write(twice);
        assertThatThrownBy(() -> net(7).load(file))
                .hasMessage(file + MUST + "its arrays must be [W[1], b[1], W[2], b[2]], got also [W[1].npy]");
    }

    @Test
    void whatIsNoFileIsRefused() throws IOException {
        Path none = folder.resolve("none.npz");
        assertThatThrownBy(() -> net(1).load(none))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(none + ": there is no such file; the current folder is "
                        + Path.of("").toAbsolutePath());
        assertThatThrownBy(() -> net(1).load(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(folder + MUST);
        Path text = write("W[1] = 1 2 3".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> net(1).load(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(text + MUST + "it is no zip of arrays, which an .npz is");
        Path single = write(npy("<f8", "(2, 3)", 1, 2, 3, 4, 5, 6));
        assertThatThrownBy(() -> net(1).load(single))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(single + MUST + "it is a single array (.npy) — np.savez writes several into an .npz");
        Path half = write(Arrays.copyOf(saved(), 500));
        assertThatThrownBy(() -> net(1).load(half))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(half + MUST + "it is damaged or not whole (");
    }

    @Test
    void aNetworkThatDivergedIsNotSavedOverAGoodOne() throws IOException {
        Path file = write(saved());
        Network diverged = filled();
        ((Dense) diverged.layer(2)).b().set(1, 0, Double.NaN);
        assertThatThrownBy(() -> diverged.save(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("b[2] must be finite numbers, got NaN or infinity — did the training diverge?");
        assertThat(file).hasBinaryContent(saved());
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void aFileThatCannotBeWrittenIsNamedAndLeavesNothing() throws IOException {
        Path lost = folder.resolve("missing").resolve("net.npz");
        assertThatThrownBy(() -> filled().save(lost))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("the network cannot be written to " + lost);
        Path taken = Files.createDirectories(folder.resolve("taken.npz").resolve("inside"))
                .getParent();
        assertThatThrownBy(() -> filled().save(taken))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("the network cannot be written to " + taken);
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
        assertThat(taken.resolve("inside")).isDirectory();
    }

    @Test
    void anInterruptThatIsPendingHindersNeitherSavingNorLoading() {
        Path file = folder.resolve("net.npz");
        Network net = net(2);
        Thread.currentThread().interrupt();
        try {
            filled().save(file);
            net.load(file);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(net.state()).isEqualTo(numbers());
    }

    private void requireSameOrRefused(Network net, Map<String, Matrix> before, byte[] bytes, String what)
            throws IOException {
        Path file = write(bytes);
        try {
            net.load(file);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).as(what).hasMessageStartingWith(file + MUST);
            assertThat(net.state()).as(what).isEqualTo(before);
            return;
        }
        assertThat(net.state()).as(what).isEqualTo(numbers());
        before.forEach((name, M) -> net.state().get(name).assign(M));
    }

    private static Network net(long seed) {
        return new Network(seed, new CrossEntropy(), new Dense(3, 2, new Tanh()), new Dense(2, 2));
    }

    private static Network filled() {
        Network net = net(1);
        ((Dense) net.layer(1)).set(W1, B1);
        ((Dense) net.layer(2)).set(W2, B2);
        return net;
    }

    private static Map<String, Matrix> numbers() {
        return Map.of("W[1]", W1, "b[1]", B1, "W[2]", W2, "b[2]", B2);
    }

    private byte[] saved() throws IOException {
        Path file = folder.resolve("saved.npz");
        filled().save(file);
        return Files.readAllBytes(file);
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file.npz"), bytes);
    }

    private static Map<String, Matrix> copy(Map<String, Matrix> state) {
        Map<String, Matrix> copy = new LinkedHashMap<>();
        state.forEach((name, M) -> copy.put(name, M.copy()));
        return copy;
    }

    private Path resource(String name) throws IOException {
        try (InputStream in = NpzTest.class.getResourceAsStream("/network/" + name)) {
            return write(in.readAllBytes());
        }
    }

    /** All entries in the order of the file. */
    private static Map<String, byte[]> entries(Path file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private static Map<String, byte[]> right() {
        Map<String, byte[]> arrays = new LinkedHashMap<>();
        arrays.put("W[1].npy", npy("<f8", "(2, 3)", 1, 2, 3, 4, 5, 6));
        arrays.put("b[1].npy", npy("<f8", "(2, 1)", 1, 2));
        arrays.put("W[2].npy", npy("<f8", "(2, 2)", 1, 2, 3, 4));
        arrays.put("b[2].npy", npy("<f8", "(2, 1)", 1, 2));
        return arrays;
    }

    private static Map<String, byte[]> with(Map<String, byte[]> arrays, String name, byte[] npy) {
        arrays.put(name + ".npy", npy);
        return arrays;
    }

    private static Map<String, byte[]> without(Map<String, byte[]> arrays, String name) {
        arrays.remove(name + ".npy");
        return arrays;
    }

    /** A .npy array with a header that is not padded, as the format allows. */
    private static byte[] npy(String descr, String shape, double... numbers) {
        String header = "{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + shape + ", }\n";
        ByteBuffer npy = ByteBuffer.allocate(10 + header.length() + 8 * numbers.length);
        npy.order(ByteOrder.LITTLE_ENDIAN).put("\u0093NUMPY\1\0".getBytes(StandardCharsets.ISO_8859_1));
        npy.putShort((short) header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
        for (double number : numbers) {
            npy.putDouble(number);
        }
        return npy.array();
    }

    private static byte[] version2(byte[] npy) {
        npy[6] = 2;
        return npy;
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** A layer of a learner's own that learns a parameter and keeps two things besides. */
    private static final class Keeping implements Layer {
        private final Matrix gamma;
        private final Matrix mean;
        private final Matrix count;

        Keeping(double gamma, double mean, double count) {
            this.gamma = Matrix.column(gamma);
            this.mean = Matrix.row(mean, mean);
            this.count = Matrix.column(count);
        }

        @Override
        public Matrix forward(Matrix A) {
            return A;
        }

        @Override
        public Matrix backward(Matrix dA) {
            return dA;
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(new Parameter("γ", gamma, Samples.normal(1, 1, 1), true));
        }

        @Override
        public Map<String, Matrix> state() {
            Map<String, Matrix> kept = new LinkedHashMap<>();
            kept.put("mean", mean);
            kept.put("count", count);
            return kept;
        }
    }
}
