package backprop.grade.marking;

import backprop.exercise.Exercises;
import backprop.exercise.Quoted;
import backprop.exercise.Score;
import backprop.exercise.Subject;
import backprop.grade.assignment.Assignment;
import backprop.grade.assignment.CheckCell;
import backprop.grade.assignment.Task;
import backprop.grade.executor.FunctionRegistry;
import backprop.grade.protocol.CompiledCell;
import backprop.grade.protocol.Excerpt;
import backprop.grade.protocol.SnippetCode;
import backprop.grade.result.ExerciseMark;
import backprop.grade.result.GraderTexts;
import backprop.grade.result.Incident;
import backprop.grade.result.TestMark;
import backprop.grade.sandbox.ProcessExit;
import backprop.grade.submission.ExecutionStep;
import backprop.grade.submission.PreparedSubmission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Marks one submission: runs its cells in their order, and runs the public tests of each check where the check
 * stands. The hidden ones come after all of them, and what is printed then is dropped: nothing that the student reads
 * can tell of their inputs.
 */
final class SubmissionGrader {
    private static final int LONGEST = 5000; // characters of a text that may hold the student's own

    private final Assignment assignment;
    private final PreparedSubmission prepared;
    private final List<CompiledCell> compiled;
    private final ExecutionSession session;
    private final PhaseTimer timer;
    private final long seed;
    private final SideEffectDetector detector = new SideEffectDetector();
    private final List<PendingCheck> hidden = new ArrayList<>();
    private final List<Incident> incidents = new ArrayList<>();
    private final Map<String, CompiledCell> solutions = new HashMap<>();
    private final Map<String, List<TestMark>> tests = new HashMap<>();
    private final Map<String, String> problems = new HashMap<>();
    private final Map<String, String> printed = new HashMap<>();

    /**
     * For one submission.
     *
     * @param compiled what stands before the first cell, then each step
     */
    SubmissionGrader(
            Assignment assignment,
            PreparedSubmission prepared,
            List<CompiledCell> compiled,
            ExecutionSession session,
            PhaseTimer timer,
            long seed) {
        this.assignment = assignment;
        this.prepared = prepared;
        this.compiled = compiled;
        this.session = session;
        this.timer = timer;
        this.seed = seed;
    }

    /** What must be compiled for a submission, one text for each step. */
    static List<CellSource> sources(PreparedSubmission prepared) {
        List<CellSource> sources = new ArrayList<>();
        for (ExecutionStep step : prepared.steps()) {
            int number = sources.size();
            sources.add(step.check().map(check -> binding(number, check)).orElse(new CellSource(step.source(), "")));
        }
        return sources;
    }

    /**
     * The snippet by which a contract finds its function; and again for a notebook in which something is called
     * backprop, so that no full name is understood.
     */
    private static CellSource binding(int number, CheckCell check) {
        String contract = check.contract();
        String imports = "import %s; import %s; ".formatted(FunctionRegistry.class.getName(), contract);
        return new CellSource(
                binding(FunctionRegistry.class.getName(), number, contract, check),
                imports
                        + binding(
                                FunctionRegistry.class.getSimpleName(),
                                number,
                                contract.replaceFirst(".*\\.", ""),
                                check));
    }

    /** In braces: a shell has no type to find out, and is sooner done. */
    private static String binding(String handed, int number, String contract, CheckCell check) {
        return String.format(
                Locale.ROOT,
                "{ %s.function(%d, %s.class, (%s) -> %s(%s)); }",
                handed,
                number,
                contract,
                check.parameters(),
                check.function(),
                check.arguments());
    }

    /**
     * A check whose cell has been reached.
     *
     * @param subject what it tests
     * @param position where it stands
     * @param reaching whether what it calls reaches beyond itself
     */
    private record PendingCheck(
            CheckCell check, Subject subject, ExecutionSession.Position position, boolean reaching) {}

    /** Runs everything; of what comes after the last check nobody needs anything. */
    List<ExerciseMark> marked() {
        boolean unused = run("the cells' imports", compiled.get(0), false);
        int end = prepared.steps().size();
        while (end > 0 && prepared.steps().get(end - 1).check().isEmpty()) {
            end--;
        }
        for (int k = 0; k < end; k++) {
            go(k, prepared.steps().get(k), compiled.get(k + 1));
        }
        session.reserve();
        hidden.forEach(this::test);
        if (session.wasQuiet()) {
            incidents.add(new Incident("cells", GraderTexts.of("grade.incident.quiet")));
        }
        return assignment.tasks().stream().map(this::mark).toList();
    }

    private void go(int number, ExecutionStep step, CompiledCell code) {
        if (step.kind() == ExecutionStep.Kind.SOLUTION) {
            solutions.put(step.id(), code);
        }
        if (step.check().isEmpty()) {
            boolean unused = run(step.label(), code, step.kind() != ExecutionStep.Kind.LOCKED);
            return;
        }
        PendingCheck pending = pending(number, step.check().get(), code);
        if (pending.check.hidden()) {
            hidden.add(pending);
        } else {
            test(pending);
        }
    }

    List<Incident> incidents() {
        return incidents;
    }

    /**
     * Runs a cell.
     *
     * @return whether something in it reaches beyond itself
     */
    private boolean run(String label, CompiledCell cell, boolean own) {
        if (!cell.isSound()) {
            String why = cell.error().lines().findFirst().orElse("");
            incidents.add(new Incident(label, GraderTexts.of("grade.incident.large", why)));
        }
        boolean reaching = false;
        for (SnippetCode code : cell.snippets()) {
            reaching |= detector.reachesOutside(code);
            try {
                String unused = timer.timed(PhaseTimer.Phase.RUN, () -> session.run(code, own));
            } catch (ProcessExit exit) {
                incidents.add(new Incident(
                        label, GraderTexts.of("grade.incident.cell", exit.why().words())));
            }
        }
        return reaching;
    }

    /** Takes the function as it is where the check stands. */
    private PendingCheck pending(int number, CheckCell check, CompiledCell binding) {
        Optional<String> problem = problem(check, binding);
        boolean reaching = problem.isEmpty() && run(check.cell(), binding, false);
        problem.ifPresent(why -> problems.put(check.exercise(), why));
        Subject subject = problem.<Subject>map(NotCallable::new)
                .orElseGet(() -> new RemoteFunction(
                        session, number, contract(check), undefined(check), exit -> ended(check, exit)));
        return new PendingCheck(check, subject, session.position(), reaching);
    }

    private void test(PendingCheck pending) {
        CheckCell check = pending.check;
        session.begin(pending.position);
        Score score = timer.timed(
                        PhaseTimer.Phase.TESTS,
                        () -> Exercises.mark(contract(check), check.hidden(), pending.subject, seed))
                .orElseThrow(() -> new IllegalStateException("no hidden tests of " + check.contract()));
        for (Score.Result result : score.results()) {
            tests.computeIfAbsent(check.exercise(), unused -> new ArrayList<>())
                    .add(new TestMark(
                            check.cell(),
                            result.check(),
                            check.hidden(),
                            result.passed(),
                            result.points(),
                            Excerpt.of(result.message(), LONGEST)));
        }
        if (pending.reaching) {
            session.leave();
        }
        if (!check.hidden() && !score.printed().isEmpty()) {
            printed.merge(check.exercise(), Excerpt.of(score.printed(), LONGEST), (first, more) -> first);
        }
    }

    /** Why a function cannot be tried at all. */
    private Optional<String> problem(CheckCell check, CompiledCell binding) {
        if (binding.error().isEmpty()) {
            return Optional.empty();
        }
        CompiledCell solution = solutions.get(check.exercise());
        boolean own = solution != null && !solution.error().isEmpty();
        return Optional.of(
                own
                        ? GraderTexts.of("grade.compile", Quoted.lines(solution.error()))
                        : SignatureMismatch.sentence(check, binding.error()));
    }

    private List<String> undefined(CheckCell check) {
        CompiledCell solution = solutions.get(check.exercise());
        return solution == null ? List.of() : solution.undefined();
    }

    private void ended(CheckCell check, ProcessExit exit) {
        Incident incident = new Incident(
                check.cell(), GraderTexts.of("grade.incident.call", exit.why().words()));
        if (!incidents.contains(incident)) {
            incidents.add(incident);
        }
    }

    private ExerciseMark mark(Task task) {
        String exercise = task.exercise();
        List<TestMark> all = tests.getOrDefault(exercise, List.of());
        List<TestMark> ordered = Stream.concat(
                        all.stream().filter(test -> !test.hidden()),
                        all.stream().filter(TestMark::hidden))
                .toList();
        return new ExerciseMark(
                exercise,
                task.title(),
                task.byHand(),
                task.maximum(),
                problems.getOrDefault(exercise, ""),
                "",
                ordered,
                printed.getOrDefault(exercise, ""),
                answer(exercise),
                assignment.cells().stream()
                        .anyMatch(cell -> cell.id().equals(exercise) && !cell.unwritten(answer(exercise))));
    }

    private String answer(String exercise) {
        return prepared.answers().getOrDefault(exercise, "");
    }

    static Class<?> contract(CheckCell check) {
        try {
            return Class.forName(check.contract());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
