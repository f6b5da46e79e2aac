package backprop.grade.marking;

import backprop.exercise.Exercises;
import backprop.exercise.Quoted;
import backprop.exercise.Score;
import backprop.exercise.Subject;
import backprop.grade.assignment.Assignment;
import backprop.grade.assignment.Check;
import backprop.grade.assignment.Task;
import backprop.grade.guest.Code;
import backprop.grade.guest.Compiled;
import backprop.grade.guest.Excerpt;
import backprop.grade.guest.Handed;
import backprop.grade.result.ExerciseMark;
import backprop.grade.result.GraderTexts;
import backprop.grade.result.Incident;
import backprop.grade.result.TestMark;
import backprop.grade.sandbox.Death;
import backprop.grade.submission.Prepared;
import backprop.grade.submission.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Marks one submission: plays its cells in their order, and runs the public tests of each check where the check
 * stands. The hidden ones come after all of them, and what is printed then is dropped: nothing that the student reads
 * can tell of their inputs.
 */
final class Marker {
    private static final int LONGEST = 5000; // characters of a text that may hold the student's own

    private final Assignment assignment;
    private final Prepared prepared;
    private final List<Compiled> compiled;
    private final Stage stage;
    private final Parts parts;
    private final long seed;
    private final Reach reach = new Reach();
    private final List<Trial> hidden = new ArrayList<>();
    private final List<Incident> incidents = new ArrayList<>();
    private final Map<String, Compiled> solutions = new HashMap<>();
    private final Map<String, List<TestMark>> tests = new HashMap<>();
    private final Map<String, String> problems = new HashMap<>();
    private final Map<String, String> printed = new HashMap<>();

    /**
     * For one submission.
     *
     * @param compiled what stands before the first cell, then each step
     */
    Marker(Assignment assignment, Prepared prepared, List<Compiled> compiled, Stage stage, Parts parts, long seed) {
        this.assignment = assignment;
        this.prepared = prepared;
        this.compiled = compiled;
        this.stage = stage;
        this.parts = parts;
        this.seed = seed;
    }

    /** What must be compiled for a submission, one text for each step. */
    static List<CellSource> sources(Prepared prepared) {
        List<CellSource> sources = new ArrayList<>();
        for (Step step : prepared.steps()) {
            int number = sources.size();
            sources.add(step.check().map(check -> binding(number, check)).orElse(new CellSource(step.source(), "")));
        }
        return sources;
    }

    /**
     * The snippet by which a contract finds its function; and again for a notebook in which something is called
     * backprop, so that no full name is understood.
     */
    private static CellSource binding(int number, Check check) {
        String contract = check.contract();
        String imports = "import %s; import %s; ".formatted(Handed.class.getName(), contract);
        return new CellSource(
                binding(Handed.class.getName(), number, contract, check),
                imports + binding(Handed.class.getSimpleName(), number, contract.replaceFirst(".*\\.", ""), check));
    }

    /** In braces: a shell has no type to find out, and is sooner done. */
    private static String binding(String handed, int number, String contract, Check check) {
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
     * @param place where it stands
     * @param far whether what it calls reaches beyond itself
     */
    private record Trial(Check check, Subject subject, Stage.Place place, boolean far) {}

    /** Runs everything; of what comes after the last check nobody needs anything. */
    List<ExerciseMark> marked() {
        boolean unused = play("the cells' imports", compiled.get(0), false);
        int end = prepared.steps().size();
        while (end > 0 && prepared.steps().get(end - 1).check().isEmpty()) {
            end--;
        }
        for (int k = 0; k < end; k++) {
            go(k, prepared.steps().get(k), compiled.get(k + 1));
        }
        stage.reserve();
        hidden.forEach(this::test);
        if (stage.wasQuiet()) {
            incidents.add(new Incident("cells", GraderTexts.of("grade.incident.quiet")));
        }
        return assignment.tasks().stream().map(this::mark).toList();
    }

    private void go(int number, Step step, Compiled code) {
        if (step.kind() == Step.Kind.SOLUTION) {
            solutions.put(step.id(), code);
        }
        if (step.check().isEmpty()) {
            boolean unused = play(step.label(), code, step.kind() != Step.Kind.LOCKED);
            return;
        }
        Trial trial = trial(number, step.check().get(), code);
        if (trial.check.hidden()) {
            hidden.add(trial);
        } else {
            test(trial);
        }
    }

    List<Incident> incidents() {
        return incidents;
    }

    /**
     * Plays a cell.
     *
     * @return whether something in it reaches beyond itself
     */
    private boolean play(String label, Compiled cell, boolean own) {
        if (!cell.isSound()) {
            String why = cell.error().lines().findFirst().orElse("");
            incidents.add(new Incident(label, GraderTexts.of("grade.incident.large", why)));
        }
        boolean far = false;
        for (Code code : cell.snippets()) {
            far |= reach.isFar(code);
            try {
                String unused = parts.timed(Parts.Part.RUN, () -> stage.play(code, own));
            } catch (Death death) {
                incidents.add(new Incident(
                        label, GraderTexts.of("grade.incident.cell", death.why().words())));
            }
        }
        return far;
    }

    /** Takes the function as it is where the check stands. */
    private Trial trial(int number, Check check, Compiled binding) {
        Optional<String> problem = problem(check, binding);
        boolean far = problem.isEmpty() && play(check.cell(), binding, false);
        problem.ifPresent(why -> problems.put(check.exercise(), why));
        Subject subject = problem.<Subject>map(NotCallable::new)
                .orElseGet(() -> new RemoteFunction(
                        stage, number, contract(check), undefined(check), death -> ended(check, death)));
        return new Trial(check, subject, stage.place(), far);
    }

    private void test(Trial trial) {
        Check check = trial.check;
        stage.begin(trial.place);
        Score score = parts.timed(
                        Parts.Part.TESTS, () -> Exercises.mark(contract(check), check.hidden(), trial.subject, seed))
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
        if (trial.far) {
            stage.leave();
        }
        if (!check.hidden() && !score.printed().isEmpty()) {
            printed.merge(check.exercise(), Excerpt.of(score.printed(), LONGEST), (first, more) -> first);
        }
    }

    /** Why a function cannot be tried at all. */
    private Optional<String> problem(Check check, Compiled binding) {
        if (binding.error().isEmpty()) {
            return Optional.empty();
        }
        Compiled solution = solutions.get(check.exercise());
        boolean own = solution != null && !solution.error().isEmpty();
        return Optional.of(
                own
                        ? GraderTexts.of("grade.compile", Quoted.lines(solution.error()))
                        : Misfit.sentence(check, binding.error()));
    }

    private List<String> undefined(Check check) {
        Compiled solution = solutions.get(check.exercise());
        return solution == null ? List.of() : solution.undefined();
    }

    private void ended(Check check, Death death) {
        Incident incident = new Incident(
                check.cell(), GraderTexts.of("grade.incident.call", death.why().words()));
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

    static Class<?> contract(Check check) {
        try {
            return Class.forName(check.contract());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
