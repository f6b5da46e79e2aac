package backprop.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.Tier;
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

/**
 * Every exercise proves itself: the reference solution gets all points, the student's version none, an answer with
 * nothing in it none either, and each typical wrong answer its message and the points that remain.
 */
class AssignmentTest {
    private static final int FEWEST_WRONG_ANSWERS = 12;
    private static final int SEEDS = Tier.current().seeds();
    private static final String STUB = "throw new NotWrittenYet();";
    /** How a check cell calls: what the grader finds a learner's function by. */
    private static final Pattern CALL = Pattern.compile(
            "backprop\\.exercise\\.Exercises\\.(check|hidden)\\(\\s*([\\w.]+)\\.class,\\s+(\\([^)]*\\)|\\w+) -> (\\w+)\\((.*)\\)\\)",
            Pattern.DOTALL);

    @BeforeAll
    static void theSameInputsEachTime() {
        System.setProperty(Seeds.PROPERTY, "1");
    }

    @AfterAll
    static void freshInputsAgain() {
        System.clearProperty(Seeds.PROPERTY);
    }

    @TestFactory
    Stream<DynamicNode> everyAssignmentProvesItself() {
        return Assignment.all().stream().map(AssignmentTest::proofs);
    }

    private static DynamicContainer proofs(Assignment assignment) {
        ExerciseShell shell = new ExerciseShell();
        List<DynamicNode> tests = new ArrayList<>();
        tests.add(DynamicTest.dynamicTest("the whole reference runs", () -> {
            for (Assignment.Cell cell : assignment.cells()) {
                if (cell.code()) {
                    shell.run(cell.body());
                }
            }
        }));
        for (Assignment.Cell cell : assignment.cells()) {
            if (cell.isCheck() || cell.isHidden()) {
                tests.add(DynamicTest.dynamicTest(cell.id() + ": the reference", () -> reference(shell, cell)));
            }
            if (cell.isCheck()) {
                tests.add(DynamicTest.dynamicTest(cell.id() + ": texts", () -> texts(contract(cell))));
                tests.add(DynamicTest.dynamicTest(
                        cell.id() + ": the student's version", () -> studentsVersion(shell, assignment, cell)));
            }
            if (cell.isCheck() || cell.isHidden()) {
                tests.add(DynamicTest.dynamicTest(cell.id() + ": " + SEEDS + " seeds", () -> manySeeds(shell, cell)));
                tests.add(DynamicTest.dynamicTest(cell.id() + ": empty answers", () -> emptyAnswers(shell, cell)));
            }
        }
        tests.add(DynamicTest.dynamicTest(
                "what each exercise stands on", () -> new Dependencies(assignment, STUB).isAsThePageSays()));
        List<Assignment.WrongAnswer> wrongAnswers = assignment.wrongAnswers();
        tests.add(DynamicTest.dynamicTest(
                "enough wrong answers",
                () -> assertThat(wrongAnswers).hasSizeGreaterThanOrEqualTo(FEWEST_WRONG_ANSWERS)));
        WrongAnswers answers = new WrongAnswers(shell, assignment);
        ListedMistakes mistakes = new ListedMistakes(assignment);
        wrongAnswers.forEach(
                answer -> tests.add(DynamicTest.dynamicTest(answer.mistake(), () -> wrong(answer, answers, mistakes))));
        assignment
                .listed()
                .forEach(answer ->
                        tests.add(DynamicTest.dynamicTest(answer.mistake(), () -> listed(answer, answers, mistakes))));
        tests.add(DynamicTest.dynamicTest("a wrong answer for each text", mistakes::allMade));
        tests.add(DynamicTest.dynamicTest("the end", shell::close));
        return DynamicContainer.dynamicContainer(assignment.name(), tests);
    }

    private static void reference(ExerciseShell shell, Assignment.Cell cell) {
        assertThat(cell.body()).matches(CALL);
        Score score = shell.score(cell.body());
        assertThat(score.results())
                .allSatisfy(result -> assertThat(result.message()).isEmpty());
        assertThat(score.points()).isEqualTo(score.maximum()).isEqualTo(cell.points());
        assertThat(score.printed()).isEmpty();
    }

    static Class<?> contract(Assignment.Cell cell) throws ClassNotFoundException {
        Matcher call = CALL.matcher(cell.body());
        assertThat(call.matches()).isTrue();
        return Class.forName(call.group(2));
    }

    private static void texts(Class<?> contract) {
        assertThat(Contracts.title(contract)).isNotBlank();
        assertThat(Contracts.hints(contract)).as("hints").isBetween(2, 4);
        assertThat(Contracts.tests(contract).getEnclosingClass()).isEqualTo(contract);
    }

    private static void studentsVersion(ExerciseShell shell, Assignment assignment, Assignment.Cell check) {
        Assignment.Cell solution = assignment.cell(check.id().replaceFirst("check-", ""));
        String released = solution.released(STUB);
        assertThat(released).contains(STUB).doesNotContain("SOLUTION");
        try {
            shell.run(released);
            Score score = shell.score(check.body());
            assertThat(score).hasToString("0");
            assertThat(score.results())
                    .extracting(Score.Result::headline)
                    .allMatch(line -> line.startsWith("Not written yet") || line.equals(Texts.of("feedback.restFirst")))
                    .first()
                    .asString()
                    .startsWith("Not written yet");
        } finally {
            shell.run(solution.source());
        }
    }

    /** The tests themselves agree with the reference, whatever is drawn. */
    private static void manySeeds(ExerciseShell shell, Assignment.Cell cell) throws ClassNotFoundException {
        Class<?> contract = contract(cell);
        Score score = ExerciseRunner.run(
                tests(cell),
                new Session(
                        contract, new SameThread(function(shell, cell)), new Seeds(List.of(0L), Seeds.from(1, SEEDS))));
        assertThat(score.results()).extracting(Score.Result::message).containsOnly("");
    }

    private static void emptyAnswers(ExerciseShell shell, Assignment.Cell cell) throws ClassNotFoundException {
        new EmptyAnswers(contract(cell), tests(cell), function(shell, cell)).earnNothing();
    }

    static Object function(ExerciseShell shell, Assignment.Cell cell) throws ClassNotFoundException {
        Matcher call = CALL.matcher(cell.body());
        assertThat(call.matches()).isTrue();
        return shell.function(
                "(%s) %s -> %s(%s)".formatted(contract(cell).getName(), call.group(3), call.group(4), call.group(5)));
    }

    static Class<?> tests(Assignment.Cell cell) throws ClassNotFoundException {
        Class<?> contract = contract(cell);
        return cell.isHidden() ? Contracts.hiddenTests(contract).orElseThrow() : Contracts.tests(contract);
    }

    private static void wrong(Assignment.WrongAnswer answer, WrongAnswers answers, ListedMistakes mistakes) {
        Score score = answers.score(answer);
        assertThat(score.results())
                .extracting(Score.Result::headline)
                .anySatisfy(headline -> assertThat(headline).contains(answer.headline()));
        assertThat(score.points()).isEqualTo(answer.points());
        mistakes.namedAlike(answer, score);
    }

    private static void listed(Assignment.WrongAnswer answer, WrongAnswers answers, ListedMistakes mistakes) {
        Score score = answers.score(answer);
        mistakes.namedAlike(answer, score);
        mistakes.namedAsItself(answer, score);
    }
}
