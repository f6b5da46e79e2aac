package backprop.grade;

import backprop.exercise.Quoted;
import backprop.grade.marking.AssignmentMatch;
import backprop.grade.marking.Fingerprint;
import backprop.grade.marking.GradingOutcome;
import backprop.grade.marking.Worker;
import backprop.grade.result.GradeException;
import backprop.grade.result.MarkedSubmission;
import backprop.grade.result.Results;
import backprop.grade.result.Timings;
import backprop.grade.result.UnreachableException;
import backprop.grade.sandbox.SandboxLauncher;
import backprop.grade.submission.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Marks submissions, several at once; each result is on disk before the next submission is begun. */
final class BatchRun {
    private static final int LONGEST = 150; // characters of a file's name

    private final AssignmentMatch match;
    private final SandboxLauncher launcher;
    private final GradingOptions options;
    private final long seed;
    private final Fingerprint fingerprint;
    private final Results results;
    private final Timings timings;
    private final Consumer<String> say;
    private final Queue<GradingFailure> failures = new ConcurrentLinkedQueue<>();

    BatchRun(
            AssignmentMatch match,
            SandboxLauncher launcher,
            GradingOptions options,
            long seed,
            Fingerprint fingerprint,
            Results results,
            Consumer<String> say) {
        this.match = match;
        this.launcher = launcher;
        this.options = options;
        this.seed = seed;
        this.fingerprint = fingerprint;
        this.results = results;
        this.timings = Timings.read(options.out());
        this.say = say;
    }

    /**
     * Marks them.
     *
     * @param chosen which
     * @param first takes their results
     * @return those that could not be marked for a reason that is not in them
     */
    List<GradingFailure> mark(List<Submission> chosen, FirstResultsCheck first) throws IOException {
        long started = System.nanoTime();
        int threads = Math.min(options.jobs(), chosen.size());
        Progress progress = new Progress(chosen.size());
        try (Interruption interruption = new Interruption();
                progress) {
            ConcurrentLinkedQueue<Submission> queue = new ConcurrentLinkedQueue<>(chosen);
            ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads));
            List<Future<?>> works = new ArrayList<>();
            for (int k = 0; k < threads; k++) {
                works.add(pool.submit(() -> work(queue, progress, kept(first, interruption))));
            }
            pool.shutdown();
            await(works);
            first.end();
            timings.write(options.out());
        }
        say.accept(progress.summary((System.nanoTime() - started) / 1e9));
        return failures.stream()
                .sorted(Comparator.comparing(GradingFailure::sentence))
                .toList();
    }

    /** What becomes of a result. */
    private interface Keeping {
        void marked(MarkedSubmission marked);

        void before(MarkedSubmission marked);
    }

    private Keeping kept(FirstResultsCheck first, Interruption interruption) {
        return new Keeping() {
            @Override
            public void marked(MarkedSubmission marked) {
                first.add(marked, () -> interruption.keep(results, marked));
            }

            @Override
            public void before(MarkedSubmission marked) {
                first.kept(marked);
            }
        };
    }

    /** One thread's work: it must live as long as what it starts. */
    private Void work(ConcurrentLinkedQueue<Submission> queue, Progress progress, Keeping keeping) throws IOException {
        try {
            while (!queue.isEmpty()) {
                try (Worker worker = new Worker(match, launcher, seed)) {
                    work(worker, queue, progress, keeping);
                }
            }
            return null;
        } catch (IOException | RuntimeException | Error e) {
            queue.clear(); // the others finish what they have begun
            throw e;
        }
    }

    /** Until nothing is left, or the grader has failed at one, which costs the others nothing but a new worker. */
    private void work(Worker worker, ConcurrentLinkedQueue<Submission> queue, Progress progress, Keeping keeping)
            throws IOException {
        for (Submission found = queue.poll(); found != null; found = queue.poll()) {
            long started = System.nanoTime();
            GradingOutcome outcome;
            try {
                String print = print(fingerprint, found);
                Optional<MarkedSubmission> before = options.resume() ? before(results, found, print) : Optional.empty();
                if (before.isPresent()) {
                    keeping.before(before.get());
                    progress.kept(before.get());
                    continue;
                }
                outcome = worker.mark(found, print);
            } catch (UnreachableException why) {
                failures.add(new GradingFailure(found.handIn(), unreachable(found, why)));
                progress.failure();
                continue;
            } catch (UncheckedIOException e) {
                throw e;
            } catch (RuntimeException | StackOverflowError e) {
                failures.add(new GradingFailure(
                        found.handIn(),
                        "%s has no new mark, for the grader itself failed there: %s%s. Please report it."
                                .formatted(
                                        found.handIn().student(),
                                        e,
                                        Arrays.stream(e.getStackTrace())
                                                .findFirst()
                                                .map(at -> " at " + at)
                                                .orElse(""))));
                progress.failure();
                return;
            }
            keeping.marked(outcome.marked());
            timings.add(found.handIn().student(), (System.nanoTime() - started) / 1e9, outcome.seconds());
            progress.marked(outcome.marked());
        }
    }

    private String unreachable(Submission found, UnreachableException why) {
        boolean before = results.read(found.handIn().student()).isPresent();
        return "%s could not be marked: %s %s. %s"
                .formatted(
                        found.handIn().student(),
                        Quoted.of(found.handIn().file(), LONGEST),
                        why.getMessage(),
                        before ? "The mark from before stays." : "There is no mark, which is not 0 points.");
    }

    /** Whether one of these has no result that stays. */
    static boolean anyToMark(List<Submission> chosen, Results results, Fingerprint fingerprint) {
        return chosen.stream().anyMatch(found -> {
            try {
                return before(results, found, print(fingerprint, found)).isEmpty();
            } catch (UnreachableException notNow) {
                return false;
            }
        });
    }

    private static Optional<MarkedSubmission> before(Results results, Submission found, String print) {
        return results.read(found.handIn().student())
                .filter(marked ->
                        marked.fingerprint().equals(print) && marked.handIn().equals(found.handIn()));
    }

    /**
     * A submission's fingerprint.
     *
     * @throws UnreachableException if the file cannot be read, which is no fault of it
     */
    static String print(Fingerprint fingerprint, Submission found) {
        try {
            return found.read(fingerprint::of);
        } catch (GradeException unreadable) {
            return fingerprint.ofNothing();
        }
    }

    private static void await(List<Future<?>> works) throws IOException {
        try {
            for (Future<?> work : works) {
                Object unused = work.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            if (e.getCause() instanceof RuntimeException why) {
                throw why;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GradeException("Stopped.");
        }
    }
}
