package backprop.grade.report;

import backprop.exercise.Texts;
import backprop.grade.result.ExerciseMark;
import backprop.grade.result.HandIn;
import backprop.grade.result.MarkedSubmission;
import backprop.grade.result.Status;
import backprop.grade.result.TestMark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the instructor's page needs of a class, gathered submission by submission. */
final class ClassOverview {
    private static final int INCIDENTS = 3;
    /** What a test says that was not tried because of another: no slip of its own. */
    private static final Set<String> FOLLOWS =
            Set.of(Texts.of("feedback.notTried"), Texts.of("feedback.somethingFirst"), Texts.of("feedback.restFirst"));

    final ReportInfo about;
    final List<StudentRow> lines = new ArrayList<>();
    final SentenceCounts slips = new SentenceCounts();
    final SentenceCounts remarks = new SentenceCounts();
    final List<Odd> odd = new ArrayList<>();
    final List<Overrides.Row> overrides = new ArrayList<>();

    /** The first incidents of a submission; the log has them all. */
    record Odd(String student, List<String> incidents, int more) {
        boolean hasMore() {
            return more > 0;
        }
    }

    ClassOverview(ReportInfo about) {
        this.about = about;
    }

    void add(GradedSubmission graded) {
        MarkedSubmission marked = graded.marked();
        lines.add(StudentRow.of(graded));
        marked.exercises().forEach(mark -> slips(mark, graded.student()));
        Stream.concat(marked.handIn().remarks().stream(), marked.remarks().stream())
                .forEach(remark -> remarks.add("", Formatting.line(remark), graded.student()));
        graded.parts().forEach(part -> part.override().ifPresent(overrides::add));
        if (!marked.incidents().isEmpty()) {
            List<String> first = marked.incidents().stream()
                    .limit(INCIDENTS)
                    .map(incident -> Formatting.line(incident.where() + ": " + incident.what()))
                    .toList();
            odd.add(new Odd(graded.student(), first, marked.incidents().size() - first.size()));
        }
    }

    /** Puts those among the others who could not be marked. */
    void addNotMarked(List<HandIn> notMarked) {
        notMarked.forEach(handIn -> lines.add(StudentRow.notMarked(handIn, about)));
        lines.sort(Comparator.comparing(StudentRow::student));
    }

    /** Those that could be read. */
    List<StudentRow> readable() {
        return lines.stream()
                .filter(line -> line.status() != Status.UNREADABLE && line.marked())
                .toList();
    }

    /** What is not written yet is no slip: the points of the exercise tell it. */
    private void slips(ExerciseMark mark, String student) {
        if (!mark.answered()) {
            return;
        }
        Stream<String> problem = mark.problem().lines().limit(1);
        Stream<String> failed =
                mark.tests().stream().filter(test -> !test.passed()).map(TestMark::headline);
        Stream.concat(problem, failed)
                .filter(line -> !line.isBlank() && !FOLLOWS.contains(line))
                .map(ClassOverview::alike)
                .forEach(slip -> slips.add(Formatting.line(mark.title()), slip, student));
    }

    /** The same slip has the same sentence, whatever the size of a test's matrices: m = 7 becomes m = …. */
    private static String alike(String headline) {
        return Formatting.line(headline).replaceAll("= -?\\d[\\d.,E-]*", "= …");
    }
}
