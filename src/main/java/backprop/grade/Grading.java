package backprop.grade;

import backprop.exercise.Exercises;
import backprop.grade.assignment.Assignment;
import backprop.grade.assignment.CheckCell;
import backprop.grade.marking.AssignmentMatch;
import backprop.grade.marking.Fingerprint;
import backprop.grade.marking.Worker;
import backprop.grade.report.FolderLock;
import backprop.grade.report.OutputFolder;
import backprop.grade.report.Overrides;
import backprop.grade.report.ReportInfo;
import backprop.grade.report.Reports;
import backprop.grade.report.UnmarkedAnswers;
import backprop.grade.result.GradeException;
import backprop.grade.result.HandIn;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One run of the grader: finds the submissions, marks them, writes the reports. */
public final class Grading {
    private static final int FAULTS = 10; // told one by one

    private final Wish wish;
    private final Consumer<String> say;
    private final Confirmation confirmation;
    private final List<String> warnings = new ArrayList<>();

    /**
     * What is asked for.
     *
     * @param source the assignment's source notebook
     * @param submissions where the submissions are
     * @param out where the results go
     * @param only the students to mark again; empty for all
     * @param resume whether what is marked already stays
     * @param due when it had to be handed in
     * @param seed where the tests' fresh inputs come from; empty for the one of the folder's earlier results, or another
     * @param jobs how many to mark at once
     * @param pseudonyms whether to write the reports a second time, without names
     * @param unconfined whether to do without a sandbox
     */
    public record Wish(
            Path source,
            Path submissions,
            Path out,
            List<String> only,
            boolean resume,
            Optional<Instant> due,
            OptionalLong seed,
            int jobs,
            boolean pseudonyms,
            boolean unconfined) {
        /**
         * Keeps a copy of the list.
         *
         * @param source the assignment's source notebook
         * @param submissions where the submissions are
         * @param out where the results go
         * @param only the students to mark again
         * @param resume whether what is marked already stays
         * @param due when it had to be handed in
         * @param seed where the tests' fresh inputs come from
         * @param jobs how many to mark at once
         * @param pseudonyms whether to write the reports a second time
         * @param unconfined whether to do without a sandbox
         */
        public Wish {
            only = List.copyOf(only);
        }

        /**
         * With a seed.
         *
         * @param source the assignment's source notebook
         * @param submissions where the submissions are
         * @param out where the results go
         * @param only the students to mark again
         * @param resume whether what is marked already stays
         * @param due when it had to be handed in
         * @param seed where the tests' fresh inputs come from
         * @param jobs how many to mark at once
         * @param pseudonyms whether to write the reports a second time
         * @param unconfined whether to do without a sandbox
         */
        public Wish(
                Path source,
                Path submissions,
                Path out,
                List<String> only,
                boolean resume,
                Optional<Instant> due,
                long seed,
                int jobs,
                boolean pseudonyms,
                boolean unconfined) {
            this(source, submissions, out, only, resume, due, OptionalLong.of(seed), jobs, pseudonyms, unconfined);
        }
    }

    /**
     * A run that stops where something looks like a mistake.
     *
     * @param wish what is asked for
     * @param say takes a sentence for whoever marks
     */
    public Grading(Wish wish, Consumer<String> say) {
        this(wish, say, Confirmation.of(false, false, question -> null));
    }

    Grading(Wish wish, Consumer<String> say, Confirmation confirmation) {
        this.wish = wish;
        this.say = say;
        this.confirmation = confirmation;
    }

    /**
     * Does it all.
     *
     * @return whether each submission has its mark
     * @throws GradeException if something must be put right first, in a sentence
     * @throws IOException if no virtual machine can be started
     */
    public boolean run() throws IOException {
        Assignment assignment = Assignment.read(wish.source());
        requireTests(assignment);
        Submissions submissions = Submissions.find(
                wish.submissions(), assignment.name(), wish.due(), notebook -> PreparedSubmission.written(assignment, notebook));
        List<Submission> chosen = chosen(submissions.found());
        AssignmentMatch match = new AssignmentMatch(assignment, SourceNotebooks.others(assignment, wish.source()));
        OutputFolder.require(wish.out());
        OutputFolder.requireApart(wish.out(), wish.submissions());
        FolderLock.requireFree(wish.out());
        confirm(match, submissions);
        SandboxLauncher guests = guests();
        RunFile run = runFile(assignment);
        Fingerprint fingerprint = new Fingerprint(
                Stream.concat(Stream.of(wish.source()), jars()).toList(), run.seed(), guests.confined());
        Results before = new Results(wish.out(), damaged -> {});
        if (!wish.resume() || BatchRun.anyToMark(chosen, before, fingerprint)) {
            rehearse(match, guests, run.seed());
        }
        boolean fresh = Files.notExists(wish.out());
        submissions.warnings().forEach(this::warn);
        try {
            return locked(() -> marked(match, guests, run, fingerprint, submissions, chosen));
        } catch (NotConfirmedException refused) {
            if (fresh) {
                OutputFolder.removeEmpty(wish.out());
            }
            throw refused;
        }
    }

    /** What is done while no other grader has the folder. */
    private interface Work {
        boolean done() throws IOException;
    }

    private boolean locked(Work work) throws IOException {
        FolderLock lock = FolderLock.of(OutputFolder.check(wish.out()));
        try {
            return work.done();
        } finally {
            lock.close();
        }
    }

    /** Marks the assignment's own solutions, and asks if they do not earn their points. */
    private void rehearse(AssignmentMatch match, SandboxLauncher guests, long seed) throws IOException {
        try (Worker place = new Worker(match, guests, seed)) {
            Optional<SuspectedMistake> doubt = ReferenceCheck.doubt(match.asked(), place.reference());
            doubt.ifPresent(confirmation::require);
            doubt.map(SuspectedMistake::sentence).ifPresent(this::warn);
        }
    }

    /** Asks about what looks like a mistake, before anything is written. */
    private void confirm(AssignmentMatch match, Submissions submissions) {
        List<Submission> found = submissions.found();
        OutputCheck output = new OutputCheck(wish);
        output.requireSame(match.asked());
        output.requireTodaysKeys(found);
        AssignmentCheck check = new AssignmentCheck(match);
        check.requireAny(found, wish.submissions());
        Stream<SuspectedMistake> crowd = submissions
                .crowd()
                .map(
                        sentence -> new SuspectedMistake(
                                sentence,
                                "If it holds the class, give it alone as SUBMISSIONS; add --anyway to mark one notebook of it."))
                .stream();
        List<SuspectedMistake> doubts = Stream.of(output.doubts(found).stream(), check.doubt(found).stream(), crowd)
                .flatMap(Function.identity())
                .toList();
        for (SuspectedMistake doubt : doubts) {
            confirmation.require(doubt);
            warn(doubt.sentence());
        }
    }

    private boolean marked(
            AssignmentMatch match,
            SandboxLauncher guests,
            RunFile run,
            Fingerprint fingerprint,
            Submissions submissions,
            List<Submission> asked)
            throws IOException {
        FileNameCollisions same = new FileNameCollisions(wish.out(), submissions.found());
        same.sentences().forEach(this::warn);
        List<Submission> all = same.others(submissions.found());
        List<Submission> chosen = same.others(asked);
        Queue<String> damaged = new ConcurrentLinkedQueue<>(); // to be told when the line of progress has ended
        Results results = new Results(wish.out(), damaged::add);
        PreviousResults earlier = new PreviousResults(wish.out(), results, all);
        List<String> retired = new ArrayList<>();
        FirstResultsCheck first = new FirstResultsCheck(chosen.size(), confirmation, () -> {
            if (wish.only().isEmpty() || RunFile.read(wish.out()).isEmpty()) {
                run.write(wish.out());
            }
            if (wish.only().isEmpty()) {
                retired.addAll(earlier.retire());
            }
        });
        List<GradingFailure> faults = new BatchRun(match, guests, wish, run.seed(), fingerprint, results, say).mark(chosen, first);
        damaged.stream().sorted().forEach(say);
        retired.forEach(this::warn);
        first.confirmed().map(SuspectedMistake::sentence).ifPresent(this::warn);
        warn(faults);
        List<Submission> others =
                all.stream().filter(found -> !chosen.contains(found)).toList();
        earlier.outdated(others, fingerprint).ifPresent(this::warn);
        report(
                match.asked(),
                new Results(wish.out(), this::warn),
                guests.confined(),
                run.seed(),
                faults.stream().map(GradingFailure::handIn).toList());
        if (!submissions.difference().isEmpty()) {
            say.accept(submissions.difference());
        }
        return faults.isEmpty();
    }

    /**
     * With the seed that is wished, or else the one with which the folder's results were made, so that the same
     * submission gets the same marks; else with a new one, which is kept before anything that was marked with it.
     */
    private RunFile runFile(Assignment assignment) {
        Optional<RunFile> before = RunFile.read(wish.out());
        return new RunFile(
                assignment.name(),
                wish.seed().orElseGet(() -> before.map(RunFile::seed).orElseGet(RunFile::drawn)));
    }

    private void requireTests(Assignment assignment) {
        for (var task : assignment.tasks()) {
            Stream.concat(task.check().stream(), task.hidden().stream()).forEach(Grading::requireTests);
        }
    }

    private static void requireTests(CheckCell check) {
        try {
            if (!check.hidden() || Exercises.hasHidden(Class.forName(check.contract()))) {
                return;
            }
            throw new GradeException("The cell " + check.cell() + " asks for hidden tests of " + check.contract()
                    + ", which are not on the class path.");
        } catch (ClassNotFoundException e) {
            throw new GradeException(
                    "The cell " + check.cell() + " names a contract that is not there, " + check.contract() + ".");
        }
    }

    private List<Submission> chosen(List<Submission> all) {
        List<String> students =
                all.stream().map(each -> each.handIn().student()).toList();
        List<String> only = wish.only().stream().map(Slugs::composed).toList();
        for (String student : only) {
            if (!students.contains(student)) {
                throw new GradeException(
                        "--only must name a student who has handed in, as the column student of grades.csv does, got "
                                + student + ".");
            }
        }
        return only.isEmpty()
                ? all
                : all.stream()
                        .filter(each -> only.contains(each.handIn().student()))
                        .toList();
    }

    private SandboxLauncher guests() throws IOException {
        Path jdk = Path.of(System.getProperty("java.home"));
        Path folder = SourceNotebooks.kit().resolve("target/grade");
        Sandbox sandbox = wish.unconfined() ? new NoSandbox() : new Bubblewrap(jdk, folder);
        return new SandboxLauncher(sandbox, SandboxJar.prepared(sandbox, jdk.toRealPath(), folder, say)).tried();
    }

    /** What decides on marks besides the submission. */
    private static Stream<Path> jars() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists);
    }

    private void report(Assignment assignment, Results results, boolean confined, long seed, List<HandIn> notMarked) {
        List<ReportInfo.Exercise> exercises = assignment.tasks().stream()
                .map(task -> new ReportInfo.Exercise(task.exercise(), task.title(), task.byHand(), task.maximum()))
                .toList();
        String version = Optional.ofNullable(Exercises.class.getPackage().getImplementationVersion())
                .orElse("unpacked");
        ReportInfo about = new ReportInfo(
                assignment.name(), assignment.title(), exercises, seed, version, confined, wish.pseudonyms(), warnings);
        Overrides overrides = Overrides.read(wish.out(), about, results);
        overrides.problems().forEach(say);
        UnmarkedAnswers unmarked = Reports.write(wish.out(), about, results, overrides, notMarked);
        unmarked.sentences(wish.out().resolve("overrides.csv").toString()).forEach(say);
        say.accept("The overview is " + wish.out().resolve("overview.html") + ".");
    }

    private void warn(List<GradingFailure> faults) {
        faults.stream().limit(FAULTS).map(GradingFailure::sentence).forEach(this::warn);
        if (faults.size() > FAULTS) {
            warn("And so could not be marked: %s."
                    .formatted(faults.stream()
                            .skip(FAULTS)
                            .map(fault -> fault.handIn().student())
                            .collect(Collectors.joining(", "))));
        }
        if (!faults.isEmpty()) {
            say.accept("When that is put right, the same command with --resume marks the rest.");
        }
    }

    private void warn(String sentence) {
        warnings.add(sentence);
        say.accept(sentence);
    }
}
