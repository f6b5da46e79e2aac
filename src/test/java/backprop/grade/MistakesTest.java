package backprop.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.grade.result.HandIn;
import backprop.grade.result.MarkedSubmission;
import backprop.grade.result.Results;
import backprop.grade.result.Status;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What looks like a mistake stops the grader before it has written anything. */
class MistakesTest {
    private static final List<String> NAMES = List.of("ada", "bob", "cem", "dan");

    @TempDir
    Path dir;

    private Path submissions;
    private Path out;

    @BeforeEach
    void folders() throws IOException {
        submissions = Files.createDirectories(dir.resolve("submissions"));
        out = dir.resolve("out");
    }

    @Test
    void aClassOfAnotherAssignmentIsNamedWithBothAndNothingIsWritten() throws IOException {
        handIn("04-backward-pass", "ada", "bob", "cem");
        handIn("03-forward-pass", "dan");
        assertThat(refused("03"))
                .isEqualTo(
                        "3 of 4 notebooks look like 04-backward-pass, not 03-forward-pass."
                                + " Run ./course grade 04 …, or add --anyway to go on; these notebooks then count as unreadable, with 0 points.");
    }

    @Test
    void aClassOfSeveralOtherAssignmentsHasThemCounted() throws IOException {
        handIn("04-backward-pass", "ada", "bob");
        handIn("02-logistic-regression", "cem");
        assertThat(refused("01"))
                .startsWith("All 3 notebooks look like 04-backward-pass (2), 02-logistic-regression (1),"
                        + " not 01-shapes-and-counting. Run ./course grade 04 …");
    }

    @Test
    void aSingleNotebookIsSpokenOfAsOne() throws IOException {
        handIn("04-backward-pass", "ada");
        assertThat(refused("03"))
                .isEqualTo(
                        "The only notebook looks like 04-backward-pass, not 03-forward-pass."
                                + " Run ./course grade 04 …, or add --anyway to go on; these notebooks then count as unreadable, with 0 points.");
    }

    @Test
    void notebooksOfNoAssignmentAndFilesThatAreNoneAreToldApart() throws IOException {
        Files.writeString(submissions.resolve("ada.ipynb"), "{\"nbformat\": 4, \"cells\": []}");
        Files.writeString(submissions.resolve("bob.ipynb"), "{\"nbformat\": 4, \"cells\": []}");
        assertThat(refused("03")).startsWith("None of the 2 notebooks looks like 03-forward-pass. Check that");
        for (String name : List.of("ada", "bob")) {
            Files.writeString(submissions.resolve(name + ".ipynb"), "no JSON");
        }
        assertThat(refused("03")).startsWith("None of the 2 submissions holds a notebook that can be read. Check that");
    }

    @Test
    void aCoursesFolderWithoutTheAssignmentNamesTheOneThatIsThere() throws IOException {
        submissions = Files.createDirectories(dir.resolve("submitted"));
        for (String student : List.of("ada", "bob")) {
            Path folder = Files.createDirectories(submissions.resolve(student + "/04-backward-pass"));
            Files.copy(
                    Path.of("exercises/04-backward-pass/04-backward-pass.ipynb"),
                    folder.resolve("04-backward-pass.ipynb"));
        }
        assertThat(refused("03"))
                .isEqualTo(submissions + " holds no submission of 03-forward-pass."
                        + " It holds 2 submissions of 04-backward-pass: run ./course grade 04 … for them.");
    }

    @Test
    void aFolderWithAnotherAssignmentsResultsIsRefused() throws IOException {
        handIn("03-forward-pass", "ada");
        new RunFile("04-backward-pass", 1).write(out);
        assertThat(run("03"))
                .isEqualTo(
                        out
                                + " holds the results of 04-backward-pass, not of 03-forward-pass. Choose another folder for --out.");
        assertThat(run("03", "--anyway"))
                .as("results of two assignments cannot be in one folder")
                .contains("Choose another folder");
    }

    @Test
    void aFolderWithAnotherClasssResultsIsAskedAbout() throws IOException {
        handIn("03-forward-pass", "ada", "bob");
        earlier("xena", "yuri", "zoe");
        assertThat(run("03"))
                .startsWith(out + " holds the results of 3 students, of whom none is among these submissions.")
                .contains(
                        "Choose another folder for another class", "--anyway to move the others' results to", "former");
        assertThat(new Results(out, sentence -> {}).students()).containsExactly("xena", "yuri", "zoe");
    }

    @Test
    void someWhoLeaveAClassAreNoOtherClass() throws IOException {
        handIn("03-forward-pass", "ada", "bob");
        earlier("ada", "xena");
        assertThat(mistakes(false)).isEmpty();
    }

    @Test
    void resultsThatAreToStayAreNotMixedWithAnotherSeeds() throws IOException {
        handIn("03-forward-pass", "ada", "bob");
        earlier("ada", "bob");
        new RunFile("03-forward-pass", 7).write(out);
        assertThat(run("03", "--resume", "--seed", "1"))
                .isEqualTo("The results in " + out + " were made with seed 7, not with seed 1."
                        + " Leave out --seed to keep them, or add --anyway to mark them all again with seed 1.");
        assertThat(run("03", "--only", "ada", "--seed", "1"))
                .contains("--anyway to have marks from both seeds in the same tables");
        assertThat(mistakes(false)).as("a run that marks all again").isEmpty();
    }

    @Test
    void aFolderThatHoldsSomethingElseIsAskedAbout() throws IOException {
        handIn("03-forward-pass", "ada");
        Files.createDirectories(out);
        Files.writeString(out.resolve("overrides.csv"), "student,exercise,points,reason\n");
        Files.writeString(out.resolve(".hidden"), "");
        assertThat(mistakes(false)).as("the grader's own").isEmpty();
        Files.writeString(out.resolve("thesis.tex"), "");
        assertThat(run("03")).startsWith(out + " holds something else already, such as thesis.tex.");
    }

    @ParameterizedTest
    @CsvSource({"y,true", "YES,true", "n,false", "'',false", ",false"})
    void onATerminalOnlyAYesGoesOn(String answer, boolean goesOn) {
        List<String> asked = new ArrayList<>();
        Confirmation confirmation = Confirmation.of(false, true, question -> {
            asked.add(question);
            return answer;
        });
        SuspectedMistake mistake = new SuspectedMistake("It looks odd.", "Do this.");
        if (goesOn) {
            assertThatCode(() -> confirmation.require(mistake)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> confirmation.require(mistake))
                    .isInstanceOf(NotConfirmedException.class)
                    .hasMessage("Nothing was marked.");
        }
        assertThat(asked).containsExactly("It looks odd.\nDo this.\nGo on all the same? [y/N] ");
    }

    @Test
    void anywayAsksNobody() {
        Confirmation confirmation = Confirmation.of(true, true, question -> {
            throw new AssertionError(question);
        });
        assertThatCode(() -> confirmation.require(new SuspectedMistake("Odd.", "Do.")))
                .doesNotThrowAnyException();
    }

    private String refused(String assignment) throws IOException {
        String said = run(assignment);
        assertThat(out).doesNotExist();
        return said;
    }

    /** Runs the command, which must stop with exit code 2; returns what it says. */
    private String run(String assignment, String... more) throws IOException {
        StringWriter said = new StringWriter();
        String[] args = Stream.concat(
                        Stream.of(assignment, submissions.toString(), "--out", out.toString(), "--no-sandbox"),
                        Stream.of(more))
                .toArray(String[]::new);
        int code = GradeCommand.run(args, new PrintWriter(StringWriter.nullWriter()), new PrintWriter(said, true));
        assertThat(code).as(said.toString()).isEqualTo(2);
        return said.toString().strip();
    }

    private List<SuspectedMistake> mistakes(boolean resume) {
        Path source = Path.of("exercises/03-forward-pass/03-forward-pass.ipynb");
        GradingOptions options = new GradingOptions(
                source, submissions, out, List.of(), resume, java.util.Optional.empty(), 1, 1, false, true);
        var found = backprop.grade.submission.Submissions.find(
                        submissions, "03-forward-pass", java.util.Optional.empty(), notebook -> 0)
                .found();
        return new OutputCheck(options).mistakes(found);
    }

    private void handIn(String assignment, String... students) throws IOException {
        for (String student : students) {
            assertThat(NAMES).contains(student);
            Files.copy(
                    Path.of("exercises", assignment, assignment + ".ipynb"), submissions.resolve(student + ".ipynb"));
        }
    }

    private void earlier(String... students) {
        Results results = new Results(out, sentence -> {});
        for (String student : students) {
            results.write(new MarkedSubmission(
                    new HandIn(student, student, "", "", "", "", List.of()),
                    Status.UNREADABLE,
                    "empty",
                    "f",
                    true,
                    List.of(),
                    List.of(),
                    List.of()));
        }
    }
}
