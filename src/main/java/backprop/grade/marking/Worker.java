package backprop.grade.marking;

import backprop.grade.assignment.Assignment;
import backprop.grade.assignment.Cell;
import backprop.grade.notebook.Notebook;
import backprop.grade.protocol.CompiledCell;
import backprop.grade.result.ExerciseMark;
import backprop.grade.result.GradeException;
import backprop.grade.result.Incident;
import backprop.grade.result.MarkedSubmission;
import backprop.grade.result.Status;
import backprop.grade.sandbox.SandboxLauncher;
import backprop.grade.submission.PreparedSubmission;
import backprop.grade.submission.Submission;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where one thread marks one submission after the other. */
public final class Worker implements AutoCloseable {
    private final AssignmentMatch match;
    private final Assignment assignment;
    private final SandboxLauncher launcher;
    private final long seed;
    private final CompilerClient compilers;

    /**
     * A place for one thread, which must live as long as it is used.
     *
     * @param match what is marked, and what is not
     * @param launcher where students' code runs
     * @param seed where the tests' inputs come from
     */
    public Worker(AssignmentMatch match, SandboxLauncher launcher, long seed) {
        this.match = match;
        this.assignment = match.asked();
        this.launcher = launcher;
        this.seed = seed;
        this.compilers = new CompilerClient(launcher);
    }

    /**
     * Marks a submission; nothing that is in it makes this fail.
     *
     * @param found the submission
     * @param fingerprint of its file and of all that decides on its marks
     * @return its marks and how long they took
     * @throws IOException if no virtual machine can be started
     */
    public GradingOutcome mark(Submission found, String fingerprint) throws IOException {
        PhaseTimer timer = new PhaseTimer();
        try {
            PreparedSubmission prepared = timer.timed(PhaseTimer.Phase.PREPARE, () -> prepared(found));
            return new GradingOutcome(marked(found, fingerprint, prepared, timer), timer.all());
        } catch (GradeException why) {
            MarkedSubmission unreadable = new MarkedSubmission(
                    found.handIn(),
                    Status.UNREADABLE,
                    sentence(why.getMessage()),
                    fingerprint,
                    launcher.confined(),
                    List.of(),
                    List.of(),
                    List.of());
            return new GradingOutcome(unreadable, timer.all());
        }
    }

    /**
     * Marks the assignment's own solutions.
     *
     * @return what they earn
     * @throws IOException if no virtual machine can be started
     */
    public List<ExerciseMark> reference() throws IOException {
        List<Notebook.Cell> cells = new ArrayList<>();
        for (Cell cell : assignment.cells()) {
            cells.add(new Notebook.Cell(cells.size() + 1, cell.id(), cell.code(), cell.source()));
        }
        return executed(PreparedSubmission.of(assignment, new Notebook(cells)), new PhaseTimer())
                .exercises();
    }

    /** What is said of a file, such as "is no zip archive", as a sentence. */
    private static String sentence(String problem) {
        boolean subject = problem.startsWith("no ");
        return (subject ? problem.substring(0, 1).toUpperCase(Locale.ROOT) + problem.substring(1) : "It " + problem)
                + ".";
    }

    private PreparedSubmission prepared(Submission found) {
        Notebook notebook = found.read(Notebook::read);
        match.require(notebook);
        return PreparedSubmission.of(assignment, notebook);
    }

    private MarkedSubmission marked(Submission found, String fingerprint, PreparedSubmission prepared, PhaseTimer timer)
            throws IOException {
        ExecutedSnippet first = executed(prepared, timer);
        FollowThrough again = new FollowThrough(assignment, prepared, first.exercises());
        List<ExerciseMark> exercises = again.needed()
                ? again.counted(executed(again.withReferences(), timer).exercises())
                : first.exercises();
        boolean open = exercises.stream().anyMatch(ExerciseMark::needsMarking);
        return new MarkedSubmission(
                found.handIn(),
                open ? Status.NEEDS_MARKING : Status.GRADED,
                "",
                fingerprint,
                launcher.confined(),
                exercises,
                prepared.remarks(),
                Stream.concat(repairs(prepared), first.incidents().stream()).toList());
    }

    /** What became of a submission's cells and checks. */
    private record ExecutedSnippet(List<ExerciseMark> exercises, List<Incident> incidents) {}

    private ExecutedSnippet executed(PreparedSubmission prepared, PhaseTimer timer) throws IOException {
        List<CellSource> sources = SubmissionGrader.sources(prepared);
        List<CompiledCell> compiled = timer.timed(PhaseTimer.Phase.COMPILE, () -> compilers.compile(sources));
        try (ExecutionSession session = new ExecutionSession(launcher, timer)) {
            SubmissionGrader marker = new SubmissionGrader(assignment, prepared, compiled, session, timer, seed);
            return new ExecutedSnippet(marker.marked(), marker.incidents());
        }
    }

    /** A notebook that was damaged is worth an instructor's look. */
    private static Stream<Incident> repairs(PreparedSubmission prepared) {
        return prepared.repairs().stream().map(repair -> new Incident("notebook", repair));
    }

    @Override
    public void close() {
        compilers.close();
    }
}
