package backprop.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import backprop.grade.assignment.Assignment;
import backprop.grade.assignment.Cell;
import backprop.grade.hostile.HandIns;
import backprop.grade.marking.AssignmentMatch;
import backprop.grade.result.HandIn;
import backprop.grade.submission.FileSource;
import backprop.grade.submission.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the machine, the disk or the assignment costs no student a point. */
@Tag("default")
class FaultsTest {
    private static final String NAME = "01-shapes-and-counting";
    private static final Path SOURCE = Path.of("exercises", NAME, NAME + ".ipynb");
    private static final List<String> STUDENTS = List.of("ada", "bob", "cyd", "dan");

    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();

    private Path in() {
        return folder.resolve("in");
    }

    private Path out() {
        return folder.resolve("out");
    }

    private Path raw(String student) {
        return out().resolve("raw").resolve(student + ".json");
    }

    private void handIn() {
        HandIns all = new HandIns(Assignment.read(SOURCE), in());
        STUDENTS.forEach(student -> all.changed(student, Map.of()));
    }

    private boolean grade(Path source, boolean resume) throws IOException {
        return new Grading(
                        new GradingOptions(source, in(), out(), List.of(), resume, Optional.empty(), 1, 1, false, true),
                        said::add)
                .run();
    }

    /** Marks while all submissions vanish as soon as the first is marked. */
    private boolean gradeWhileTheyVanish() throws IOException {
        FileTime before = Files.exists(raw("ada")) ? Files.getLastModifiedTime(raw("ada")) : FileTime.fromMillis(0);
        CompletableFuture<Void> gone = CompletableFuture.runAsync(() -> vanish(before));
        boolean whole = grade(SOURCE, false);
        gone.join();
        return whole;
    }

    private void vanish(FileTime before) {
        try {
            while (Files.notExists(raw("ada"))
                    || Files.getLastModifiedTime(raw("ada")).equals(before)) {
                Thread.onSpinWait();
            }
            try (Stream<Path> all = Files.walk(in())) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void submissionsThatVanishMeanwhileGetNoZerosAndLoseNoMarks() throws IOException {
        handIn();
        assertThat(gradeWhileTheyVanish()).isFalse();
        assertThat(raw("dan")).doesNotExist();
        assertThat(Files.readString(out().resolve("grades.csv"))).containsPattern("\ndan,dan,,[,]*,\\d+,not marked,");
        assertThat(said)
                .anyMatch(
                        sentence -> sentence.startsWith("dan could not be marked: “")
                                && sentence.endsWith(
                                        "cannot be read from the disk (no such file). There is no mark, which is not 0 points."));
        handIn();
        assertThat(grade(SOURCE, true)).isTrue();
        String mark = Files.readString(raw("dan"));
        assertThat(gradeWhileTheyVanish()).isFalse();
        assertThat(raw("dan")).hasContent(mark);
        assertThat(said)
                .anyMatch(sentence -> sentence.startsWith("dan could not be marked: ")
                        && sentence.endsWith("The mark from before stays."));
        assertThat(Files.readString(out().resolve("grades.csv"))).doesNotContain("unreadable", "not marked");
    }

    @Test
    void aReferenceThatLosesPointsStopsTheRunBeforeAnythingIsWritten() throws IOException {
        handIn();
        Path wrong =
                Files.createDirectories(folder.resolve("own").resolve(NAME)).resolve(NAME + ".ipynb");
        String source = Files.readString(SOURCE);
        assertThat(source).contains("BEGIN SOLUTION");
        Files.writeString(
                wrong, source.replace("### BEGIN SOLUTION", "BEGIN SOLUTION").replace("return ", "return null; // "));
        assertThatExceptionOfType(NotConfirmedException.class)
                .isThrownBy(() -> grade(wrong, false))
                .withMessageStartingWith("The reference solution of " + NAME + " earns ")
                .withMessageContaining(" points on this machine: ")
                .withMessageContaining("--anyway");
        assertThat(out()).doesNotExist();
    }

    @Test
    void aClassThatFailsAlikeStopsTheRunBeforeAnythingIsWritten() throws IOException {
        Assignment assignment = Assignment.read(SOURCE);
        Map<String, UnaryOperator<String>> broken = new HashMap<>();
        assignment.cells().stream().filter(Cell::solution).forEach(cell -> broken.put(cell.id(), text -> "int x = ;"));
        HandIns all = new HandIns(assignment, in());
        STUDENTS.forEach(student -> all.changed(student, broken));
        assertThatExceptionOfType(NotConfirmedException.class)
                .isThrownBy(() -> grade(SOURCE, false))
                .withMessageContaining("All 4 submissions")
                .withMessageContaining("Your code does not compile.");
        assertThat(out()).doesNotExist();
    }

    @Test
    void oneRightNotebookAmongThoseOfAnotherAssignmentIsAskedAbout() {
        Assignment asked = Assignment.read(SOURCE);
        String other = "04-backward-pass";
        Path theirs = Path.of("exercises", other, other + ".ipynb");
        AssignmentMatch match = new AssignmentMatch(asked, List.of(Assignment.read(theirs)));
        assertThat(new AssignmentCheck(match)
                        .mistake(List.of(found(SOURCE), found(theirs), found(theirs)))
                        .map(SuspectedMistake::sentence))
                .contains("2 of 3 notebooks look like 04-backward-pass, not 01-shapes-and-counting.");
        assertThat(new AssignmentCheck(match).mistake(List.of(found(theirs))).map(SuspectedMistake::sentence))
                .contains("The only notebook looks like 04-backward-pass, not 01-shapes-and-counting.");
        assertThat(new AssignmentCheck(match).mistake(List.of(found(SOURCE), found(SOURCE), found(theirs))))
                .isEmpty();
    }

    private static Submission found(Path file) {
        return new Submission(
                new HandIn("s", "s", "", "s.ipynb", "", "", List.of()), "", new FileSource(file, List.of()));
    }
}
