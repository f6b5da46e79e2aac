package backprop.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import backprop.grade.result.ExerciseMark;
import backprop.grade.result.HandIn;
import backprop.grade.result.MarkedSubmission;
import backprop.grade.result.Status;
import backprop.grade.result.TestMark;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A class in which everybody fails alike gets no zeros without a question. */
class FirstResultsCheckTest {
    private static final List<String> THREE = List.of("a", "b", "c");

    private final List<String> written = new ArrayList<>();

    private FirstResultsCheck of(int all, boolean anyway) {
        return new FirstResultsCheck(all, Confirmation.of(anyway, false, question -> null), () -> written.add("begin"));
    }

    private void add(FirstResultsCheck first, MarkedSubmission marked) {
        first.add(marked, () -> written.add(marked.handIn().student()));
    }

    @Test
    void whoEarnsPointsLetsAllOthersThrough() {
        FirstResultsCheck first = of(20, false);
        add(first, failed("a", "It ended Java."));
        assertThat(written).isEmpty();
        add(first, marked("b", true, true, ""));
        add(first, failed("c", "It ended Java."));
        assertThat(written).containsExactly("begin", "a", "b", "c");
        first.end();
        assertThat(written).hasSize(4);
    }

    @Test
    void eightThatFailAlikeAreAskedAboutAndNothingIsWritten() {
        FirstResultsCheck first = of(300, false);
        for (int k = 0; k < 7; k++) {
            add(first, failed("s" + k, "It took " + k + " seconds."));
        }
        MarkedSubmission eighth = failed("s8", "It took \u0669 seconds.");
        assertThatExceptionOfType(NotConfirmedException.class)
                .isThrownBy(() -> add(first, eighth))
                .withMessageContaining("All 8 submissions")
                .withMessageContaining("failed in the same way: x: It took … seconds.")
                .withMessageContaining("--anyway");
        add(first, marked("late", true, true, ""));
        first.end();
        assertThat(written).isEmpty();
    }

    @Test
    void aSmallClassIsAskedAboutAtItsEndAndWrittenAnyway() {
        FirstResultsCheck first = of(3, true);
        for (String student : THREE) {
            add(first, failed(student, "no"));
        }
        assertThat(written).isEmpty();
        first.end();
        assertThat(written).containsExactly("begin", "a", "b", "c");
        assertThat(first.confirmed()).isPresent();
    }

    @Test
    void thoseWithoutAnAnswerTellNothing() {
        FirstResultsCheck first = of(4, false);
        add(first, marked("empty", false, false, "Not written yet"));
        for (String student : THREE) {
            add(first, failed(student, "no"));
        }
        assertThatExceptionOfType(NotConfirmedException.class)
                .isThrownBy(first::end)
                .withMessageContaining("All 3");
        FirstResultsCheck empty = of(3, false);
        for (String student : THREE) {
            add(empty, marked(student, false, false, "Not written yet"));
        }
        empty.end();
        assertThat(written).hasSize(4);
    }

    @Test
    void differentMistakesAreTheStudentsOwn() {
        FirstResultsCheck first = of(3, false);
        for (String student : THREE) {
            add(first, failed(student, "no, " + student));
        }
        first.end();
        assertThat(written).hasSize(4);
    }

    @Test
    void filesThatCannotBeReadForTheSameReasonCountToo() {
        FirstResultsCheck first = of(3, false);
        for (String student : THREE) {
            add(
                    first,
                    new MarkedSubmission(
                            handIn(student),
                            Status.UNREADABLE,
                            "It is not JSON from line 7 on.",
                            "f",
                            true,
                            List.of(),
                            List.of(),
                            List.of()));
        }
        assertThatExceptionOfType(NotConfirmedException.class)
                .isThrownBy(first::end)
                .withMessageContaining("It is not JSON from line … on.");
    }

    @Test
    void twoAloneAndMarksFromBeforeAreNotAskedAbout() {
        FirstResultsCheck two = of(2, false);
        add(two, failed("a", "no"));
        add(two, failed("b", "no"));
        assertThat(written).containsExactly("begin", "a", "b");
        FirstResultsCheck more = of(30, false);
        more.kept(marked("z", true, true, ""));
        for (int k = 0; k < 9; k++) {
            add(more, failed("s" + k, "no"));
        }
        assertThat(written).hasSize(3 + 10);
    }

    private static MarkedSubmission failed(String student, String why) {
        return marked(student, true, false, why);
    }

    private static MarkedSubmission marked(String student, boolean answered, boolean passed, String why) {
        List<TestMark> tests = List.of(new TestMark("check-x", "One", false, passed, 1, why + "\nmore"));
        ExerciseMark mark = new ExerciseMark("x", "X", false, 1, "", "", tests, "", "", answered);
        return new MarkedSubmission(handIn(student), Status.GRADED, "", "f", true, List.of(mark), List.of(), List.of());
    }

    private static HandIn handIn(String student) {
        return new HandIn(student, student, "", student + ".ipynb", "", "", List.of());
    }
}
