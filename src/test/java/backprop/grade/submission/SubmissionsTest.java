package backprop.grade.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import backprop.grade.notebook.Notebook;
import backprop.grade.result.GradeException;
import backprop.grade.result.HandIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionsTest {
    private static final String NAME = "04-backward-pass";
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    @TempDir
    private Path folder;

    private Path file(String name, Instant time) throws IOException {
        return file(name, time, bytes(name));
    }

    private Path file(String name, Instant time, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        return Files.setLastModifiedTime(file, FileTime.from(time));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> files(String... names) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : names) {
            files.put(name, bytes(name));
        }
        return files;
    }

    private Submissions find() {
        return Submissions.find(folder, NAME, Optional.empty(), notebook -> 0);
    }

    private static List<String> students(Submissions all) {
        return all.found().stream().map(found -> found.handIn().student()).toList();
    }

    private static String content(Submission found) {
        return new String(found.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void nbgradersFolderGivesTheAskedAssignmentWithItsTime() throws IOException {
        for (String root : List.of("course/submitted", "submitted")) {
            file(root + "/mira/" + NAME + "/" + NAME + ".ipynb", NOON);
            file(root + "/mira/" + NAME + "/other.ipynb", NOON.plusSeconds(9));
            file(root + "/mira/" + NAME + "/timestamp.txt", NOON, bytes("2026-11-02 14:05:59.789012 UTC"));
            file(root + "/mira/03-forward-pass/03-forward-pass.ipynb", NOON);
            file(root + "/noor/" + NAME + "/notes.txt", NOON);
            file(root + "/olga/03-forward-pass/03-forward-pass.ipynb", NOON);
        }
        file("course/source/" + NAME + "/" + NAME + ".ipynb", NOON);
        for (Path path :
                List.of(folder.resolve("course"), folder.resolve("course/submitted"), folder.resolve("submitted"))) {
            Submissions all = Submissions.find(path, NAME, Optional.of(NOON), notebook -> 0);
            assertThat(all.warnings()).isEmpty();
            assertThat(students(all)).containsExactly("mira", "noor");
            HandIn mira = all.found().get(0).handIn();
            assertThat(mira.time()).isEqualTo("2026-11-02T14:05:59Z");
            assertThat(mira.lateness()).isEqualTo("late by 2 h 5 min");
            assertThat(mira.file()).endsWith("mira/" + NAME + "/" + NAME + ".ipynb");
            assertThat(mira.remarks())
                    .singleElement()
                    .asString()
                    .startsWith("2 notebooks were handed in; ")
                    .endsWith(NAME + ".ipynb” counts: by its name, for others of the same time have as many answers.");
            assertThat(all.found().get(1).problem()).isEqualTo("no notebook was handed in, only “notes.txt”");
            assertThatExceptionOfType(GradeException.class)
                    .isThrownBy(all.found().get(1)::bytes);
        }
    }

    @Test
    void aFlatFolderHasStudentsNames() throws IOException {
        file("noor.ipynb", NOON);
        file("Mira-04-backward-pass.ipynb", NOON);
        file("04-Backward-Pass_olga petrowna.ipynb", NOON);
        file("04-backward-pass.ipynb", NOON);
        file("class list.txt", NOON);
        file("pictures/a.png", NOON);
        assertThat(students(find())).containsExactly("04-backward-pass", "Mira", "noor", "olga+petrowna");
        assertThat(find().found().get(3).handIn())
                .isEqualTo(new HandIn(
                        "olga+petrowna",
                        "olga petrowna",
                        "",
                        "04-Backward-Pass_olga petrowna.ipynb",
                        "2026-11-02T12:00:00Z",
                        "",
                        List.of()));
        assertThat(content(find().found().get(2))).isEqualTo("noor.ipynb");
        assertThat(find().warnings())
                .containsExactly(
                        "6 files or folders were found: 4 of 4 students, and 2 left out: “class list.txt”, “pictures”.",
                        "“class list.txt” was left out: it holds no notebook, and its name alone tells no student.",
                        "“pictures” was left out: it holds no notebook, and its name alone tells no student.");
    }

    @Test
    void whoHandsInNoNotebookIsThereWithAReason() throws IOException {
        String file = "_assignsubmission_file_/";
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("Ada Text_11_assignsubmission_onlinetext_/onlinetext.html", bytes("<p>My answer</p>"));
        files.put("Bo File_12" + file + "04.ipynb", bytes("{}"));
        files.put("Cy Empty_13" + file, new byte[0]);
        files.put("Di Pdf_14" + file + "x.pdf", bytes("%PDF"));
        files.put("Ed Link_15" + file + "My notebook.url", bytes("[InternetShortcut]"));
        files.put("Fe Checkpoint_16" + file + ".ipynb_checkpoints/x.ipynb", bytes("{}"));
        files.put("Gu Mac_17" + file + "__MACOSX/._x.ipynb", bytes("?"));
        files.put("Ha Nested_18" + file + "x.zip", Books.zip(files("__MACOSX/._x.ipynb", "readme.md")));
        files.put("Io Damaged_19" + file + "x.zip", bytes("PK\3\4?"));
        files.put("Ju Many_20" + file + "a.pdf", bytes("?"));
        for (String name : List.of("b.png", "c.docx", "d.html")) {
            files.put("Ju Many_20" + file + name, bytes("?"));
        }
        files.put("Ka Nothing_21" + file + "empty.zip", Books.zip(Map.of()));
        files.put("Lo Bytes_22" + file + "x.ipynb", new byte[0]);
        files.put("__MACOSX/Bo File_12" + file + "._04.ipynb", bytes("?"));
        Path zip = file("all.zip", NOON, Books.zip(files));
        Path unpacked = folder.resolve("unpacked");
        for (Map.Entry<String, byte[]> one : files.entrySet()) {
            if (one.getKey().endsWith("/")) {
                Files.createDirectories(unpacked.resolve(one.getKey()));
            } else {
                file("unpacked/" + one.getKey(), NOON, one.getValue());
            }
        }
        for (Path source : List.of(zip, unpacked)) {
            Submissions all = Submissions.find(source, NAME, Optional.empty(), notebook -> 0);
            assertThat(all.found())
                    .extracting(f -> f.handIn().name(), Submission::problem)
                    .containsExactly(
                            tuple("Ada Text", "no notebook was handed in, only text that was typed into the platform"),
                            tuple("Bo File", ""),
                            tuple("Cy Empty", "no notebook was handed in: the folder is empty"),
                            tuple("Di Pdf", "no notebook was handed in, only “x.pdf”"),
                            tuple("Ed Link", "no notebook was handed in, only a link, “My notebook.url”"),
                            tuple(
                                    "Fe Checkpoint",
                                    "no notebook was handed in, only what a system or an editor leaves behind (“.ipynb_checkpoints”)"),
                            tuple(
                                    "Gu Mac",
                                    "no notebook was handed in, only what a system or an editor leaves behind (“__MACOSX”)"),
                            tuple("Ha Nested", "no notebook was handed in, only “x.zip”, in which there is none"),
                            tuple("Io Damaged", "is no zip archive, or a damaged one"),
                            tuple("Ju Many", "no notebook was handed in, only “a.pdf”, “b.png”, “c.docx” and 1 more"),
                            tuple("Ka Nothing", "no notebook was handed in, only “empty.zip”, in which there is none"),
                            tuple("Lo Bytes", ""));
            Submission empty = all.found().get(11);
            assertThatExceptionOfType(GradeException.class)
                    .isThrownBy(() -> empty.read(Notebook::read))
                    .withMessage("is empty");
        }
    }

    @Test
    void aClassOfOnlineTextsIsAClass() throws IOException {
        file("class/Ada_11_assignsubmission_onlinetext_/onlinetext.html", NOON);
        file("class/Bo_12_assignsubmission_onlinetext/onlinetext.html", NOON);
        assertThat(students(find())).containsExactly("Ada-11", "Bo-12");
    }

    @Test
    void aFolderForEachStudentMayHoldALinkOrNothing() throws IOException {
        file("mira/x.ipynb", NOON);
        Files.createDirectories(folder.resolve("noor"));
        Files.createSymbolicLink(folder.resolve("olga"), folder.resolve("mira"));
        file("paul/.ipynb_checkpoints/x.ipynb", NOON);
        file("__MACOSX/mira/._x.ipynb", NOON);
        assertThat(find().found())
                .extracting(f -> f.handIn().student(), Submission::problem)
                .containsExactly(
                        tuple("mira", ""),
                        tuple("noor", "no notebook was handed in: the folder is empty"),
                        tuple("olga", "is a link, which is not followed"),
                        tuple(
                                "paul",
                                "no notebook was handed in, only what a system or an editor leaves behind (“.ipynb_checkpoints”)"));
    }

    @Test
    void ofNotebooksWithOneTimeTheOneWithTheMostAnswersCountsThenTheName() throws IOException {
        for (String name : List.of("a", "b", "c")) {
            file(
                    "mira/" + name + ".ipynb",
                    NOON,
                    new Books().code("x").text("", name).bytes());
        }
        file("noor/x.ipynb", NOON);
        file("mira/old.ipynb", NOON.minusSeconds(1), new Books().text("", "z").bytes());
        file("mira/zz.ipynb", NOON, bytes("no notebook"));
        String many = "5 notebooks were handed in; “mira/";
        assertThat(counted("b").remarks())
                .containsExactly(many + "b.ipynb” counts: of those with the same time it has the most answers.");
        assertThat(counted("z").remarks())
                .containsExactly(
                        many + "c.ipynb” counts: by its name, for others of the same time have as many answers.");
        file(
                "mira/" + NAME + ".ipynb",
                NOON,
                new Books().code("x").text("", "own").bytes());
        assertThat(counted("z").file()).isEqualTo("mira/" + NAME + ".ipynb");
    }

    private HandIn counted(String written) {
        Submissions all = Submissions.find(
                folder,
                NAME,
                Optional.empty(),
                notebook -> notebook.cells().get(1).source().equals(written) ? 1 : 0);
        return all.found().get(0).handIn();
    }

    @Test
    void aNotebookIsReadUnderTheNamesThatBrowsersGiveIt() throws IOException {
        byte[] book = new Books().code("x").bytes();
        for (String name : List.of("mira.ipynb.txt", "Noor.IPYNB.JSON", "olga.json")) {
            file(name, NOON, book);
        }
        file("settings.json", NOON, bytes("{\"nbformat\": 4}"));
        file("broken.json", NOON, bytes("{"));
        file("paul.zip", NOON, Books.zip(Map.of("package.json", bytes("{}"), "hw.json", book)));
        Map<String, byte[]> all = new LinkedHashMap<>();
        for (Path each : List.of(folder.resolve("mira.ipynb.txt"), folder.resolve("olga.json"))) {
            all.put(each.getFileName().toString(), Files.readAllBytes(each));
        }
        assertThat(students(find())).containsExactly("Noor", "mira", "olga", "paul");
        assertThat(find().found()).allSatisfy(found -> assertThat(found.bytes()).isEqualTo(book));
        Path zip = file("all.zip", NOON, Books.zip(all));
        assertThat(students(Submissions.find(zip, NAME, Optional.empty(), notebook -> 0)))
                .containsExactly("mira", "olga");
    }

    @Test
    void moodlesFoldersAndItsZipAreTheSame() throws IOException {
        String[] names = {
            "Núñez Ana_1234567_assignsubmission_file_/a.ipynb",
            "Lee Bo_1234568_assignsubmission_file/deep/er/b.ipynb",
            "Lee Bo_1234568_assignsubmission_onlinetext_/c.ipynb",
            "Lee Bo_1234569_assignsubmission_file_/report.pdf",
            "__MACOSX/x.ipynb",
            "Ng Cy_77_assignsubmission_file_n.ipynb"
        };
        for (String name : names) {
            file("moodle/" + name, NOON);
        }
        file("moodle.zip", NOON, Books.zip(files(names)));
        for (String source : List.of("moodle", "moodle.zip")) {
            Submissions all = Submissions.find(folder.resolve(source), NAME, Optional.empty(), notebook -> 0);
            assertThat(all.warnings()).isEmpty();
            assertThat(all.found())
                    .extracting(
                            f -> f.handIn().student(),
                            f -> f.handIn().name(),
                            f -> f.handIn().platformId(),
                            Submission::problem)
                    .containsExactly(
                            tuple("Lee-Bo-1234568", "Lee Bo", "1234568", ""),
                            tuple(
                                    "Lee-Bo-1234569",
                                    "Lee Bo",
                                    "1234569",
                                    "no notebook was handed in, only “report.pdf”"),
                            tuple("Ng-Cy-77", "Ng Cy", "77", ""),
                            tuple("Nunez-Ana-1234567", "Núñez Ana", "1234567", ""));
            assertThat(content(all.found().get(0))).contains("b.ipynb");
        }
    }

    @Test
    void canvassNamesTellTheStudentTheNumberAndLateness() throws IOException {
        String[] names = {
            "leebo_LATE_12_345_hw.ipynb",
            "ngcy_13_346_hw.ipynb",
            "ngcy_13_347_hw-1.ipynb",
            "ngcy_13_348_hw-10.ipynb",
            "ngcy_13_349_hw-9.ipynb",
            "ozal_14_350_report.pdf",
            "paz_15_351_work.zip"
        };
        for (String name : names) {
            file("canvas/" + name, NOON, name.endsWith("zip") ? Books.zip(files("p/q.ipynb")) : bytes(name));
        }
        Map<String, byte[]> files = files(names);
        files.put("paz_15_351_work.zip", Books.zip(files("p/q.ipynb")));
        file("canvas.zip", NOON, Books.zip(files));
        for (String source : List.of("canvas", "canvas.zip")) {
            Submissions all = Submissions.find(folder.resolve(source), NAME, Optional.empty(), notebook -> 0);
            assertThat(all.found())
                    .extracting(
                            f -> f.handIn().student(),
                            f -> f.handIn().platformId(),
                            f -> f.handIn().lateness(),
                            f -> f.handIn().file(),
                            Submission::problem)
                    .containsExactly(
                            tuple("leebo-12", "12", "late", names[0], ""),
                            tuple("ngcy-13", "13", "", names[3], ""),
                            tuple("ozal-14", "14", "", names[5], "no notebook was handed in, only “" + names[5] + "”"),
                            tuple("paz-15", "15", "", names[6] + "!/p/q.ipynb", ""));
            assertThat(content(all.found().get(3))).isEqualTo("p/q.ipynb");
            assertThat(all.found().get(1).handIn().remarks())
                    .containsExactly("4 notebooks were handed in; “" + names[3] + "” counts, as the newest.");
        }
    }

    @Test
    void foldersAndArchivesByStudentMayBeWrapped() throws IOException {
        byte[] inner =
                Books.zip(Map.of("z.zip", Books.zip(files("04-backward-pass/y.ipynb", ".ipynb_checkpoints/n.ipynb"))));
        file("class/mira/x.ipynb", NOON);
        file("class/mira/.hidden/x2.ipynb", NOON);
        file("class/noor.zip", NOON, inner);
        file("class/olga/empty.txt", NOON);
        Submissions all = find();
        assertThat(students(all)).containsExactly("mira", "noor", "olga");
        assertThat(all.found())
                .extracting(Submission::problem)
                .containsExactly("", "", "no notebook was handed in, only “empty.txt”");
        assertThat(all.found().get(1).handIn().file()).isEqualTo("class/noor.zip!/z.zip!/04-backward-pass/y.ipynb");
        assertThat(content(all.found().get(1))).isEqualTo("04-backward-pass/y.ipynb");
    }

    @Test
    void theNewestCountsAndTimesInsideOfAStudentsArchiveMakeNobodyPunctual() throws IOException {
        file("mira/a.ipynb", NOON);
        file("mira/b.ipynb", NOON.plusSeconds(60));
        file("mira/c.ipynb", NOON.minusSeconds(60));
        file("noor.zip", Instant.parse("2026-11-12T13:00:30Z"), Books.zip(files("a.ipynb")));
        Submissions all = Submissions.find(folder, NAME, Optional.of(NOON.plusSeconds(30)), notebook -> 0);
        assertThat(all.found())
                .extracting(f -> f.handIn().file(), f -> f.handIn().lateness())
                .containsExactly(
                        tuple("mira/b.ipynb", "late by less than 1 min"),
                        tuple("noor.zip!/a.ipynb", "late by 10 days 1 h"));
    }

    @Test
    void noStudentDecidesHowTheOthersAreRead() throws IOException {
        file("mira.ipynb", NOON);
        file("noor/Eve_1_assignsubmission_file_/x.ipynb", NOON);
        file("olga/submitted/x/04-backward-pass/x.ipynb", NOON);
        file("paul.zip", NOON, Books.zip(files("submitted/mira/04-backward-pass/x.ipynb", "mira.ipynb")));
        file("quin_1_2_x.ipynb", NOON);
        assertThat(students(find())).containsExactly("mira", "noor", "olga", "paul", "quin_1_2_x");
        assertThat(content(find().found().get(0))).isEqualTo("mira.ipynb");
    }

    @Test
    void namesThatLookAlikeAsFilesAreKeptApart() throws IOException {
        for (String name : List.of(
                "Ana.ipynb",
                "ana.ipynb",
                "Änä.ipynb",
                "con.ipynb",
                "李雷.ipynb",
                "韩梅.ipynb",
                "=1+1.ipynb",
                "-x-.ipynb",
                "student-2.ipynb",
                "a".repeat(200) + ".ipynb")) {
            file(name, NOON);
        }
        assertThat(students(find()))
                .containsExactlyInAnyOrder(
                        "Ana", "ana", "Änä", "~63~on", "李雷", "韩梅", "~3D~1~2B~1", "~2D~x-", "student-2", "a".repeat(200))
                .isSorted();
        assertThat(students(find())).isEqualTo(students(find()));
    }

    @Test
    void whatIsNoFolderAndNoArchiveIsRefusedInASentence() throws IOException {
        refused(folder.resolve("none"), "does not exist; it must be a folder or a .zip");
        refused(folder, "holds no notebook of 04-backward-pass");
        refused(file("x.txt", NOON), "is no zip archive");
        refused(file("x.zip", NOON, Books.zip(files("a/readme.md"))), "holds no notebook");
        Files.createDirectories(folder.resolve("course/submitted/mira/03"));
        refused(folder.resolve("course"), "holds no notebook");
    }

    private static void refused(Path path, String why) {
        assertThatExceptionOfType(GradeException.class)
                .isThrownBy(() -> Submissions.find(path, NAME, Optional.empty(), notebook -> 0))
                .withMessageStartingWith(path.toString())
                .withMessageContaining(why);
    }
}
