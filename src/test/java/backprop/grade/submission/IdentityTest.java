package backprop.grade.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import backprop.grade.result.HandIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.Normalizer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who somebody is depends on nobody else in the class, and no name takes another's place. */
class IdentityTest {
    private static final String NAME = "hw";
    private static final String FILE = "_assignsubmission_file_";

    @TempDir
    private Path folder;

    private static String key(String name, String number) {
        return Slugs.key(new StudentIdentity(name, number));
    }

    private static Map<String, byte[]> files(String... names) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : names) {
            files.put(name, name.getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    /** The same names in an archive. */
    private Submissions zipped(String... names) throws IOException {
        Path zip = Files.write(folder.resolve("all.zip"), Books.zip(files(names)));
        return Submissions.find(zip, NAME, Optional.empty(), notebook -> 0);
    }

    private static List<String> students(Submissions all) {
        return all.found().stream().map(found -> found.handIn().student()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mira", "M.Ira_2-b", "s1234567", "a", "0", "a..b", "x_", "a.b-c_d"})
    void aPlainNameIsItsOwnKeySoThatNbgradersStayAsTheyAre(String name) {
        assertThat(key(name, "")).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "José García; 1234567; Jose-Garcia-1234567",
                "Jose Garcia; 7; Jose-Garcia-7",
                "李雷; 42; 42",
                "Иван Smith; 8; Smith-8",
                "12 34; 5; 5",
                "con; 3; con-3",
                "Eve; 007; Eve-007",
                "Eve; 7; Eve-7",
                "José García; ``; José+García",
                "olga petrowna; ``; olga+petrowna",
                "李雷; ``; 李雷",
                "김민; ``; 김민",
                "con; ``; ~63~on",
                "COM1.x; ``; ~43~OM1.x",
                "lpt¹; ``; ~6C~pt¹",
                "..; ``; ~2E~~2E~",
                ".x; ``; ~2E~x",
                "x.; ``; x~2E~",
                "-x; ``; ~2D~x",
                "a~b; ``; a~7E~b",
                "a+b; ``; a~2B~b",
                "a/b\\c:d; ``; a~2F~b~5C~c~3A~d",
                "😀; ``; ~1F600~",
                "%2e; ``; ~25~2e",
                "<b>&\"'; ``; ~3C~b~3E~~26~~22~~27~"
            })
    void aKeyIsReadableAndFitsEveryDisk(String name, String number, String key) {
        assertThat(key(name, number)).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202E",
                "\u200B",
                "\u200D",
                "\u2066",
                "\uFEFF",
                "\u00AD",
                "\u3164",
                "\u115F",
                "\uFE0F",
                "\u034F",
                "\uDB40\uDC41",
                "\u00A0",
                "\u3000",
                "\n",
                "\0",
                "\t",
                "\uD800",
                "\u0378",
                "\uE000",
                "\u2028",
                "\u180E"
            })
    void whatHasNoPictureIsVisibleInAKey(String sign) {
        String key = key("mi" + sign + "ra", "");
        assertThat(key)
                .isEqualTo("mi~" + Integer.toHexString(sign.codePointAt(0)).toUpperCase(Locale.ROOT) + "~ra");
        assertThat(key("mi" + sign + "ra", "9"))
                .isEqualTo(
                        "mi-ra-9".replace("mi-ra", sign.equals("\uFE0F") || sign.equals("\u034F") ? "mira" : "mi-ra"));
    }

    @Test
    void namesThatLookAlikeHaveKeysOfTheirOwn() {
        List<String> names = List.of(
                "Jose",
                "José",
                "jose",
                "JOSÉ",
                "Jоse",
                "Ｊose",
                "Jose ",
                " Jose",
                "Jose\u200B",
                "Jose+",
                "Jose~20~",
                "İ",
                "i",
                "I",
                "ı",
                "Jose-1",
                "Jose.",
                "\u0301Jose");
        assertThat(names.stream().map(name -> key(name, ""))).doesNotHaveDuplicates();
    }

    @Test
    void longNamesAreCutAndKeptApartByAHash() {
        String one = key("é".repeat(300), "");
        String other = key("é".repeat(299) + "e", "");
        assertThat(one).isNotEqualTo(other).startsWith("é".repeat(94) + "~").matches("é+~[0-9a-f]{10}");
        assertThat(key("😀".repeat(300), "").getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(200);
        assertThat(key("a".repeat(200), "")).isEqualTo("a".repeat(200));
        assertThat(key("a".repeat(300), "12")).isEqualTo("a".repeat(57) + "-12");
    }

    @Test
    void aNameIsOneStudentsHoweverItsAccentsAreComposed() throws IOException {
        String composed = "José.ipynb";
        String apart = Normalizer.normalize("José.zip", Normalizer.Form.NFD);
        Path zip = Files.write(
                folder.resolve("all.zip"),
                Books.zip(
                        Map.of(composed, new byte[1], apart, Books.zip(files("x.ipynb")), "Jose.ipynb", new byte[1])));
        assertThat(students(Submissions.find(zip, NAME, Optional.empty(), notebook -> 0)))
                .containsExactly("Jose", "José");
    }

    @Test
    void aLateHandInMovesNobodysKey() throws IOException {
        List<String> before = students(zipped("José.ipynb", "Иван.ipynb", "Lee_7" + FILE + "/x.ipynb"));
        List<String> after = students(zipped(
                "Jose.ipynb",
                "José.ipynb",
                "Анна.ipynb",
                "Иван.ipynb",
                "Lee_6" + FILE + "/x.ipynb",
                "Lee_7" + FILE + "/x.ipynb"));
        assertThat(after).hasSize(6).containsAll(before);
    }

    @Test
    void aNameThatImitatesMoodlesPatternStaysItsOwners() throws IOException {
        String mira = "Mira_7654321" + FILE + "/x.ipynb";
        String eve = "Mira_7654321" + FILE + "_9999999" + FILE + "/y.ipynb";
        Submissions all = zipped(mira, eve);
        assertThat(all.found())
                .extracting(f -> f.handIn().platformId(), f -> f.handIn().file())
                .containsExactlyInAnyOrder(tuple("7654321", mira), tuple("9999999", eve));
        assertThat(all.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Eve_7654321_assignsubmission_file__9999999_assignsubmission_file_x.ipynb",
                "Eve_9999999_assignsubmission_file_Mira_7654321_assignsubmission_file_x.ipynb",
                "Eve_9999999_assignsubmission_file_7654321_assignsubmission_file_x.ipynb",
                "_7654321_assignsubmission_file_Eve_9999999_assignsubmission_file_7654321_assignsubmission_onlinetext_x.zip"
            })
    void aFileWhoseNameCanMeanTwoIsNobodysAndIsTold(String name) throws IOException {
        Submissions all = zipped("Mira_7654321" + FILE + "x.ipynb", name, "Noor_5" + FILE + "x.ipynb");
        assertThat(students(all)).containsExactly("Mira-7654321", "Noor-5");
        assertThat(all.found().get(0).handIn().file()).isEqualTo("Mira_7654321" + FILE + "x.ipynb");
        assertThat(all.warnings())
                .anyMatch(sentence -> sentence.startsWith("“" + name.substring(0, 20))
                        && sentence.contains("7654321")
                        && sentence.contains("9999999"));
    }

    @Test
    void aFileThatWasLoadedDownAndHandedInAgainIsItsOwners() throws IOException {
        Submissions all = zipped("Mira_7" + FILE + "Mira_7" + FILE + "x.ipynb", "Noor_5" + FILE + "x.ipynb");
        assertThat(students(all)).containsExactly("Mira-7", "Noor-5");
        assertThat(all.warnings()).isEmpty();
    }

    @Test
    void aFilesNameInCanvasIsNobodyElses() throws IOException {
        Submissions all = zipped(
                "mira_12_1_hw.ipynb",
                "eve_13_2_mira_12_9_hw.ipynb",
                "eve_13_3_LATE_12_9_hw.ipynb",
                "eve_13_4_Mira_12" + FILE + "hw.ipynb",
                "zoe_LATE_12345_67890_name.ipynb");
        assertThat(students(all)).containsExactly("eve-13", "mira-12", "zoe-12345");
        assertThat(all.found().get(1).handIn().file()).isEqualTo("mira_12_1_hw.ipynb");
        assertThat(all.found()).extracting(f -> f.handIn().lateness()).containsExactly("", "", "late");
    }

    @Test
    void oneNumberWithTwoNamesIsToldAndOneNameWithTwoNumbersIsTwo() throws IOException {
        Submissions all = zipped(
                "Ann_7" + FILE + "/x.ipynb",
                "Bob_7" + FILE + "/x.ipynb",
                "Bob_007" + FILE + "/x.ipynb",
                "Cy_1" + FILE + "/x.ipynb",
                "Cy_2" + FILE + "/x.ipynb",
                "Di_0" + FILE + "/x.ipynb");
        assertThat(students(all)).containsExactly("Ann-7", "Bob-007", "Bob-7", "Cy-1", "Cy-2", "Di-0");
        assertThat(all.warnings())
                .singleElement()
                .asString()
                .startsWith("Number 7 is that of several: Ann-7, Bob-007, Bob-7.");
    }

    @Test
    void aNameThatReadsAsAnothersKeyIsLeftOutAloud() throws IOException {
        Submissions all = zipped("Ann_7" + FILE + "/x.ipynb", "Ann-7.ipynb", "mira.ipynb");
        assertThat(students(all)).containsExactly("Ann-7", "mira");
        assertThat(all.found().get(0).handIn().file()).startsWith("Ann_7");
        assertThat(all.warnings())
                .containsExactly(
                        "3 files or folders were found: 2 of 2 students, and 1 left out: “Ann-7.ipynb”.",
                        "“Ann-7.ipynb” was left out: its name reads as the key of number 7, “Ann”.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Eve_１２３_assignsubmission_file_x.ipynb",
                "Eve_٧_assignsubmission_file_x.ipynb",
                "eve_１２_３４_x.ipynb"
            })
    void otherDigitsAreNoNumber(String name) throws IOException {
        Submissions all = zipped(name, "mira.ipynb");
        assertThat(all.found())
                .allSatisfy(found -> assertThat(found.handIn().platformId()).isEmpty());
        assertThat(all.found())
                .anySatisfy(found -> assertThat(found.handIn().name()).isEqualTo(name.substring(0, name.length() - 6)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mira/timestamp.txt",
                "mira/hw/timestamp.txt",
                "Mira_7_assignsubmission_file_/timestamp.txt",
                "submitted/mira/hw/deep/timestamp.txt"
            })
    void aStudentsOwnTimestampCountsForNothing(String stamp) throws IOException {
        Path file = folder.resolve(stamp);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "2001-01-01 00:00:00 UTC");
        Path book = Files.write(file.resolveSibling("x.ipynb"), new byte[1]);
        Files.setLastModifiedTime(book, FileTime.from(Instant.parse("2026-11-02T12:00:00Z")));
        Submissions all =
                Submissions.find(folder, NAME, Optional.of(Instant.parse("2026-11-01T12:00:00Z")), notebook -> 0);
        HandIn mira = all.found().get(0).handIn();
        assertThat(mira.lateness()).isEqualTo("late by 1 day");
        assertThat(mira.remarks()).anyMatch(remark -> remark.startsWith("timestamp.txt was ignored"));
    }

    @Test
    void noTimestampInAStudentsArchiveCounts() throws IOException {
        byte[] own = Books.zip(Map.of(
                "timestamp.txt",
                "2001-01-01 00:00:00 UTC".getBytes(StandardCharsets.UTF_8),
                "hw/timestamp.txt",
                "2001-01-01 00:00:00 UTC".getBytes(StandardCharsets.UTF_8),
                "x.ipynb",
                new byte[1]));
        Path inside =
                Files.createDirectories(folder.resolve("submitted/mira/hw")).resolve("x.zip");
        for (Path zip : List.of(inside, folder.resolve("submitted/noor.zip"))) {
            Files.write(zip, own);
            Files.setLastModifiedTime(zip, FileTime.from(Instant.parse("2026-11-02T12:00:00Z")));
        }
        Files.createDirectories(folder.resolve("submitted/olga/hw"));
        Files.writeString(inside.resolveSibling("timestamp.txt"), "2026-11-02 13:00:00 UTC");
        Submissions all =
                Submissions.find(folder, NAME, Optional.of(Instant.parse("2026-11-01T12:00:00Z")), notebook -> 0);
        assertThat(students(all)).containsExactly("mira", "olga");
        assertThat(all.found().get(0).handIn().lateness()).isEqualTo("late by 1 day 1 h");
        assertThat(all.warnings()).anyMatch(sentence -> sentence.startsWith("“submitted/noor.zip” was left out"));
    }
}
