package backprop.grade;

import backprop.exercise.Exercises;
import backprop.grade.assignment.Assignment;
import backprop.grade.report.Overrides;
import backprop.grade.report.ReportInfo;
import backprop.grade.report.Reports;
import backprop.grade.report.UnmarkedAnswers;
import backprop.grade.result.HandIn;
import backprop.grade.result.Results;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The last step of a run: applies the overrides, writes all reports, and says what a person must still mark. */
final class ClassReports {
    private final GradingOptions options;
    private final InstructorMessages messages;

    ClassReports(GradingOptions options, InstructorMessages messages) {
        this.options = options;
        this.messages = messages;
    }

    /**
     * Writes the reports of what lies in the output folder.
     *
     * @param notMarked those who could not be marked, for a reason that is not in their submission
     */
    void write(Assignment assignment, boolean confined, long seed, List<HandIn> notMarked) {
        Path out = options.out();
        Results results = new Results(out, messages::warn);
        ReportInfo info = info(assignment, confined, seed);
        Overrides overrides = Overrides.read(out, info, results);
        overrides.problems().forEach(messages::say);
        UnmarkedAnswers unmarked = Reports.write(out, info, results, overrides, notMarked);
        unmarked.sentences(out.resolve("overrides.csv").toString()).forEach(messages::say);
        messages.say("The overview is " + out.resolve("overview.html") + ".");
    }

    private ReportInfo info(Assignment assignment, boolean confined, long seed) {
        List<ReportInfo.Exercise> exercises = assignment.tasks().stream()
                .map(task -> new ReportInfo.Exercise(task.exercise(), task.title(), task.byHand(), task.maximum()))
                .toList();
        return new ReportInfo(
                assignment.name(),
                assignment.title(),
                exercises,
                seed,
                version(),
                confined,
                options.pseudonyms(),
                messages.warnings());
    }

    private static String version() {
        return Optional.ofNullable(Exercises.class.getPackage().getImplementationVersion())
                .orElse("unpacked");
    }
}
