package backprop.grade.report;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.grade.result.ExerciseMark;
import backprop.grade.result.HandIn;
import backprop.grade.result.Incident;
import backprop.grade.result.MarkedSubmission;
import backprop.grade.result.Results;
import backprop.grade.result.Status;
import backprop.grade.result.TestMark;
import backprop.grade.result.Timings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports of a small class, read as a spreadsheet, a platform and a browser read them. */
class ReportsTest {
    private static final String EVIL = "<script>alert(1)</script>\"'&\u202Egnp";
    private static final ReportInfo ABOUT = new ReportInfo(
            "04",
            "Backward & check",
            List.of(
                    new ReportInfo.Exercise("x", "Exercise X", false, 3),
                    new ReportInfo.Exercise("w", "Written W", true, 2)),
            7,
            "0.1.0",
            false,
            true,
            List.of());

    @TempDir
    Path dir;

    private Results results;

    @BeforeEach
    void aClass() {
        results = new Results(dir, sentence -> {
            throw new AssertionError(sentence);
        });
        results.write(marked("anna", "Anna Berg", "11", ""));
        results.write(marked("bob", "=HYPERLINK(\"x\")", "", EVIL));
        results.write(new MarkedSubmission(
                handIn("carl", "Carl", "13"),
                Status.UNREADABLE,
                "breaks off in line 2",
                "f3",
                true,
                List.of(),
                List.of(),
                List.of()));
    }

    @Test
    void gradesHoldEachExerciseAndNothingWhereAPersonMustMark() throws IOException {
        write("");
        assertThat(text("grades.csv").lines())
                .containsExactly(
                        "\uFEFFstudent,name,x,w,total,maximum,status,lateness",
                        "anna,Anna Berg,2,,2,5,needs marking,on time",
                        "bob,\"'=HYPERLINK(\"\"x\"\")\",2,,2,5,needs marking,on time",
                        "carl,Carl,0,0,0,5,unreadable,on time");
    }

    @Test
    void anOverrideIsAppliedLastAndClosesAWrittenAnswer() throws IOException {
        write("anna,w,1.5,Well said\nanna,x,3,Index <fixed>\n");
        assertThat(text("grades.csv")).contains("anna,Anna Berg,3,1.5,4.5,5,graded,on time");
        assertThat(text("feedback/anna.html"))
                .contains(
                        "Set by your instructor; the tests alone gave 2. Comment: Index &lt;fixed&gt;",
                        "Marked by your instructor. Comment: Well said",
                        "<b>4.5</b> of 5 points");
    }

    @Test
    void anOverrideInForceIsDataForTheGradebookAndARefusedOneIsNot() throws IOException {
        Files.writeString(
                dir.resolve("overrides.csv"),
                "student,exercise,points,reason\nanna,w,1.5,\"So, \"\"well\"\" said\"\nanna,x,50,\nbob,x,-1,\n");
        Overrides read = Overrides.read(dir, ABOUT, Overrides.handIns(results));
        assertThat(read.problems()).hasSize(2);
        Reports.write(dir, ABOUT, results, read);
        assertThat(new ObjectMapper().readTree(text("overrides.json")))
                .isEqualTo(new ObjectMapper()
                        .readTree("{\"anna\": {\"w\": {\"points\": 1.5, \"reason\": \"So, \\\"well\\\" said\"}}}"));
        assertThat(text("grades.csv")).contains("anna,Anna Berg,2,1.5,3.5,5,");
    }

    @Test
    void spreadsheetsTakeTheTableForUtf8AndPlatformsGetNoMark() throws IOException {
        write("");
        assertThat(text("grades.csv")).startsWith("\uFEFF");
        assertThat(text("moodle.csv")).startsWith("Identifier");
        assertThat(text("canvas.csv")).startsWith("Student");
    }

    @Test
    void moodleGetsFinishedGradesByNumberAlone() throws IOException {
        write("anna,w,1.5,\n");
        assertThat(text("moodle.csv").lines())
                .contains(
                        "Participant 11,Anna Berg,,,3.5,5,Yes,-,-,Exercise X: 2 of 3; Written W: 1.5 of 2",
                        "Participant 0,\"'=HYPERLINK(\"\"x\"\")\",,,,5,Yes,-,-,");
    }

    @Test
    void canvasGetsFinishedGradesAndThePointsPossible() throws IOException {
        write("anna,w,1.5,\n");
        assertThat(text("canvas.csv").lines())
                .containsExactly(
                        "Student,ID,SIS User ID,SIS Login ID,Section,Backward & check",
                        "\"    Points Possible\",,,,,5",
                        "Anna Berg,11,,,,3.5",
                        "\"'=HYPERLINK(\"\"x\"\")\",,,bob,,",
                        "Carl,13,,,,0");
    }

    @Test
    void gradescopeLearnsOfAHiddenTestItsNameAndPointsAlone() throws IOException {
        write("");
        JsonNode results = new ObjectMapper().readTree(text("gradescope/anna/results.json"));
        assertThat(results.get("score").asDouble()).isEqualTo(2);
        JsonNode hidden = results.get("tests").get(2);
        assertThat(hidden.fieldNames()).toIterable().containsExactly("score", "max_score", "name", "visibility");
        assertThat(hidden.get("visibility").asText()).isEqualTo("hidden");
        assertThat(results.get("tests").get(3).has("score"))
                .as("a written answer's")
                .isFalse();
    }

    @Test
    void noReportForAStudentTellsWhatAHiddenTestSaid() throws IOException {
        write("");
        assertThat(text("feedback/anna.html") + text("gradescope/anna/results.json"))
                .contains("More batches")
                .doesNotContain("TOP SECRET");
        assertThat(text("overview.html")).contains("TOP SECRET");
    }

    @Test
    void aTestThatPassedWithAReferenceSaysSo() throws IOException {
        write("");
        for (String page : List.of("feedback/anna.html", "gradescope/anna/results.json")) {
            assertThat(text(page)).as(page).containsOnlyOnce("with the reference of y");
        }
    }

    @Test
    void whatAStudentWroteDoesNothingInAPage() throws IOException {
        write("");
        for (String page : List.of("feedback/bob.html", "overview.html", "pseudonymous/overview.html")) {
            assertThat(text(page))
                    .as(page)
                    .doesNotContainIgnoringCase("<script")
                    .doesNotContain("\u202E")
                    .contains("default-src 'none'");
        }
        assertThat(text("feedback/bob.html")).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void aWrittenAnswersFormulasAreRenderedWithoutAScript() throws IOException {
        ExerciseMark written = new ExerciseMark(
                "w",
                "The mean, from $z$",
                true,
                2,
                "",
                "",
                List.of(),
                "",
                "It is $\\frac1m dZ$, <b>not</b> $\\unknown$.",
                true);
        results.write(new MarkedSubmission(
                handIn("anna", "Anna Berg", "11"),
                Status.NEEDS_MARKING,
                "",
                "f",
                true,
                List.of(written),
                List.of(),
                List.of()));
        write("");
        assertThat(text("feedback/anna.html"))
                .contains(
                        "<mfrac><mn>1</mn><mrow><mi>m</mi></mrow></mfrac>",
                        "&lt;b&gt;not&lt;/b&gt; $\\unknown$.",
                        "default-src 'none'");
    }

    @Test
    void aSlipCountsItsStudentsWhateverTheNumbersInIt() throws IOException {
        write("");
        assertThat(text("overview.html")).contains("<b>2</b> of 3", "dW is m &#x3D; … times too large");
    }

    @Test
    void aPageIsReadableByThoseWhoHearIt() throws IOException {
        write("");
        assertThat(text("feedback/anna.html"))
                .contains(
                        "<html lang=\"en\">",
                        "<main>",
                        "✓ passed",
                        "✗ not yet",
                        "<th scope=\"col\">",
                        "ran without a sandbox")
                .doesNotContain("seed");
        assertThat(text("feedback/carl.html"))
                .contains("Nothing that you handed in could be marked", "breaks off in line 2");
    }

    @Test
    void theSameResultsGiveTheSameBytes() throws IOException {
        write("anna,w,1.5,\n");
        Map<Path, String> first = files();
        write("anna,w,1.5,\n");
        assertThat(files()).isEqualTo(first).hasSizeGreaterThan(15);
    }

    @Test
    void onlyTheReportsOfThoseWhoLeftGo() throws IOException {
        write("");
        Files.writeString(dir.resolve("feedback/notes.txt"), "mine");
        Files.writeString(dir.resolve("gradescope/carl/mine.txt"), "mine");
        Files.delete(dir.resolve("raw/carl.json"));
        Files.delete(dir.resolve("raw/bob.json"));
        write("");
        assertThat(dir.resolve("feedback").toFile().list()).containsExactlyInAnyOrder("anna.html", "notes.txt");
        assertThat(dir.resolve("gradescope").toFile().list()).containsExactlyInAnyOrder("anna", "carl");
        assertThat(dir.resolve("gradescope/carl").toFile().list()).containsExactly("mine.txt");
        assertThat(dir.resolve("pseudonymous/feedback").toFile().list()).containsExactly("student-001.html");
    }

    @Test
    void nothingPseudonymousNamesAStudent() throws IOException {
        write("anna,w,1,For Anna\n");
        for (Map.Entry<Path, String> file : files().entrySet()) {
            if (file.getKey().startsWith("pseudonymous")) {
                assertThat(file.getValue())
                        .as(file.getKey().toString())
                        .doesNotContainIgnoringCase("anna")
                        .doesNotContain("Berg", "HYPERLINK", "carl", "Carl");
            }
        }
        assertThat(text("pseudonyms.csv")).contains("anna,Anna Berg");
        assertThat(text("pseudonymous/grades.csv").lines()).hasSize(4).anyMatch(line -> line.contains(",1,3,5,graded"));
    }

    @Test
    void theLogTellsWhatWasOddOnALineEach() throws IOException {
        write("");
        assertThat(text("log.txt"))
                .startsWith("anna: needs marking, 2 of 5\n  put back for Anna Berg\n  cell 3: it ended Java\n");
    }

    @Test
    void timingsAreAJsonListTheSlowestFirst() throws IOException {
        Timings timings = Timings.read(dir);
        timings.add("a", 1, Map.of("run", 0.5, "compile", 0.25));
        timings.add("b", 2.00004, Map.of());
        timings.write(dir);
        assertThat(text("timings.json")).isEqualTo("""
        [
        {"student":"b","seconds":2.0,"parts":{}},
        {"student":"a","seconds":1.0,"parts":{"compile":0.25,"run":0.5}}
        ]
        """);
    }

    @Test
    void timingsOfEarlierRunsStay() throws IOException {
        timed("a", 1);
        timed("b", 2);
        timed("a", 3);
        assertThat(new ObjectMapper().readTree(text("timings.json")).findValuesAsText("student"))
                .containsExactly("a", "b");
    }

    private void timed(String student, double seconds) {
        Timings timings = Timings.read(dir);
        timings.add(student, seconds, Map.of());
        timings.write(dir);
    }

    private void write(String overrides) throws IOException {
        Files.writeString(dir.resolve("overrides.csv"), "student,exercise,points,reason\n" + overrides);
        Overrides read = Overrides.read(dir, ABOUT, Overrides.handIns(results));
        assertThat(read.problems()).isEmpty();
        Reports.write(dir, ABOUT, results, read);
    }

    private String text(String file) throws IOException {
        return Files.readString(dir.resolve(file));
    }

    private Map<Path, String> files() throws IOException {
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(dir)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(dir.relativize(file), Files.readString(file));
            }
        }
        return files;
    }

    private static HandIn handIn(String student, String name, String id) {
        return new HandIn(student, name, id, name + ".ipynb", "2026-11-20T18:01:00Z", "on time", List.of());
    }

    private static MarkedSubmission marked(String student, String name, String id, String evil) {
        List<TestMark> tests = List.of(
                new TestMark("check-x", "One example", false, true, 2, ""),
                new TestMark(
                        "check-x",
                        "A batch",
                        false,
                        false,
                        0.5,
                        "dW is m = " + student.length() + " times too large\nentry " + evil),
                new TestMark("hidden-x", "More batches", true, false, 0.5, "TOP SECRET" + evil));
        List<ExerciseMark> marks = List.of(
                new ExerciseMark(
                        "x",
                        "Exercise X",
                        false,
                        3,
                        "",
                        "with the reference of y" + evil,
                        tests,
                        evil + "printed",
                        evil + "code",
                        true),
                new ExerciseMark(
                        "w", "Written W", true, 2, "", "", List.of(), "", evil + "I, " + name + ", say so", true));
        return new MarkedSubmission(
                handIn(student, name, id),
                Status.NEEDS_MARKING,
                "",
                "f" + student,
                false,
                marks,
                List.of("put back for " + name + evil),
                List.of(new Incident("cell 3", "it ended Java" + evil)));
    }
}
