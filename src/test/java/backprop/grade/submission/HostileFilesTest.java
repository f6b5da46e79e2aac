package backprop.grade.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import backprop.grade.notebook.Notebook;
import backprop.grade.result.GradeException;
import backprop.grade.result.UnreachableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the honest student Mira hands in is found, whatever lies beside it. */
class HostileFilesTest {
    private static final String NAME = "hw";
    private static final String GOOD = "the honest notebook";
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;

    @TempDir
    private Path folder;

    private long unpackedBefore;

    @BeforeEach
    void theHonestOne() throws IOException {
        Files.writeString(folder.resolve("mira.ipynb"), GOOD);
        unpackedBefore = unpacked();
    }

    @AfterEach
    void nothingIsLeftUnpacked() throws IOException {
        assertThat(unpacked()).isEqualTo(unpackedBefore);
    }

    private static long unpacked() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("backprop-")
                            && file.toString().endsWith(".zip"))
                    .count();
        }
    }

    private Submissions find() {
        Submissions all = Submissions.find(folder, NAME, Optional.empty(), notebook -> 0);
        Submission mira = all.found().stream()
                .filter(f -> f.handIn().student().equals("mira"))
                .findFirst()
                .orElseThrow();
        assertThat(mira.bytes()).isEqualTo(GOOD.getBytes(StandardCharsets.UTF_8));
        return all;
    }

    private Submission eve(byte[] zip) throws IOException {
        Files.write(folder.resolve("eve.zip"), zip);
        Submissions all = find();
        assertThat(all.found()).hasSize(2);
        return all.found().get(0);
    }

    private static byte[] zip(String... names) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : names) {
            files.put(name, name.getBytes(StandardCharsets.UTF_8));
        }
        return Books.zip(files);
    }

    @Test
    void anEntryOutsideOfItsFolderIsRefused() throws IOException {
        for (String name : List.of(
                "../x.ipynb",
                "a/../../x.ipynb",
                "/etc/x.ipynb",
                "..\\x.ipynb",
                "a\\x.ipynb",
                "C:/x.ipynb",
                "c:x.ipynb",
                "a\0.ipynb",
                "a/..",
                "a\n.ipynb",
                "x".repeat(5_000) + ".ipynb")) {
            assertThat(eve(zip(name)).problem()).as(name).isEqualTo("has a name that leads out of its archive");
            Submission beside = eve(zip(name, "good.ipynb"));
            assertThat(beside.problem()).isEmpty();
            assertThat(beside.bytes()).isEqualTo("good.ipynb".getBytes(StandardCharsets.UTF_8));
            assertThat(beside.handIn().remarks())
                    .singleElement()
                    .asString()
                    .contains("was left out: it has a name that");
        }
    }

    @Test
    void anEntryOutsideOfAClasssArchiveIsAWarning() throws IOException {
        Path archive =
                Files.write(folder.resolve("all.zip"), zip("mira.ipynb", "../mira.ipynb", "/noor.ipynb", "olga.ipynb"));
        Submissions all = Submissions.find(archive, NAME, Optional.empty(), notebook -> 0);
        assertThat(all.found())
                .extracting(f -> f.handIn().student(), f -> f.handIn().file())
                .containsExactly(tuple("mira", "mira.ipynb"), tuple("olga", "olga.ipynb"));
        assertThat(all.warnings())
                .containsExactly(
                        "4 files or folders were found: 2 of 2 students, and 2 left out: “../mira.ipynb”, “/noor.ipynb”.",
                        "“../mira.ipynb” has a name that leads out of its archive.",
                        "“/noor.ipynb” has a name that leads out of its archive.");
    }

    @Test
    void linksAreNotFollowedAndPipesNotOpened() throws Exception {
        Path secret = Files.writeString(
                Files.createDirectory(folder.resolve(".secret")).resolve("s.ipynb"), "secret");
        Files.createSymbolicLink(folder.resolve("eve.ipynb"), secret);
        Files.createSymbolicLink(folder.resolve("folder"), secret.getParent());
        Files.createDirectories(folder.resolve("x.ipynb"));
        Process pipe = new ProcessBuilder("mkfifo", folder.resolve("paul.ipynb").toString()).start();
        assumeThat(pipe.waitFor(10, TimeUnit.SECONDS) && pipe.exitValue() == 0).isTrue();
        Submissions all = find();
        assertThat(all.found())
                .extracting(f -> f.handIn().student(), Submission::problem)
                .containsExactly(
                        tuple("eve", "is a link, which is not followed"),
                        tuple("mira", ""),
                        tuple("paul", "is no regular file"));
        assertThat(all.warnings())
                .containsExactly(
                        "6 files or folders were found: 3 of 3 students, and 3 left out: “.secret”, “folder”, “x.ipynb”.",
                        "“.secret” was left out: it is hidden, for its name begins with a dot.",
                        "“folder” is a link, which is not followed.",
                        "“x.ipynb” was left out: it holds no notebook, and its name alone tells no student.");
    }

    @Test
    void oneNotebookAloneIsTakenLikeOneInAFolder() throws IOException {
        Submission alone = Submissions.find(folder.resolve("mira.ipynb"), NAME, Optional.empty(), notebook -> 0)
                .found()
                .get(0);
        Submission among = find().found().get(0);
        assertThat(alone.handIn()).isEqualTo(among.handIn());
        assertThat(alone.bytes()).isEqualTo(among.bytes());
    }

    @Test
    void aFileThatIsDamagedIsTheStudentsAndOneThatVanishedIsNot() throws IOException {
        byte[] zip = zip("good.ipynb");
        Submission whole = eve(zip);
        assertThat(whole.bytes()).isNotEmpty();
        Files.write(folder.resolve("eve.zip"), "no zip".getBytes(StandardCharsets.UTF_8));
        refused(whole, "is no zip archive, or a damaged one");
        Files.delete(folder.resolve("eve.zip"));
        unreachable(whole, "no such file");
        Files.createDirectory(folder.resolve("eve.zip"));
        unreachable(whole, "it is no file any more");
        unreachable(new Submission(whole.handIn(), "cannot be read from the disk", whole.origin()), "cannot be read");
    }

    @Test
    void aFileThatBecomesALinkAfterItWasFoundIsNotFollowed() throws IOException {
        Path eve = Files.writeString(folder.resolve("eve.ipynb"), "x");
        Submission found = find().found().get(0);
        Files.delete(eve);
        Files.createSymbolicLink(eve, folder.resolve("mira.ipynb"));
        unreachable(found, "it is no file any more");
        Files.delete(eve);
        unreachable(found, "no such file");
    }

    @Test
    void aNotebookThatIsTooLargeIsRefusedAndAnOlderOneCounts() throws IOException {
        try (RandomAccessFile eve =
                new RandomAccessFile(folder.resolve("eve.ipynb").toFile(), "rw")) {
            eve.setLength(Notebook.MOST_BYTES + 1L);
        }
        assertThat(find().found().get(0).problem()).isEqualTo("has more than 256 MiB");
        Files.delete(folder.resolve("eve.ipynb"));
        Submission found = eve(zeros("x.ipynb", Notebook.MOST_BYTES + 1L, "y.ipynb", 30L << 20));
        assertThat(found.handIn().file()).isEqualTo("eve.zip!/y.ipynb");
        assertThat(found.bytes()).hasSize(30 << 20);
    }

    @Test
    void anEntryThatLiesAboutItsSizeIsStoppedAtTheLimit() throws IOException {
        byte[] bomb = zeros("x.ipynb", Notebook.MOST_BYTES + 1L);
        refused(eve(patched(bomb, 24, 10)), "unpacks to more than 256 MiB");
        refused(eve(patched(zip("x.ipynb"), 24, 3)), "does not hold what the archive says");
        refused(eve(patched(zip("x.ipynb"), 24, 300)), "is damaged");
        refused(eve(patched(zip("x.ipynb"), 16, 300)), "does not hold what the archive says");
    }

    @Test
    void bombsOfArchivesAreStopped() throws IOException {
        byte[] huge = Books.zip(Map.of("a.zip", new byte[65 << 20]));
        assertThat(eve(huge).problem()).isEqualTo("unpacks to more than 64 MiB");
        byte[] inner = Books.zip(Map.of("zeros", new byte[60 << 20]));
        ByteArrayOutputStream padded = new ByteArrayOutputStream();
        padded.writeBytes(new byte[60 << 20]);
        padded.writeBytes(inner);
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 20; i++) {
            many.put("a" + i + ".zip", padded.toByteArray());
        }
        assertThat(eve(Books.zip(many)).problem()).startsWith("unpacks to more than");
    }

    @Test
    void archivesInTooManyArchivesAreRefused() throws IOException {
        byte[] three = Books.zip(Map.of("b.zip", Books.zip(Map.of("c.zip", zip("x.ipynb")))));
        assertThat(eve(three).bytes()).isEqualTo("x.ipynb".getBytes(StandardCharsets.UTF_8));
        assertThat(eve(Books.zip(Map.of("a.zip", three))).problem()).isEqualTo("is an archive in too many others");
    }

    @Test
    void tooManyFilesAreRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i <= 100_000; i++) {
                zip.putNextEntry(new ZipEntry(Integer.toString(i)));
            }
        }
        assertThat(eve(bytes.toByteArray()).problem()).isEqualTo("holds more than 100,000 files");
        String[] names = new String[1_001];
        for (int i = 0; i < names.length; i++) {
            names[i] = i + ".ipynb";
        }
        Submission found = eve(zip(names));
        assertThat(found.handIn().remarks()).anyMatch(remark -> remark.contains("holds more than 1,000 notebooks"));
    }

    @Test
    void damagedAndEncryptedArchivesAreTheirStudentsProblem() throws IOException {
        byte[] zip = zip("x.ipynb");
        assertThat(eve(patched(zip, 8, 1)).problem()).isEqualTo("is an archive with a password");
        assertThat(eve(java.util.Arrays.copyOf(zip, zip.length - 9)).problem())
                .isEqualTo("is no zip archive, or a damaged one");
        assertThat(eve(new byte[0]).problem()).isEqualTo("is no zip archive, or a damaged one");
        assertThat(eve("PK\3\4 and so on".getBytes(StandardCharsets.UTF_8)).problem())
                .startsWith("is no zip archive");
        assertThat(eve(Books.zip(Map.of("a.zip", new byte[] {1, 2}))).problem()).startsWith("is no zip archive");
        assertThat(eve(Books.zip(Map.of())).problem())
                .isEqualTo("no notebook was handed in, only “eve.zip”, in which there is none");
    }

    @Test
    void everyByteOfAnArchiveMayBeWrong() throws IOException {
        byte[] zip = zip("x.ipynb", "y.ipynb");
        for (int i = 0; i < zip.length; i++) {
            byte[] wrong = zip.clone();
            wrong[i] ^= (byte) (i % 2 == 0 ? 0xFF : 0x01);
            Submission found = eve(wrong);
            try {
                assertThat(found.bytes()).isNotNull();
            } catch (GradeException why) {
                assertThat(why.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void namesOfOldProgramsAreRead() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, Charset.forName("IBM437"))) {
            zip.putNextEntry(new ZipEntry("José Núñez.ipynb"));
            zip.write(1);
        }
        Path archive = Files.write(folder.resolve("old.zip"), bytes.toByteArray());
        Submissions all = Submissions.find(archive, NAME, Optional.empty(), notebook -> 0);
        assertThat(all.found()).extracting(f -> f.handIn().student()).containsExactly("José+Núñez");
        assertThat(all.found().get(0).bytes()).containsExactly(1);
    }

    @Test
    void theSameNameTwiceInAnArchiveCountsOnce() throws IOException {
        byte[] zip = zip("x.ipynb", "y.ipynb");
        byte[] twice = new String(zip, StandardCharsets.ISO_8859_1)
                .replace("y.ipynb", "x.ipynb")
                .getBytes(StandardCharsets.ISO_8859_1);
        Submission found = eve(twice);
        assertThat(found.handIn().remarks()).anyMatch(remark -> remark.contains("is there twice in its archive"));
    }

    /** An archive of files of so many zeros. */
    private static byte[] zeros(Object... namesAndSizes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(1);
            byte[] some = new byte[1 << 20];
            for (int i = 0; i < namesAndSizes.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndSizes[i]));
                for (long left = (Long) namesAndSizes[i + 1]; left > 0; left -= some.length) {
                    zip.write(some, 0, (int) Math.min(left, some.length));
                }
            }
        }
        return bytes.toByteArray();
    }

    /** The archive with another number at this place of the entry's central header, and in its local one. */
    private static byte[] patched(byte[] zip, int place, int number) {
        ByteBuffer bytes = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i + 4 < zip.length; i++) {
            int at = bytes.getInt(i) == CENTRAL ? i + place : -1;
            if (bytes.getInt(i) == LOCAL && place == 8) {
                at = i + 6;
            }
            if (at >= 0 && place == 8) {
                bytes.putShort(at, (short) number);
            }
            if (at >= 0 && place != 8) {
                bytes.putInt(at, number);
            }
        }
        return bytes.array();
    }

    private static void unreachable(Submission found, String why) {
        assertThatExceptionOfType(UnreachableException.class)
                .isThrownBy(found::bytes)
                .withMessageContaining(why);
    }

    private static void refused(Submission found, String why) {
        assertThatExceptionOfType(GradeException.class).isThrownBy(found::bytes).withMessageContaining(why);
    }
}
