package backprop.grade.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import backprop.Tier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One odd name decides nothing, and nothing that was handed in gets lost without a word. */
class LayoutTest {
    private static final String NAME = "hw";
    private static final int MANY_HEADERS = 300_000;
    private static final byte[] BOOK = new Books().code("x").bytes();

    @TempDir
    private Path folder;

    private void file(String name, byte[] content) throws IOException {
        Path file = folder.resolve("class").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private void files(String... names) throws IOException {
        for (String name : names) {
            file(name, BOOK);
        }
    }

    private Submissions find() {
        return Submissions.find(folder.resolve("class"), NAME, Optional.empty(), notebook -> 0);
    }

    private static List<String> students(Submissions all) {
        return all.found().stream().map(found -> found.handIn().student()).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "submitted/x/hw/y.ipynb",
                "submitted/x/y.ipynb",
                "submitted/x.ipynb",
                "submitted/hw/y.ipynb",
                "submitted/x/01/y.ipynb"
            })
    void aFolderThatIsCalledSubmittedAmongFilesIsLeftOutAloud(String odd) throws IOException {
        files("mira.ipynb", "noor.ipynb", "olga.ipynb", odd);
        Submissions all = find();
        assertThat(students(all)).containsExactly("mira", "noor", "olga");
        assertThat(all.difference())
                .isEqualTo("4 files or folders were found: 3 of 3 students, and 1 left out: “submitted”.");
        assertThat(all.warnings().get(1)).startsWith("“" + odd + "” was left out: it lies in nbgrader's folder");
    }

    @Test
    void aFolderThatHoldsMoreThanTheRestIsAskedAbout() throws IOException {
        files("class/mira.ipynb", "class/noor.ipynb", "class/olga.ipynb", "stray.ipynb");
        assertThat(find().crowd())
                .contains("“class” counts as one student, though it holds 3 notebooks, and beside it there is 1.");
    }

    @Test
    void aStudentWithTwoNotebooksAmongOthersIsNoCrowd() throws IOException {
        files("mira/a.ipynb", "mira/b.ipynb", "mira/c.ipynb", "noor/a.ipynb", "olga/a.ipynb");
        assertThat(find().crowd()).isEmpty();
    }

    @Test
    void aStudentsHiddenFolderIsToldAndOfMoodleMarked() throws IOException {
        files(
                "submitted/mira/hw/x.ipynb",
                "submitted/noor/hw/x.ipynb",
                "submitted/.ute/hw/x.ipynb",
                "submitted/.ipynb_checkpoints/x.ipynb");
        assertThat(find().warnings())
                .contains("“submitted/.ute” was left out: it is hidden, for its name begins with a dot.")
                .hasSize(2);
    }

    @Test
    void aNameThatBeginsWithADotIsAStudentsInMoodle() throws IOException {
        files(
                ".hidden Ann_7_assignsubmission_file_/x.ipynb",
                "..._8_assignsubmission_file_/x.ipynb",
                "com1.txt_9_assignsubmission_file_/x.ipynb",
                "._Mira_5_assignsubmission_file_/x.ipynb");
        assertThat(students(find())).containsExactly("8", "com1-txt-9", "hidden-Ann-7");
    }

    @Test
    void twoSpellingsOfANameAreOneStudentAndThatIsSaid() throws IOException {
        files("submitted/jos\u00E9/hw/x.ipynb", "submitted/jose\u0301/hw/x.ipynb", "submitted/noor/hw/x.ipynb");
        Submissions all = find();
        assertThat(students(all)).containsExactly("jos\u00E9", "noor");
        assertThat(all.warnings())
                .containsExactly("“jos\u00E9” is there in 2 spellings that look the same; what was handed in"
                        + " under them counts as one student's.");
    }

    @Test
    void nbgradersFolderStaysOneBesideAStrayNotebook() throws IOException {
        files(
                "submitted/mira/hw/x.ipynb",
                "submitted/noor/hw/x.ipynb",
                "stray.ipynb",
                "source/hw/hw.ipynb",
                "release/hw/hw.ipynb",
                "submitted/olga/x.ipynb",
                "submitted/paul/01/x.ipynb");
        Submissions all = find();
        assertThat(students(all)).containsExactly("mira", "noor");
        assertThat(all.warnings())
                .containsExactly(
                        "4 files or folders were found: 2 of 2 students, and 2 left out: “stray.ipynb”, “submitted/olga”.",
                        "“stray.ipynb” was left out: what is handed in must lie in submitted/STUDENT/hw.",
                        "“submitted/olga” was left out: what is handed in must lie in submitted/STUDENT/hw.");
    }

    @Test
    void flatFilesInAFolderThatIsCalledSubmittedAreFound() throws IOException {
        files("submitted/mira.ipynb", "submitted/noor.ipynb");
        assertThat(students(find())).containsExactly("mira", "noor");
        assertThat(students(Submissions.find(folder.resolve("class/submitted"), NAME, Optional.empty(), notebook -> 0)))
                .containsExactly("mira", "noor");
    }

    @Test
    void noStudentsFolderMakesItselfTheCourse() throws IOException {
        files(
                "mira.ipynb",
                "eve/submitted/a/hw/x.ipynb",
                "eve/submitted/b/hw/x.ipynb",
                "eve/submitted/c/hw/x.ipynb",
                "eve/source/hw/hw.ipynb");
        assertThat(students(find())).containsExactly("eve", "mira");
    }

    @Test
    void foldersFilesAndArchivesMayBeMixed() throws IOException {
        files("mira/x.ipynb", "noor.ipynb", "hw/x.ipynb", "olga/deep/er/x.ipynb", "._mira.ipynb", ".hidden.ipynb");
        file("paul.zip", Books.zip(Map.of("x.ipynb", BOOK)));
        file("README.txt", new byte[1]);
        file("grades.csv", new byte[1]);
        file(".DS_Store", new byte[1]);
        Submissions all = find();
        assertThat(students(all)).containsExactly("hw", "mira", "noor", "olga", "paul");
        assertThat(all.difference())
                .isEqualTo(
                        "8 files or folders were found: 5 of 5 students, and 3 left out: “.hidden.ipynb”, “README.txt”, “grades.csv”.");
        assertThat(all.warnings())
                .contains("“.hidden.ipynb” was left out: it is hidden, for its name begins with a dot.");
    }

    @Test
    void aClassMayBeWrappedTwiceAndBesideAStrayFile() throws IOException {
        files("a/b/mira.ipynb", "a/b/noor/x.ipynb");
        file("readme.md", new byte[1]);
        assertThat(students(find())).containsExactly("mira", "noor");
        assertThat(find().difference()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eve.ipynb",
                "eve.IPYNB",
                "eve.ipynb.txt",
                "eve.ipynb (1)",
                "eve.ipynb(2)",
                "eve.ipynb.json",
                "eve.ipynb.txt (1)",
                "eve.json",
                "eve.ipynb~",
                "eve.ipynb.bak",
                "eve.ipynb.crdownload",
                "eve.ipynb.part",
                "eve.zip",
                "eve.ZIP",
                "eve.ipynb.zip",
                "eve.zip (1)",
                "eve.tar",
                "eve.tar.gz",
                "eve.tgz",
                "eve.ipynb.gz",
                "eve.ipynb.tar.gz"
            })
    void whatCanBeReadIsRead(String name) throws IOException {
        files("mira.ipynb", "noor.ipynb");
        String lower = name.toLowerCase(Locale.ROOT);
        byte[] content = lower.contains(".zip")
                ? Books.zip(Map.of("a/x.ipynb", BOOK))
                : lower.endsWith(".tar")
                        ? tar(Map.of("a/x.ipynb", BOOK))
                        : lower.endsWith("tar.gz") || lower.endsWith(".tgz")
                                ? gzip(tar(Map.of("a/x.ipynb", BOOK)))
                                : lower.endsWith(".gz") ? gzip(BOOK) : BOOK;
        file(name, content);
        assertThat(find().found())
                .extracting(f -> f.handIn().student(), f -> f.problem())
                .containsExactly(tuple("eve", ""), tuple("mira", ""), tuple("noor", ""));
        assertThat(find().found().get(0).bytes()).isEqualTo(BOOK);
        Map<String, byte[]> all = new LinkedHashMap<>(Map.of("mira.ipynb", BOOK, "noor.ipynb", BOOK, name, content));
        Path zip = Files.write(folder.resolve("all.zip"), Books.zip(all));
        assertThat(students(Submissions.find(zip, NAME, Optional.empty(), notebook -> 0)))
                .containsExactly("eve", "mira", "noor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eve.rar",
                "eve.7z",
                "eve.tar.bz2",
                "eve.tar.xz",
                "eve.ipynb.bz2",
                "eve.xz",
                "eve.RAR",
                "eve.zip.crdownload",
                "eve.zip.001",
                "eve.ipynb.part",
                "eve.ipynb.crdownload",
                "eve.tar.gz",
                "eve.gz",
                "eve.zip",
                "eve.tar"
            })
    void whatCannotBeReadHasARowAndAReason(String name) throws IOException {
        files("mira.ipynb", "noor.ipynb");
        file(name, "Rar!".getBytes(StandardCharsets.UTF_8));
        file("olga/" + name, "Rar!".getBytes(StandardCharsets.UTF_8));
        assertThat(students(find()))
                .containsExactly("eve", "mira", "noor", "olga")
                .isSorted();
        assertThat(find().found().get(0).problem()).isNotEmpty();
        assertThat(find().found().get(3).problem()).isNotEmpty();
        file("paul.zip", Books.zip(Map.of("in/" + name, new byte[3])));
        assertThat(find().found().get(4).problem()).isNotEmpty();
    }

    @Test
    void aCopyCountsOnlyWhereThereIsNothingElse() throws IOException {
        byte[] more = new Books().code("x").code("y").bytes();
        files("mira/hw.ipynb");
        file("mira/hw.ipynb~", more);
        file("mira/hw.ipynb.bak", more);
        file("noor/hw.ipynb.bak", more);
        Submissions all = Submissions.find(
                folder.resolve("class"),
                NAME,
                Optional.empty(),
                notebook -> notebook.cells().size());
        assertThat(all.found())
                .extracting(f -> f.handIn().file())
                .containsExactly("mira/hw.ipynb", "noor/hw.ipynb.bak");
    }

    @Test
    void aTarIsReadAsCarefullyAsAZip() throws IOException {
        files("mira.ipynb", "noor.ipynb");
        file("eve.tgz", gzip(tar(Map.of("../x.ipynb", BOOK))));
        assertThat(find().found().get(0).problem()).isEqualTo("has a name that leads out of its archive");
        file("eve.tgz", gzip(new byte[300 << 20]));
        assertThat(find().found().get(0).problem()).isNotEmpty();
        byte[] large = tar(Map.of("x.ipynb", new byte[1]));
        System.arraycopy("77777777777\0".getBytes(StandardCharsets.US_ASCII), 0, large, 124, 12);
        checksum(large);
        file("eve.tgz", gzip(large));
        assertThat(find().found().get(0).problem()).isEqualTo("is a damaged archive");
        byte[] link = tar(Map.of("x.ipynb", new byte[0]));
        link[156] = '2';
        checksum(link);
        file("eve.tgz", gzip(link));
        assertThat(find().found().get(0).problem()).isEqualTo("is a link, which is not followed");
        file("eve.tgz", gzip(tar(Map.of("y.zip", Books.zip(Map.of("x.ipynb", BOOK))))));
        assertThat(find().found().get(0).problem()).isEqualTo("is an archive in a tar archive, which is not opened");
        byte[] whole = gzip(tar(Map.of("x.ipynb", BOOK)));
        for (int i = 0; i < whole.length; i++) {
            byte[] wrong = whole.clone();
            wrong[i] ^= (byte) 0x55;
            file("eve.tgz", wrong);
            assertThat(students(find())).containsExactly("eve", "mira", "noor");
        }
    }

    @Test
    void aClassMayComeAsATar() throws IOException {
        Map<String, byte[]> all = Map.of("mira.ipynb", BOOK, "noor.zip", Books.zip(Map.of("x.ipynb", BOOK)));
        Path tar = Files.write(folder.resolve("all.tgz"), gzip(tar(all)));
        Submissions found = Submissions.find(tar, NAME, Optional.empty(), notebook -> 0);
        assertThat(found.found())
                .extracting(f -> f.handIn().student(), Submission::bytes)
                .containsExactly(tuple("mira", BOOK), tuple("noor", BOOK));
    }

    @Test
    void aTarsLongNamesAreRead() throws IOException {
        String name = "a".repeat(150) + "/x.ipynb";
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        String path = (name.length() + 10) + " path=" + name + "\n";
        byte[] pax = tar(Map.of("pax", path.getBytes(StandardCharsets.UTF_8)));
        pax[156] = 'x';
        checksum(pax);
        tar.write(pax, 0, 1024);
        tar.writeBytes(tar(Map.of("short", BOOK)));
        files("mira.ipynb");
        file("eve.tar", tar.toByteArray());
        assertThat(find().found().get(0).bytes()).isEqualTo(BOOK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "path=../../x.ipynb",
                "path=/x.ipynb",
                "size=99999999999999",
                "size=-1",
                "size=x",
                "mtime=1e999999999",
                "mtime=",
                "path=",
                "GNU.sparse.major=1",
                "GNU.sparse.map=0,1,5,9223372036854775807",
                "GNU.sparse.size=9223372036854775807\nGNU.sparse.map=9223372036854775807,0",
                "SCHILY.realsize=9223372036854775807",
                "GNU.sparse.realsize=9223372036854775807\nGNU.sparse.major=1\nGNU.sparse.minor=0",
                "GNU.sparse.offset=1",
                "GNU.sparse.size=9223372036854775807\nGNU.sparse.offset=9223372036854775807\nGNU.sparse.numbytes=0",
                "SCHILY.filetype=sparse\nSCHILY.realsize=9223372036854775807",
                "uid=99999999999999999999",
                "linkpath=/etc"
            })
    @Timeout(30)
    void aTarsOddHeadersHarmNobody(String records) throws IOException {
        files("mira.ipynb");
        for (char kind : "xgXLKSDV".toCharArray()) {
            behind(kind, records, 1);
            behind(kind, records, Tier.atLeast(Tier.FULL) ? MANY_HEADERS : 1000);
        }
    }

    @Test
    @Tag("default")
    void aLongChainOfHeadersHarmsNobody() throws IOException {
        files("mira.ipynb");
        for (char kind : "xgL".toCharArray()) {
            behind(kind, "path=../../x.ipynb", MANY_HEADERS);
        }
    }

    private void behind(char kind, String records, int times) throws IOException {
        file("eve.tgz", gzip(headed(kind, pax(records), times)));
        assertThat(students(find())).containsExactly("eve", "mira");
    }

    @Test
    void aTarsHeadersAreLimited() throws IOException {
        files("mira.ipynb");
        for (char kind : "xgL".toCharArray()) {
            file("eve.tgz", gzip(headed(kind, pax("path=" + "a".repeat(1 << 20)), 1)));
            assertThat(find().found().get(0).problem()).isEqualTo("is a damaged archive");
        }
        StringBuilder keys = new StringBuilder("a=b");
        for (int i = 0; i < 1000; i++) {
            keys.append("\nkey").append(i).append("=x");
        }
        file("eve.tgz", gzip(headed('g', pax(keys.toString()), 1)));
        assertThat(find().found().get(0).problem()).isEqualTo("is a damaged archive");
        byte[] cut = tar(Map.of("x.ipynb", BOOK, "y.ipynb", BOOK));
        file("eve.tar", Arrays.copyOf(cut, cut.length - 1024 - Math.floorMod(-BOOK.length, 512) - BOOK.length - 100));
        Files.delete(folder.resolve("class/eve.tgz"));
        assertThat(find().found().get(0).problem()).isEqualTo("is a damaged archive");
    }

    /** A notebook behind so many special headers. */
    private static byte[] headed(char kind, byte[] records, int times) throws IOException {
        byte[] header = tar(Map.of("header", records));
        header[156] = (byte) kind;
        checksum(header);
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        for (int i = 0; i < times && tar.size() < 200 << 20; i++) {
            tar.write(header, 0, header.length - 1024);
        }
        tar.writeBytes(tar(Map.of("x.ipynb", BOOK)));
        return tar.toByteArray();
    }

    private static byte[] pax(String records) {
        StringBuilder all = new StringBuilder();
        for (String record : records.split("\n", -1)) {
            int length = record.length() + 2;
            int digits =
                    Integer.toString(length + Integer.toString(length).length()).length();
            all.append(length + digits).append(' ').append(record).append('\n');
        }
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] tar(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.forEach((name, content) -> {
            byte[] header = new byte[512];
            put(header, 0, name);
            put(header, 100, "0000644\0");
            put(header, 124, String.format(Locale.ROOT, "%011o\0", content.length));
            put(header, 136, String.format(Locale.ROOT, "%011o\0", 1_793_000_000L));
            header[156] = '0';
            put(header, 257, "ustar\00000");
            checksum(header);
            out.writeBytes(header);
            out.writeBytes(content);
            out.writeBytes(new byte[Math.floorMod(-content.length, 512)]);
        });
        out.writeBytes(new byte[1024]);
        return out.toByteArray();
    }

    private static void put(byte[] block, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }

    /** Of the first block. */
    private static void checksum(byte[] tar) {
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += i >= 148 && i < 156 ? ' ' : tar[i] & 0xFF;
        }
        put(tar, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
    }
}
