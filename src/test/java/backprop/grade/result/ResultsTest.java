package backprop.grade.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept comes back; what is damaged counts as not there. */
class ResultsTest {
    @TempDir
    Path dir;

    private final List<String> told = new ArrayList<>();
    private Results results;

    @BeforeEach
    void open() {
        results = new Results(dir, told::add);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        results.write(marked("zoë-1"));
        assertThat(results.read("zoë-1")).contains(marked("zoë-1"));
        assertThat(told).isEmpty();
    }

    @Test
    void theSameResultGivesTheSameLines() throws IOException {
        results.write(marked("a"));
        String first = Files.readString(dir.resolve("raw/a.json"));
        results.write(marked("a"));
        assertThat(Files.readString(dir.resolve("raw/a.json")))
                .isEqualTo(first)
                .startsWith("{\n  \"handIn\" : {\n")
                .endsWith("}\n")
                .doesNotContain("\r");
    }

    @Test
    void studentsComeInOrder() {
        List.of("c", "a", "b").forEach(student -> results.write(marked(student)));
        List<String> seen = new ArrayList<>();
        results.forEach(marked -> seen.add(marked.handIn().student()));
        assertThat(seen).containsExactly("a", "b", "c");
    }

    @Test
    void halfAFileCountsAsNotThereAndIsToldOnce() throws IOException {
        results.write(marked("a"));
        Path file = dir.resolve("raw/a.json");
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() / 2));
        assertThat(results.read("a")).isEmpty();
        assertThat(results.read("a")).isEmpty();
        assertThat(told)
                .singleElement()
                .asString()
                .contains("a.json: counts as not there")
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"handIn\":null}", "\u0000", "{} {}"})
    void whatIsNoResultCountsAsNotThere(String text) throws IOException {
        Files.createDirectories(dir.resolve("raw"));
        Files.writeString(dir.resolve("raw/a.json"), text);
        assertThat(results.read("a")).isEmpty();
        assertThat(told).hasSize(1);
    }

    @Test
    void aFileUnderAnothersNameCountsAsNotThere() throws IOException {
        results.write(marked("a"));
        Files.move(dir.resolve("raw/a.json"), dir.resolve("raw/b.json"));
        assertThat(results.read("b")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/b", "..", "", "a\nb", "a\\b"})
    void aNameThatLeadsElsewhereIsRefused(String student) {
        assertThatThrownBy(() -> results.write(marked(student)))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("must be named by letters");
        assertThat(results.read(student)).isEmpty();
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void aFullDiskLeavesTheOldFile() throws IOException {
        Path file = dir.resolve("grades.csv");
        AtomicFile.write(file, "old");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write("new");
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("grades.csv: cannot be written (No space left on device)");
        assertThat(dir.toFile().list()).containsExactly("grades.csv");
        assertThat(file).hasContent("old");
    }

    @Test
    void halfACharacterOfAStudentDoesNotStopTheWriting() {
        MarkedSubmission odd = new MarkedSubmission(
                marked("a").handIn(), Status.UNREADABLE, "\ud83d", "f", true, List.of(), List.of(), List.of());
        results.write(odd);
        assertThat(results.read("a")).isPresent();
    }

    private static MarkedSubmission marked(String student) {
        TestMark test = new TestMark("check-x", "One example", false, false, 1.5, "It is 0.\nfar \"off\" \u0001");
        ExerciseMark mark = new ExerciseMark("x", "X", false, 1.5, "", "", List.of(test), "printed", "code", true);
        HandIn handIn = new HandIn(student, "Zoë", "7", "a.zip!/x.ipynb", "", "on time", List.of("newest"));
        return new MarkedSubmission(
                handIn, Status.GRADED, "", "f", true, List.of(mark), List.of("r"), List.of(new Incident("w", "h")));
    }
}
