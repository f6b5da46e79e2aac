package backprop.grade.report;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.grade.result.ExerciseMark;
import backprop.grade.result.HandIn;
import backprop.grade.result.MarkedSubmission;
import backprop.grade.result.Results;
import backprop.grade.result.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** overrides.csv is a form to fill in: it has a row for each written answer that needs points, and loses none. */
class UnmarkedRowsTest {
    private static final ReportInfo ABOUT = new ReportInfo(
            "04",
            "Title",
            List.of(
                    new ReportInfo.Exercise("x", "X", false, 4),
                    new ReportInfo.Exercise("w", "W", true, 2),
                    new ReportInfo.Exercise("v", "V", true, 2)),
            1,
            "0",
            true,
            false,
            List.of());
    private static final String HEADER = "student,exercise,points,reason\n";

    @TempDir
    Path dir;

    private Results results;

    @BeforeEach
    void aClass() {
        results = new Results(dir, sentence -> {});
        handIn("bob", true, true);
        handIn("anna", true, false);
    }

    @Test
    void eachAnswerThatNeedsPointsHasARowInOrder() throws IOException {
        assertThat(read().problems()).isEmpty();
        assertThat(text()).isEqualTo(HEADER + "anna,w,,\nbob,w,,\nbob,v,,\n");
        Overrides again = read();
        assertThat(again.problems()).isEmpty();
        assertThat(again.all()).isEmpty();
        assertThat(text()).as("a second run").isEqualTo(HEADER + "anna,w,,\nbob,w,,\nbob,v,,\n");
    }

    @Test
    void aRowWithoutPointsIsNoOverrideForNbgradersGradebook() throws IOException {
        UnmarkedAnswers unused = Reports.write(dir, ABOUT, results, read());
        write(text().replace("bob,w,,", "bob,w,1,"));
        unused = Reports.write(dir, ABOUT, results, read());
        assertThat(Files.readString(dir.resolve("overrides.json")))
                .contains("\"bob\"", "\"w\"")
                .doesNotContain("anna", "\"v\"");
    }

    @Test
    void whatTheInstructorHasWrittenStaysAndNewStudentsAreAppended() throws IOException {
        String own =
                "\uFEFFstudent;exercise;points;reason\r\nbob;w;1,5;Well; said\r\nbob;v;;\"half; done\"\r\nanna;w;9;too many";
        write(own);
        handIn("adam", true, true);
        Overrides read = read();
        assertThat(text()).isEqualTo(own + "\r\nadam;w;;\r\nadam;v;;\r\n");
        assertThat(read.of("bob", "w")).as("a field too many").isEmpty();
        write(own.replace("Well; said", "\"Well; said\""));
        assertThat(read().of("bob", "w")).contains(new Overrides.Row("bob", "w", 1.5, "Well; said"));
        assertThat(text()).startsWith(own.replace("Well; said", "\"Well; said\""));
    }

    @Test
    void aFileThatIsNotUnderstoodIsLeftAsItIs() throws IOException {
        for (String broken : List.of("name,points\nanna,1\n", HEADER + "anna,w,1,\"open\n", "")) {
            write(broken);
            assertThat(read().problems()).hasSize(1);
            assertThat(text()).isEqualTo(broken);
        }
        Files.write(dir.resolve("overrides.csv"), new byte[] {(byte) 0xE4, '\n'});
        assertThat(read().problems()).singleElement().asString().contains("UTF-8");
        assertThat(Files.readAllBytes(dir.resolve("overrides.csv"))).hasSize(2);
    }

    @Test
    void aRowOfSomebodyWhoHasLeftIsNoErrorUntilItHasPoints() throws IOException {
        write(HEADER + "carl,w,,\n");
        assertThat(read().problems()).isEmpty();
        write(HEADER + "carl,w,1,\n");
        assertThat(read().problems()).singleElement().asString().contains("must name a student who has handed in");
    }

    @Test
    void pointsFilledInCloseTheAnswerAndNothingIsLeftToMark() throws IOException {
        assertThat(Reports.write(dir, ABOUT, results, read()).sentences("overrides.csv"))
                .containsExactly(
                        "3 written answers of 2 students are still to be marked (w: 2, v: 1).",
                        "Enter their points in overrides.csv, which has a row for each, and run the same command again with --resume.",
                        "Until then moodle.csv and canvas.csv leave the grade of these 2 students empty: 0 of 2 students have a grade.");
        assertThat(Files.readString(dir.resolve("overview.html")))
                .contains("1 student did not answer it and gets 0 points");
        write(text().replace("bob,w,,", "bob,w,1,").replace("bob,v,,", "bob,v,0,no reason given"));
        assertThat(Reports.write(dir, ABOUT, results, read()).sentences("overrides.csv"))
                .containsExactly(
                        "1 written answer of 1 student is still to be marked (w: 1).",
                        "Enter their points in overrides.csv, which has a row for each, and run the same command again with --resume.",
                        "Until then moodle.csv and canvas.csv leave the grade of this student empty: 1 of 2 students has a grade.");
        assertThat(Files.readString(dir.resolve("overview.html")))
                .contains(
                        "Written answers to mark",
                        "1 written answer of 1 student is still to be marked",
                        "feedback/anna.html#exercise-2");
        write(text().replace("anna,w,,", "anna,w,2,"));
        assertThat(Reports.write(dir, ABOUT, results, read()).sentences("overrides.csv"))
                .isEmpty();
        assertThat(Files.readString(dir.resolve("overview.html"))).doesNotContain("Written answers to mark");
    }

    @Test
    void whatIsNotAnsweredHasNoPointsEverywhere() throws IOException {
        write(HEADER + "anna,w,2,\n");
        Reports.write(dir, ABOUT, results, read());
        assertThat(Files.readString(dir.resolve("grades.csv"))).contains("anna,anna,0,2,0,2,8,graded,");
        assertThat(Files.readString(dir.resolve("moodle.csv"))).contains("V: 0 of 2, not answered");
        assertThat(Files.readString(dir.resolve("feedback/anna.html"))).contains("– not answered", "so 0 points");
        assertThat(Files.readString(dir.resolve("gradescope/anna/results.json")))
                .contains("\"Not answered.\"");
        write(HEADER + "anna,w,2,\nanna,v,1,handed in on paper\n");
        assertThat(read().of("anna", "v"))
                .isEqualTo(Optional.of(new Overrides.Row("anna", "v", 1, "handed in on paper")));
        Reports.write(dir, ABOUT, results, read());
        assertThat(Files.readString(dir.resolve("grades.csv"))).contains("anna,anna,0,2,1,3,8,graded,");
        assertThat(Files.readString(dir.resolve("feedback/anna.html"))).doesNotContain("not answered");
    }

    private void handIn(String student, boolean first, boolean second) {
        List<ExerciseMark> marks = List.of(
                new ExerciseMark("x", "X", false, 4, "", "", List.of(), "", "code", true),
                new ExerciseMark("w", "W", true, 2, "", "", List.of(), "", "so", first),
                new ExerciseMark("v", "V", true, 2, "", "", List.of(), "", second ? "so" : "", second));
        results.write(new MarkedSubmission(
                new HandIn(student, student, "", "", "", "", List.of()),
                Status.NEEDS_MARKING,
                "",
                "f",
                true,
                marks,
                List.of(),
                List.of()));
    }

    private Overrides read() {
        return Overrides.read(dir, ABOUT, results);
    }

    private void write(String text) throws IOException {
        Files.writeString(dir.resolve("overrides.csv"), text);
    }

    private String text() throws IOException {
        return Files.readString(dir.resolve("overrides.csv"));
    }
}
