package backprop.grade;

import backprop.grade.assignment.Assignment;
import backprop.grade.marking.AssignmentMatch;
import backprop.grade.marking.Fingerprint;
import backprop.grade.marking.Worker;
import backprop.grade.report.FolderLock;
import backprop.grade.report.OutputFolder;
import backprop.grade.result.GradeException;
import backprop.grade.result.Results;
import backprop.grade.sandbox.Bubblewrap;
import backprop.grade.sandbox.NoSandbox;
import backprop.grade.sandbox.Sandbox;
import backprop.grade.sandbox.SandboxJar;
import backprop.grade.sandbox.SandboxLauncher;
import backprop.grade.submission.PreparedSubmission;
import backprop.grade.submission.Slugs;
import backprop.grade.submission.Submission;
import backprop.grade.submission.Submissions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** One run of the grader: finds the submissions, marks them, writes the reports. */
public final class Grading {
    private final GradingOptions options;
    private final InstructorMessages messages;
    private final Confirmation confirmation;

    /**
     * A run that stops where something looks like a mistake.
     *
     * @param options what is asked for
     * @param say takes a sentence for whoever marks
     */
    public Grading(GradingOptions options, Consumer<String> say) {
        this(options, say, Confirmation.of(false, false, question -> null));
    }

    Grading(GradingOptions options, Consumer<String> say, Confirmation confirmation) {
        this.options = options;
        this.messages = new InstructorMessages(say);
        this.confirmation = confirmation;
    }

    /**
     * Marks the class and writes the reports.
     *
     * @return whether each submission has its mark
     * @throws GradeException if something must be put right first, in a sentence
     * @throws IOException if no virtual machine can be started
     */
    public boolean run() throws IOException {
        Assignment assignment = Assignment.read(options.source());
        RequiredTests.require(assignment);
        Submissions submissions = Submissions.find(
                options.submissions(),
                assignment.name(),
                options.due(),
                notebook -> PreparedSubmission.written(assignment, notebook));
        List<Submission> chosen = chosen(submissions.found());
        AssignmentMatch match = new AssignmentMatch(assignment, SourceNotebooks.others(assignment, options.source()));
        OutputFolder.require(options.out());
        OutputFolder.requireApart(options.out(), options.submissions());
        FolderLock.requireFree(options.out());
        confirm(match, submissions);
        SandboxLauncher launcher = launcher();
        RunFile run = runFile(assignment);
        Fingerprint fingerprint = new Fingerprint(
                Stream.concat(Stream.of(options.source()), jars()).toList(), run.seed(), launcher.confined());
        Results before = new Results(options.out(), damaged -> {});
        if (!options.resume() || BatchRun.anyToMark(chosen, before, fingerprint)) {
            checkReference(match, launcher, run.seed());
        }
        boolean fresh = Files.notExists(options.out());
        submissions.warnings().forEach(messages::warn);
        try {
            return locked(() -> marked(match, launcher, run, fingerprint, submissions, chosen));
        } catch (NotConfirmedException refused) {
            if (fresh) {
                OutputFolder.removeEmpty(options.out());
            }
            throw refused;
        }
    }

    /** Work that is done while no other grader has the folder. */
    private interface Work {
        boolean done() throws IOException;
    }

    private boolean locked(Work work) throws IOException {
        FolderLock lock = FolderLock.of(OutputFolder.check(options.out()));
        try {
            return work.done();
        } finally {
            lock.close();
        }
    }

    /** Marks the assignment's own solutions, and asks whether to go on if they do not earn their points. */
    private void checkReference(AssignmentMatch match, SandboxLauncher launcher, long seed) throws IOException {
        try (Worker worker = new Worker(match, launcher, seed)) {
            Optional<SuspectedMistake> mistake = ReferenceCheck.mistake(match.asked(), worker.reference());
            mistake.ifPresent(this::confirm);
        }
    }

    /** Asks about what looks like a mistake, before anything is written. */
    private void confirm(AssignmentMatch match, Submissions submissions) {
        List<Submission> found = submissions.found();
        OutputCheck output = new OutputCheck(options);
        output.requireSame(match.asked());
        output.requireTodaysKeys(found);
        AssignmentCheck check = new AssignmentCheck(match);
        check.requireAny(found, options.submissions());
        Stream<SuspectedMistake> crowd = submissions.crowd().map(Grading::crowd).stream();
        List<SuspectedMistake> mistakes = Stream.of(
                        output.mistakes(found).stream(), check.mistake(found).stream(), crowd)
                .flatMap(Function.identity())
                .toList();
        mistakes.forEach(this::confirm);
    }

    private void confirm(SuspectedMistake mistake) {
        confirmation.require(mistake);
        messages.warn(mistake.sentence());
    }

    private static SuspectedMistake crowd(String sentence) {
        return new SuspectedMistake(
                sentence,
                "If it holds the class, give it alone as SUBMISSIONS; add --anyway to mark one notebook of it.");
    }

    private boolean marked(
            AssignmentMatch match,
            SandboxLauncher launcher,
            RunFile run,
            Fingerprint fingerprint,
            Submissions submissions,
            List<Submission> asked)
            throws IOException {
        FileNameCollisions collisions = new FileNameCollisions(options.out(), submissions.found());
        collisions.sentences().forEach(messages::warn);
        List<Submission> all = collisions.others(submissions.found());
        List<Submission> chosen = collisions.others(asked);
        Queue<String> damaged = new ConcurrentLinkedQueue<>(); // to be told when the line of progress has ended
        Results results = new Results(options.out(), damaged::add);
        PreviousResults previous = new PreviousResults(options.out(), results, all);
        List<String> retired = new ArrayList<>();
        FirstResultsCheck first =
                new FirstResultsCheck(chosen.size(), confirmation, () -> begin(run, previous, retired));
        List<GradingFailure> failures = new BatchRun(
                        match, launcher, options, run.seed(), fingerprint, results, messages::say)
                .mark(chosen, first);
        damaged.stream().sorted().forEach(messages::say);
        retired.forEach(messages::warn);
        first.confirmed().map(SuspectedMistake::sentence).ifPresent(messages::warn);
        messages.warn(failures);
        List<Submission> others =
                all.stream().filter(found -> !chosen.contains(found)).toList();
        previous.outdated(others, fingerprint).ifPresent(messages::warn);
        new ClassReports(options, messages)
                .write(
                        match.asked(),
                        launcher.confined(),
                        run.seed(),
                        failures.stream().map(GradingFailure::handIn).toList());
        if (!submissions.difference().isEmpty()) {
            messages.say(submissions.difference());
        }
        return failures.isEmpty();
    }

    /** Done before the first result is written: from then on the folder holds the results of this run. */
    private void begin(RunFile run, PreviousResults previous, List<String> retired) {
        boolean all = options.only().isEmpty();
        if (all || RunFile.read(options.out()).isEmpty()) {
            run.write(options.out());
        }
        if (all) {
            retired.addAll(previous.retire());
        }
    }

    /**
     * With the seed that is asked for, or else the one with which the folder's results were made, so that the same
     * submission gets the same marks; else with a new one, which is kept before anything that was marked with it.
     */
    private RunFile runFile(Assignment assignment) {
        Optional<RunFile> before = RunFile.read(options.out());
        long seed = options.seed().orElseGet(() -> before.map(RunFile::seed).orElseGet(RunFile::drawn));
        return new RunFile(assignment.name(), seed);
    }

    private List<Submission> chosen(List<Submission> all) {
        List<String> students =
                all.stream().map(each -> each.handIn().student()).toList();
        List<String> only = options.only().stream().map(Slugs::composed).toList();
        for (String student : only) {
            if (!students.contains(student)) {
                throw new GradeException(
                        "--only must name a student who has handed in, as the column student of grades.csv does, got "
                                + student + ".");
            }
        }
        if (only.isEmpty()) {
            return all;
        }
        return all.stream()
                .filter(each -> only.contains(each.handIn().student()))
                .toList();
    }

    private SandboxLauncher launcher() throws IOException {
        Path jdk = Path.of(System.getProperty("java.home"));
        Path folder = SourceNotebooks.home().resolve("target/grade");
        Sandbox sandbox = options.unconfined() ? new NoSandbox() : new Bubblewrap(jdk, folder);
        SandboxJar jar = SandboxJar.prepared(sandbox, jdk.toRealPath(), folder, messages::say);
        return new SandboxLauncher(sandbox, jar).tried();
    }

    /** What decides on marks besides the submission. */
    private static Stream<Path> jars() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists);
    }
}
