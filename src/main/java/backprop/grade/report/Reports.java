package backprop.grade.report;

import backprop.grade.result.AtomicFile;
import backprop.grade.result.HandIn;
import backprop.grade.result.Incident;
import backprop.grade.result.Results;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All reports of a class. The results are read one at a time; only a row of each is kept. */
public final class Reports {
    private static final HtmlPage FEEDBACK = new HtmlPage("feedback");
    private static final HtmlPage OVERVIEW = new HtmlPage("overview");

    private final ReportInfo about;
    private final Results results;
    private final Overrides overrides;
    private final List<HandIn> notMarked;

    private Reports(ReportInfo about, Results results, Overrides overrides, List<HandIn> notMarked) {
        this.notMarked = notMarked.stream()
                .filter(handIn -> results.read(handIn.student()).isEmpty())
                .toList();
        this.about = about;
        this.results = results;
        this.overrides = overrides;
    }

    /**
     * Writes the reports; the same results and overrides give the same bytes. Of what lies in the folder already, only
     * the feedback of students who are no longer in the class goes.
     *
     * @param dir the grader's output folder
     * @param about what the reports say of themselves
     * @param results the marked submissions
     * @param overrides the points set by hand
     * @return what a person must still mark
     * @throws backprop.grade.result.ResultsException if a file cannot be written
     */
    public static UnmarkedAnswers write(Path dir, ReportInfo about, Results results, Overrides overrides) {
        return write(dir, about, results, overrides, List.of());
    }

    /**
     * Writes the reports of a class in which some could not be marked, for a reason that is not theirs.
     *
     * @param dir the grader's output folder
     * @param about what the reports say of themselves
     * @param results the marked submissions
     * @param overrides the points set by hand
     * @param notMarked those who have no mark and no grade, unless they have a result from before
     * @return what a person must still mark
     * @throws backprop.grade.result.ResultsException if a file cannot be written
     */
    public static UnmarkedAnswers write(
            Path dir, ReportInfo about, Results results, Overrides overrides, List<HandIn> notMarked) {
        Reports reports = new Reports(about, results, overrides, notMarked);
        GradeTables tables = reports.named(dir);
        AppliedOverrides.write(dir, overrides);
        if (about.pseudonyms()) {
            Pseudonyms pseudonyms = new Pseudonyms(about, results);
            tables.pseudonyms(dir.resolve("pseudonyms.csv"), pseudonyms.all());
            reports.pseudonymous(dir.resolve("pseudonymous"), pseudonyms);
        }
        return tables.unmarked();
    }

    private GradeTables named(Path dir) {
        ClassOverview overview = new ClassOverview(about);
        List<String> students = results.students();
        AtomicFile.write(
                dir.resolve("log.txt"),
                log -> each(students, UnaryOperator.identity(), graded -> {
                    pages(dir, overview, graded);
                    Gradescope.write(
                            dir.resolve("gradescope").resolve(graded.student()).resolve("results.json"), graded);
                    log(log, graded);
                }));
        overview.addNotMarked(notMarked);
        GradeTables tables = new GradeTables(about, overview.lines);
        tables.grades(dir.resolve("grades.csv"));
        tables.moodle(dir.resolve("moodle.csv"));
        tables.canvas(dir.resolve("canvas.csv"));
        List<String> warnings = Stream.concat(about.warnings().stream(), overrides.problems().stream())
                .map(Formatting::line)
                .toList();
        OVERVIEW.write(dir.resolve("overview.html"), new OverviewPage(overview, false, warnings));
        ObsoleteReports.pages(dir.resolve("feedback"), names(overview));
        ObsoleteReports.folders(dir.resolve("gradescope"), names(overview), "results.json");
        return tables;
    }

    private void pseudonymous(Path dir, Pseudonyms pseudonyms) {
        ClassOverview overview = new ClassOverview(about);
        List<String> students = new ArrayList<>(pseudonyms.all().keySet());
        try {
            each(students, pseudonyms::of, graded -> pages(dir, overview, graded));
        } catch (IOException never) {
            throw new IllegalStateException("only a log throws this", never);
        }
        new GradeTables(about, overview.lines).grades(dir.resolve("grades.csv"));
        OVERVIEW.write(dir.resolve("overview.html"), new OverviewPage(overview, true, List.of()));
        ObsoleteReports.pages(dir.resolve("feedback"), names(overview));
    }

    private void each(Collection<String> students, UnaryOperator<GradedSubmission> as, Step step) throws IOException {
        for (String student : students) {
            var marked = results.read(student);
            if (marked.isPresent()) {
                step.take(as.apply(GradedSubmission.of(marked.get(), about, overrides)));
            }
        }
    }

    private void pages(Path dir, ClassOverview overview, GradedSubmission graded) {
        overview.add(graded);
        FEEDBACK.write(dir.resolve(FeedbackPage.place(graded.student())), new FeedbackPage(about, graded));
    }

    private void log(Writer log, GradedSubmission graded) throws IOException {
        var marked = graded.marked();
        log.write("%s: %s, %s of %s\n"
                .formatted(
                        graded.student(),
                        graded.status(),
                        Formatting.points(graded.total()),
                        Formatting.points(about.maximum())));
        if (!marked.problem().isEmpty()) {
            log.write("  " + Formatting.line(marked.problem()) + "\n");
        }
        for (String remark : marked.handIn().remarks()) {
            log.write("  " + Formatting.line(remark) + "\n");
        }
        for (String remark : marked.remarks()) {
            log.write("  " + Formatting.line(remark) + "\n");
        }
        List<Incident> untold = marked.incidents().stream()
                .filter(incident -> !marked.remarks().contains(incident.what()))
                .toList();
        for (Incident incident : untold) {
            log.write("  " + Formatting.line(incident.where() + ": " + incident.what()) + "\n");
        }
    }

    private static List<String> names(ClassOverview overview) {
        return overview.lines.stream()
                .filter(StudentRow::marked)
                .map(StudentRow::student)
                .toList();
    }

    /** What is done with a submission. */
    @FunctionalInterface
    private interface Step {
        void take(GradedSubmission graded) throws IOException;
    }
}
