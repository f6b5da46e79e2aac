package backprop.grade;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.grade.assignment.Assignment;
import backprop.grade.hostile.HandIns;
import backprop.grade.result.ExerciseMark;
import backprop.grade.result.Results;
import backprop.grade.result.TestMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A mistake costs points in its own exercise, and in none of those that call its function. In assignment 02,
 * gradientVectorized calls sigmoid, and train calls gradientVectorized and cost.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("default")
class FollowThroughTest {
    private static final Path SOURCE = Path.of("exercises/02-logistic-regression/02-logistic-regression.ipynb");
    private static final String SIGMOID = "sigmoid";
    private static final String COST = "cost";
    private static final String GRADIENT = "gradient-vectorized";
    private static final String TRAIN = "train";
    private static final UnaryOperator<String> WRONG_SIGMOID = replacing("exp(-z)", "exp(z)");
    private static final UnaryOperator<String> WRONG_GRADIENT = replacing("dZ.sum() / m", "dZ.sum()");
    private static final UnaryOperator<String> INLINE = replacing("sigmoid(Z)", "Z.map(z -> 1 / (1 + Math.exp(z)))");

    private Results results;
    private String page;

    @BeforeAll
    void theClassIsMarked(@TempDir Path folder) throws IOException {
        HandIns students = new HandIns(Assignment.read(SOURCE), folder.resolve("in"));
        students.changed("right", Map.of());
        students.changed("wrong", Map.of(SIGMOID, WRONG_SIGMOID));
        students.changed("unwritten", Map.of(SIGMOID, body("throw new NotWrittenYet();")));
        students.changed("uncompiled", Map.of(SIGMOID, body("return Z.sigmoidd();")));
        students.changed("throws", Map.of(SIGMOID, body("return Z.plus(Matrix.zeros(97, 89));")));
        students.changed("endless", Map.of(SIGMOID, body("while (Z != null) { }\n    return Z;")));
        students.changed("ends", Map.of(SIGMOID, body("System.exit(0);\n    return Z;")));
        students.changed(
                "helper",
                Map.of(
                        SIGMOID,
                        WRONG_SIGMOID,
                        HandIns.EXTRA + "check-sigmoid",
                        text -> "Matrix mine(Matrix Z) { return sigmoid(Z); }",
                        GRADIENT,
                        replacing("sigmoid", "mine")));
        students.changed("gradient", Map.of(GRADIENT, WRONG_GRADIENT));
        students.changed("both", Map.of(SIGMOID, WRONG_SIGMOID, GRADIENT, WRONG_GRADIENT));
        students.changed(
                "all", Map.of(SIGMOID, WRONG_SIGMOID, GRADIENT, WRONG_GRADIENT, COST, replacing("sum / m", "sum")));
        students.changed(
                "tried",
                Map.of(
                        GRADIENT,
                        WRONG_GRADIENT,
                        SIGMOID,
                        WRONG_SIGMOID,
                        HandIns.EXTRA + "check-sigmoid",
                        text -> "sigmoid(Matrix.zeros(2, 2))"));
        students.changed("alone", Map.of(GRADIENT, INLINE));
        students.changed("again", Map.of(SIGMOID, WRONG_SIGMOID, GRADIENT, INLINE));
        students.changed(
                "declared",
                Map.of(
                        SIGMOID,
                        WRONG_SIGMOID,
                        GRADIENT,
                        text -> "Matrix sigmoid(Matrix Z) { return Z.map(z -> 1 / (1 + Math.exp(z))); }\n" + text));
        students.changed(
                "zeros",
                Map.of(
                        SIGMOID,
                        body("return Matrix.zeros(Z.rows(), Z.cols());"),
                        GRADIENT,
                        body("Matrix A = sigmoid(Y);\n    return new LogisticPass(A, A, w.times(0), 0);")));
        new Grading(
                        new GradingOptions(
                                SOURCE,
                                folder.resolve("in"),
                                folder.resolve("out"),
                                List.of(),
                                false,
                                Optional.empty(),
                                1,
                                2,
                                false,
                                true),
                        sentence -> {})
                .run();
        results = new Results(folder.resolve("out"), sentence -> {});
        page = Files.readString(folder.resolve("out/feedback/wrong.html"));
    }

    private static UnaryOperator<String> replacing(String phase, String by) {
        return text -> text.replace(phase, by);
    }

    private static UnaryOperator<String> body(String code) {
        return text -> text.substring(0, text.indexOf(") {") + 3) + "\n    " + code + "\n}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "unwritten", "uncompiled", "throws", "endless", "ends", "helper"})
    void whatCallsAWrongFunctionKeepsItsPoints(String student) {
        for (ExerciseMark mark : exercises(student)) {
            if (mark.byHand()) {
                continue;
            }
            if (mark.exercise().equals(SIGMOID)) {
                assertThat(mark.points()).isLessThan(mark.maximum());
            } else {
                assertThat(mark.points())
                        .as("%s: %s", mark.exercise(), mark.tests())
                        .isEqualTo(mark.maximum());
            }
        }
        assertThat(note(student, SIGMOID)).isEmpty();
        for (String exercise : List.of(GRADIENT, TRAIN)) {
            assertThat(note(student, exercise))
                    .isEqualTo("Tested with the reference solution in place of your sigmoid, so"
                            + " that a mistake there costs points only once.");
        }
    }

    @Test
    void itsOwnMistakeCostsAsMuchAsBesideRightOnes() {
        for (String student : List.of("both", "all", "tried")) {
            assertThat(points(student, GRADIENT))
                    .as(student)
                    .isEqualTo(points("gradient", GRADIENT))
                    .isPositive();
            assertThat(points(student, TRAIN)).as(student).isEqualTo(points("right", TRAIN));
        }
        assertThat(note("all", TRAIN)).contains("in place of your sigmoid, cost and gradientVectorized, so");
        assertThat(failed("both", GRADIENT))
                .as("what it says")
                .isEqualTo(failed("gradient", GRADIENT))
                .isNotEmpty();
    }

    @Test
    void theSameMistakeMadeAgainIsASecondOne() {
        for (String student : List.of("again", "declared")) {
            assertThat(points(student, GRADIENT)).as(student).isEqualTo(points("alone", GRADIENT));
        }
        assertThat(note("again", GRADIENT)).isEmpty();
    }

    @Test
    void twoFunctionsThatDoNothingEarnNothing() {
        assertThat(points("zeros", GRADIENT)).isLessThan(3);
        assertThat(points("zeros", TRAIN))
                .as("right but for those that it calls")
                .isEqualTo(points("right", TRAIN));
    }

    @Test
    void whoIsRightIsTriedOnce() {
        assertThat(exercises("right"))
                .allSatisfy(mark -> assertThat(mark.note()).isEmpty())
                .allMatch(mark -> mark.tests().stream().allMatch(TestMark::passed));
    }

    @Test
    void theStudentReadsWhyTheTestPassed() {
        assertThat(page).contains("Tested with the reference solution in place of your sigmoid");
    }

    private List<ExerciseMark> exercises(String student) {
        return results.read(student).orElseThrow().exercises();
    }

    private ExerciseMark mark(String student, String exercise) {
        return exercises(student).stream()
                .filter(mark -> mark.exercise().equals(exercise))
                .findFirst()
                .orElseThrow();
    }

    private double points(String student, String exercise) {
        return mark(student, exercise).points();
    }

    private String note(String student, String exercise) {
        return mark(student, exercise).note();
    }

    /** The headlines of what failed. */
    private List<String> failed(String student, String exercise) {
        return mark(student, exercise).tests().stream()
                .filter(test -> !test.passed())
                .map(TestMark::headline)
                .toList();
    }
}
