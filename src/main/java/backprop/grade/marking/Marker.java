package backprop.grade.marking;

import backprop.exercise.Exercises;
import backprop.exercise.Quoted;
import backprop.exercise.Score;
import backprop.exercise.Subject;
import backprop.exercise.Texts;
import backprop.grade.assignment.Assignment;
import backprop.grade.assignment.Check;
import backprop.grade.assignment.Task;
import backprop.grade.guest.Code;
import backprop.grade.guest.Compiled;
import backprop.grade.guest.Excerpt;
import backprop.grade.guest.Handed;
import backprop.grade.result.ExerciseMark;
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

/** Marks one submission: plays its cells in their order, and runs the tests of each check where the check stands. */
final class Marker {
  private static final int LONGEST = 5000; // characters of a text that may hold the student's own

  private final Assignment assignment;
  private final Prepared prepared;
  private final List<Compiled> compiled;
  private final Stage stage;
  private final Parts parts;
  private final long seed;
  private final List<Incident> incidents = new ArrayList<>();
  private final Map<String, Compiled> solutions = new HashMap<>();
  private final Map<String, List<TestMark>> tests = new HashMap<>();
  private final Map<String, String> problems = new HashMap<>();
  private final Map<String, String> printed = new HashMap<>();

  /** For one submission.
   * @param compiled what stands before the first cell, then each step */
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

  /** The snippet by which a contract finds its function; and again for a notebook in which something is called
   * backprop, so that no full name is understood. */
  private static CellSource binding(int number, Check check) {
    String contract = check.contract();
    String imports = "import %s; import %s; ".formatted(Handed.class.getName(), contract);
    return new CellSource(binding(Handed.class.getName(), number, contract, check),
        imports + binding(Handed.class.getSimpleName(), number, contract.replaceFirst(".*\\.", ""), check));
  }

  /** In braces: a shell has no type to find out, and is sooner done. */
  private static String binding(String handed, int number, String contract, Check check) {
    return String.format(Locale.ROOT, "{ %s.function(%d, %s.class, (%s) -> %s(%s)); }", handed, number, contract,
        check.parameters(), check.function(), check.arguments());
  }

  /** Runs everything. */
  List<ExerciseMark> marked() {
    play("the cells' imports", compiled.get(0), false);
    for (int k = 0; k < prepared.steps().size(); k++) {
      Step step = prepared.steps().get(k);
      Compiled code = compiled.get(k + 1);
      if (step.kind() == Step.Kind.SOLUTION) { solutions.put(step.id(), code); }
      int number = k;
      step.check().ifPresentOrElse(check -> test(number, check, code),
          () -> play(step.label(), code, step.kind() != Step.Kind.LOCKED));
    }
    if (stage.quiet()) { incidents.add(new Incident("cells", Texts.of("grade.incident.quiet"))); }
    return assignment.tasks().stream().map(this::mark).toList();
  }

  List<Incident> incidents() { return incidents; }

  private void play(String label, Compiled cell, boolean own) {
    for (Code code : cell.snippets()) {
      try {
        String unused = parts.timed(Parts.Part.RUN, () -> stage.play(code, own));
      } catch (Death death) {
        incidents.add(new Incident(label, Texts.of("grade.incident.cell", death.why().words())));
      }
    }
  }

  private void test(int number, Check check, Compiled binding) {
    Class<?> contract = contract(check);
    Optional<String> problem = problem(check, binding);
    if (problem.isEmpty()) { play(check.cell(), binding, false); }
    problem.ifPresent(why -> problems.put(check.exercise(), why));
    Subject subject = problem.<Subject>map(NotCallable::new)
        .orElseGet(() -> new RemoteFunction(stage, number, contract, undefined(check), death -> ended(check, death)));
    Score score = parts.timed(Parts.Part.TESTS, () -> Exercises.mark(contract, check.hidden(), subject, seed))
        .orElseThrow(() -> new IllegalStateException("no hidden tests of " + check.contract()));
    for (Score.Result result : score.results()) {
      tests.computeIfAbsent(check.exercise(), unused -> new ArrayList<>()).add(new TestMark(check.cell(),
          result.check(), check.hidden(), result.passed(), result.points(), Excerpt.of(result.message(), LONGEST)));
    }
    if (!score.printed().isEmpty()) {
      printed.merge(check.exercise(), Excerpt.of(score.printed(), LONGEST), (first, more) -> first);
    }
  }

  /** Why a function cannot be tried at all. */
  private Optional<String> problem(Check check, Compiled binding) {
    if (binding.error().isEmpty()) { return Optional.empty(); }
    Compiled solution = solutions.get(check.exercise());
    boolean own = solution != null && !solution.error().isEmpty();
    return Optional
        .of(own ? Texts.of("grade.compile", Quoted.lines(solution.error())) : Misfit.sentence(check, binding.error()));
  }

  private List<String> undefined(Check check) {
    Compiled solution = solutions.get(check.exercise());
    return solution == null ? List.of() : solution.undefined();
  }

  private void ended(Check check, Death death) {
    Incident incident = new Incident(check.cell(), Texts.of("grade.incident.call", death.why().words()));
    if (!incidents.contains(incident)) { incidents.add(incident); }
  }

  private ExerciseMark mark(Task task) {
    String exercise = task.exercise();
    List<TestMark> all = tests.getOrDefault(exercise, List.of());
    List<TestMark> ordered =
        Stream.concat(all.stream().filter(test -> !test.hidden()), all.stream().filter(TestMark::hidden)).toList();
    return new ExerciseMark(exercise, task.title(), task.byHand(), task.maximum(), problems.getOrDefault(exercise, ""),
        "", ordered, printed.getOrDefault(exercise, ""), answer(exercise),
        assignment.cells().stream().anyMatch(cell -> cell.id().equals(exercise) && !cell.unwritten(answer(exercise))));
  }

  private String answer(String exercise) { return prepared.answers().getOrDefault(exercise, ""); }

  static Class<?> contract(Check check) {
    try {
      return Class.forName(check.contract());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
