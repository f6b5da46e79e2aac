package backprop.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every exercise proves itself: the reference solution gets all points, the student's version none, and each typical
 * wrong answer its message and the points that remain. */
class AssignmentTest {
  private static final int FEWEST_SLIPS = 12;
  private static final int SEEDS = 10_000;
  private static final String STUB = "throw new NotWrittenYet();";
  /** How a check cell calls: what the grader finds a learner's function by. */
  private static final Pattern CALL = Pattern.compile(
      "backprop\\.exercise\\.Exercises\\.(check|hidden)\\(([\\w.]+)\\.class,\\s+(\\([^)]*\\)|\\w+) -> (\\w+)\\((.*)\\)\\)",
      Pattern.DOTALL);

  @BeforeAll static void theSameInputsEachTime() { System.setProperty(Seeds.PROPERTY, "1"); }

  @AfterAll static void freshInputsAgain() { System.clearProperty(Seeds.PROPERTY); }

  @TestFactory Stream<DynamicNode> everyAssignmentProvesItself() {
    return Assignment.all().stream().map(AssignmentTest::proofs);
  }

  private static DynamicContainer proofs(Assignment assignment) {
    ExerciseShell shell = new ExerciseShell();
    List<DynamicNode> tests = new ArrayList<>();
    tests.add(DynamicTest.dynamicTest("the whole reference runs", () -> {
      for (Assignment.Cell cell : assignment.cells()) { if (cell.code()) { shell.run(cell.body()); } }
    }));
    for (Assignment.Cell cell : assignment.cells()) {
      if (cell.isCheck() || cell.isHidden()) {
        tests.add(DynamicTest.dynamicTest(cell.id() + ": the reference", () -> reference(shell, cell)));
      }
      if (cell.isCheck()) {
        tests.add(DynamicTest.dynamicTest(cell.id() + ": texts", () -> texts(contract(cell))));
        tests.add(DynamicTest.dynamicTest(cell.id() + ": the student's version",
            () -> studentsVersion(shell, assignment, cell)));
      }
      if (cell.isCheck() || cell.isHidden()) {
        tests.add(DynamicTest.dynamicTest(cell.id() + ": " + SEEDS + " seeds", () -> manySeeds(shell, cell)));
      }
    }
    List<Assignment.Slip> slips = assignment.slips();
    tests.add(DynamicTest.dynamicTest("enough wrong answers",
        () -> assertThat(slips).hasSizeGreaterThanOrEqualTo(FEWEST_SLIPS)));
    slips.forEach(slip -> tests.add(DynamicTest.dynamicTest(slip.slip(), () -> wrong(shell, assignment, slip))));
    tests.add(DynamicTest.dynamicTest("the end", shell::close));
    return DynamicContainer.dynamicContainer(assignment.name(), tests);
  }

  private static void reference(ExerciseShell shell, Assignment.Cell cell) {
    assertThat(cell.body()).matches(CALL);
    Score score = shell.score(cell.body());
    assertThat(score.results()).allSatisfy(result -> assertThat(result.message()).isEmpty());
    assertThat(score.points()).isEqualTo(score.maximum()).isEqualTo(cell.points());
    assertThat(score.printed()).isEmpty();
  }

  private static Class<?> contract(Assignment.Cell cell) throws ClassNotFoundException {
    Matcher call = CALL.matcher(cell.body());
    assertThat(call.matches()).isTrue();
    return Class.forName(call.group(2));
  }

  private static void texts(Class<?> contract) {
    assertThat(Contracts.title(contract)).isNotBlank();
    assertThat(Contracts.hints(contract)).as("hints").isBetween(2, 4);
    assertThat(Contracts.tests(contract).getSimpleName()).isEqualTo(contract.getSimpleName() + "Tests");
  }

  private static void studentsVersion(ExerciseShell shell, Assignment assignment, Assignment.Cell check) {
    Assignment.Cell solution = assignment.cell(check.id().replaceFirst("check-", ""));
    String released = solution.released(STUB);
    assertThat(released).contains(STUB).doesNotContain("SOLUTION");
    try {
      shell.run(released);
      Score score = shell.score(check.body());
      assertThat(score).hasToString("0");
      assertThat(score.results()).extracting(Score.Result::headline)
          .allMatch(line -> line.startsWith("Not written yet") || line.equals(Texts.of("feedback.restFirst"))).first()
          .asString().startsWith("Not written yet");
    } finally {
      shell.run(solution.source());
    }
  }

  /** The tests themselves agree with the reference, whatever is drawn. */
  private static void manySeeds(ExerciseShell shell, Assignment.Cell cell) throws ClassNotFoundException {
    Class<?> contract = contract(cell);
    Matcher call = CALL.matcher(cell.body());
    assertThat(call.matches()).isTrue();
    Object function =
        shell.function("(%s) %s -> %s(%s)".formatted(contract.getName(), call.group(3), call.group(4), call.group(5)));
    Class<?> tests = cell.isHidden() ? Contracts.hiddenTests(contract).orElseThrow() : Contracts.tests(contract);
    Score score = ExerciseRunner.run(tests,
        new Session(contract, new SameThread(function), new Seeds(List.of(0L), Seeds.from(1, SEEDS))));
    assertThat(score.results()).extracting(Score.Result::message).containsOnly("");
  }

  private static void wrong(ExerciseShell shell, Assignment assignment, Assignment.Slip slip) {
    Assignment.Cell right = assignment.cell(slip.cell());
    String wrong = slip.replace().isEmpty() ? slip.by() : right.source().replace(slip.replace(), slip.by());
    assertThat(wrong).as("the cell has what is to be replaced").isNotEqualTo(right.source());
    try {
      shell.run(wrong);
      Score score = shell.score(assignment.cell(slip.checked()).body());
      assertThat(score.results()).extracting(Score.Result::headline)
          .anySatisfy(headline -> assertThat(headline).contains(slip.headline()));
      assertThat(score.points()).isEqualTo(slip.points());
    } finally {
      shell.run(right.source());
    }
  }
}
