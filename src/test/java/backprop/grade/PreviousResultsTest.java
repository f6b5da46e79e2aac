package backprop.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import backprop.grade.result.HandIn;
import backprop.grade.result.MarkedSubmission;
import backprop.grade.result.Results;
import backprop.grade.result.Status;
import backprop.grade.submission.FileSource;
import backprop.grade.submission.Submission;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results that lie in the output folder already. */
class PreviousResultsTest {
    @TempDir
    private Path out;

    private final List<Submission> found = Stream.of(
                    handIn("José", "José", ""), handIn("Ng-Cy-7", "Ng Cy", "7"), handIn("Анна", "Анна", ""))
            .map(handIn -> new Submission(handIn, "", new FileSource(Path.of("x"), List.of())))
            .toList();

    private static HandIn handIn(String key, String name, String number) {
        return new HandIn(key, name, number, "", "", "", List.of());
    }

    private Results earlier(HandIn... all) {
        Results results = new Results(out, sentence -> {});
        for (HandIn handIn : all) {
            results.write(new MarkedSubmission(
                    handIn, Status.UNREADABLE, "empty", "f", true, List.of(), List.of(), List.of()));
        }
        return results;
    }

    private OutputCheck check(String... only) {
        return new OutputCheck(
                new GradingOptions(out, out, out, List.of(only), false, Optional.empty(), 1, 1, false, true));
    }

    @Test
    void theSameStudentsUnderEarlierKeysAreNoOtherClassAndTheirResultsAreKeptAside() {
        Results results =
                earlier(handIn("Jose", "José", ""), handIn("Ng-Cy", "Ng Cy", "7"), handIn("student", "Анна", ""));
        assertThat(check().mistakes(found))
                .noneMatch(mistake -> mistake.sentence().contains("submissions"));
        PreviousResults earlier = new PreviousResults(out, results, found);
        assertThat(earlier.retire())
                .singleElement()
                .asString()
                .contains(
                        "Students are named in another way than in earlier versions: Jose is now José, Ng-Cy is now Ng-Cy-7, student is now Анна.");
        assertThat(results.students()).isEmpty();
        assertThat(out.resolve("former/renamed/Jose.json")).exists();
        assertThat(earlier.retire()).as("once is enough").isEmpty();
    }

    @Test
    void othersAreAnotherClassStill() {
        Results results = earlier(handIn("Jose", "Joseph", ""), handIn("Ng-Cy", "Ng Cy", "8"));
        assertThat(check().mistakes(found))
                .anyMatch(mistake -> mistake.sentence().contains("none is among these submissions"));
        assertThat(new PreviousResults(out, results, found).retire())
                .singleElement()
                .asString()
                .startsWith("Marked before, but no longer among the submissions, and so in no table: Jose, Ng-Cy");
    }

    @Test
    void someAloneAreNotMarkedBesideResultsUnderEarlierKeys() {
        earlier(handIn("Jose", "José", ""), handIn("Анна", "Анна", ""));
        check().requireTodaysKeys(found);
        assertThatExceptionOfType(NotConfirmedException.class)
                .isThrownBy(() -> check("Анна").requireTodaysKeys(found))
                .withMessageContaining("(Jose is now José). Run once without --only");
    }
}
