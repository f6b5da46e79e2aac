package backprop.data;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.matrix.Matrix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdxTest {
    /** Two images of 2 × 3 pixels, and their labels. */
    private static final byte[] IMAGES =
            idx(new int[] {0x803, 2, 2, 3}, 0, 51, 102, 153, 204, 255, 255, 128, 127, 1, 0, 3);

    private static final byte[] LABELS = idx(new int[] {0x801, 2}, 7, 0);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"false,false", "true,true", "true,false", "false,true"})
    void anImageIsAColumnOfPixelsFromZeroToOneGzippedOrNot(boolean zipImages, boolean zipLabels) throws Exception {
        Dataset data = read(zipImages ? gzip(IMAGES) : IMAGES, zipLabels ? gzip(LABELS) : LABELS);
        assertThat(data.X()).isEqualTo(Matrix.of(new double[][] {
            {0, 1},
            {51 / 255.0, 128 / 255.0},
            {102 / 255.0, 127 / 255.0},
            {153 / 255.0, 1 / 255.0},
            {204 / 255.0, 0},
            {1, 3 / 255.0}
        }));
        assertThat(data.Y().shape()).isEqualTo("(10, 2)");
        assertThat(data.Y().sumOfColumns()).isEqualTo(Matrix.ones(1, 2));
        assertThat(data.labels()).containsExactly(7, 0);
        assertThat(data.classes()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    @Test
    void aLabelAboveNineMakesMoreClasses() throws Exception {
        Dataset data = read(IMAGES, idx(new int[] {0x801, 2}, 26, 255));
        assertThat(data.labels()).containsExactly(26, 255);
        assertThat(data.classes()).hasSize(256).endsWith("255");
    }

    @Test
    void imagesOfMoreOrFewerDimensionsAreColumnsToo() throws Exception {
        byte[] coloured = idx(new int[] {0x804, 2, 1, 2, 3}, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255);
        assertThat(read(coloured, LABELS).X().sumOverExamples()).isEqualTo(Matrix.column(1, 0, 0, 0, 0, 1));
        assertThat(read(idx(new int[] {0x802, 2, 1}, 0, 255), LABELS).X()).isEqualTo(Matrix.row(0, 1));
    }

    @Test
    void anotherNumberOfLabelsIsRefusedWithBothFiles() {
        assertThat(refusal(IMAGES, idx(new int[] {0x801, 3}, 1, 2, 3)))
                .isEqualTo(labels() + ": must hold a label for each of the 2 images in " + images() + ", got 3");
    }

    @Test
    void filesThatAreSwappedAreRefusedByKind() {
        assertThat(refusal(LABELS, IMAGES))
                .isEqualTo(images() + ": must be an IDX file of images and begin with 0x00000803, got 0x00000801"
                        + " — did the two files change places? images come first");
        assertThat(refusal(IMAGES, IMAGES))
                .isEqualTo(labels() + ": must be an IDX file of labels and begin with 0x00000801, got 0x00000803"
                        + " — did the two files change places? images come first");
    }

    @ParameterizedTest
    @CsvSource({
        "'\u0089PNG\r\n\u001a\n',an image",
        "'x,kind\n1,a\n2,b\n',0x782c6b69",
        "<!doctype html>,'a web page — download the file itself, not the page that shows it'"
    })
    void aForeignFileIsNamed(String text, String kind) {
        assertThat(refusal(text.getBytes(StandardCharsets.ISO_8859_1), LABELS))
                .isEqualTo(images() + ": must be an IDX file of images and begin with 0x00000803, got " + kind);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xD03, 0x903, 0x800, 0})
    void numbersThatAreNoBytesAndSizesThatAreNoneAreRefused(int magic) {
        assertThat(refusal(idx(new int[] {magic, 1, 1, 1}, 0), LABELS))
                .isEqualTo(String.format(
                        Locale.ROOT,
                        "%s: must be an IDX file of images and begin with 0x00000803, got 0x%08x",
                        images(),
                        magic));
    }

    @Test
    void aFileThatIsCutOffAnywhereIsRefused() throws Exception {
        for (byte[] whole : new byte[][] {IMAGES, gzip(IMAGES)}) {
            for (int length = 0; length < whole.length; length++) {
                assertThat(refusal(Arrays.copyOf(whole, length), LABELS))
                        .as("cut to %s of %s bytes", length, whole.length)
                        .startsWith(images() + ": must ")
                        .doesNotContain("\n");
            }
        }
        assertThat(refusal(Arrays.copyOf(IMAGES, IMAGES.length - 1), LABELS))
                .isEqualTo(images() + ": must hold as many bytes as its sizes [2, 2, 3] say, got 11");
    }

    @Test
    void aFileThatIsTooLongIsRefused() throws Exception {
        byte[] longer = Arrays.copyOf(LABELS, LABELS.length + 1);
        for (byte[] file : new byte[][] {longer, gzip(longer)}) {
            assertThat(refusal(IMAGES, file))
                    .isEqualTo(labels() + ": must hold as many bytes as its sizes [2] say, got 3");
        }
    }

    @ParameterizedTest
    @CsvSource({"0,2,3", "2,0,3", "-2,-2,3", "-1,1,-12", "2147483647,2147483647,2147483647"})
    void sizesThatCannotBeAreRefused(int m, int rows, int cols) {
        assertThat(refusal(idx(new int[] {0x803, m, rows, cols}, new int[12]), LABELS))
                .isEqualTo("%s: must hold as many bytes as its sizes [%s, %s, %s] say, got 12"
                        .formatted(images(), m, rows, cols));
    }

    @Test
    void damageInsideTheGzipFormatIsRefused() throws Exception {
        byte[] zipped = gzip(IMAGES);
        zipped[zipped.length - 6] ^= 1; // of the check sum
        assertThat(refusal(zipped, LABELS))
                .isEqualTo(images() + ": must be a whole IDX file, got a damaged or unfinished"
                        + " gzip (Corrupt GZIP trailer) — download it again");
        assertThat(refusal(Arrays.copyOf(IMAGES, 6), LABELS))
                .isEqualTo(images() + ": must be a whole IDX file, got one that ends early — download it again");
    }

    @Test
    void aMissingFileAndAFolderAreRefused() throws Exception {
        Path missing = folder.resolve("no-such-file");
        Path there = Files.write(labels(), LABELS);
        assertThat(CsvRefusalTest.refusal(() -> Idx.read(missing, there)))
                .startsWith(missing + ": there is no such file; the current folder is ");
        Files.write(images(), IMAGES);
        assertThat(CsvRefusalTest.refusal(() -> Idx.read(images(), folder)))
                .isEqualTo(folder + ": must be a whole IDX file, got a folder");
    }

    private Path images() {
        return folder.resolve("images.gz"); // no name tells what a file holds
    }

    private Path labels() {
        return folder.resolve("labels");
    }

    private Dataset read(byte[] images, byte[] labels) throws IOException {
        return Idx.read(Files.write(images(), images), Files.write(labels(), labels));
    }

    private String refusal(byte[] images, byte[] labels) {
        return CsvRefusalTest.refusal(() -> read(images, labels));
    }

    /** The magic number and the sizes, 4 bytes each with the highest first, then the bytes. */
    private static byte[] idx(int[] head, int... bytes) {
        ByteBuffer file = ByteBuffer.allocate(4 * head.length + bytes.length);
        for (int number : head) {
            file.putInt(number);
        }
        for (int b : bytes) {
            file.put((byte) b);
        }
        return file.array();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        }
        return zipped.toByteArray();
    }
}
