package backprop.grade.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import backprop.grade.result.GradeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignmentTest {
    private static final String CALL = "backprop.exercise.Exercises.check(a.b.C.class, (x) -> f(x))";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "01-shapes-and-counting,10,40",
        "02-logistic-regression,10,40",
        "03-forward-pass,10,40",
        "04-backward-pass,10,40"
    })
    void theCoursesAssignmentsAreRead(String name, int tasks, double points) {
        Assignment assignment = Assignment.read(Path.of("exercises", name, name + ".ipynb"));
        assertThat(assignment.name()).isEqualTo(name);
        assertThat(assignment.tasks()).hasSize(tasks);
        assertThat(assignment.maximum()).isEqualTo(points);
        assertThat(assignment.tasks())
                .allSatisfy(task -> assertThat(task.check().isPresent()).isNotEqualTo(task.byHand()));
        assertThat(assignment.cells())
                .filteredOn(Cell::solution)
                .allSatisfy(cell ->
                        assertThat(cell.released()).doesNotContain("SOLUTION").isNotEqualTo(cell.source()));
    }

    @Test
    void anExerciseHasItsHeadingItsChecksAndAllItsPoints() {
        Assignment assignment = Assignment.read(Path.of("exercises/04-backward-pass/04-backward-pass.ipynb"));
        assertThat(assignment.title()).isEqualTo("The backward pass and the gradient check");
        String contract = "backprop.exercise.backward.DenseBackward";
        assertThat(assignment.tasks().get(2))
                .isEqualTo(new Task(
                        "dense-backward",
                        "3. One layer, the batch",
                        false,
                        7,
                        Optional.of(new CheckCell(
                                "check-dense-backward", contract, "dZ, A, W", "denseBackward", "dZ, A, W", false, 6)),
                        Optional.of(new CheckCell(
                                "hidden-dense-backward", contract, "dZ, A, W", "denseBackward", "dZ, A, W", true, 1))));
        assertThat(assignment.tasks())
                .filteredOn(Task::byHand)
                .extracting(Task::exercise, Task::title, Task::maximum)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("where-the-mean-is", "Question: where the mean is", 2.0),
                        org.assertj.core.groups.Tuple.tuple("two-differences", "Question: two differences", 2.0));
    }

    @Test
    void theReferenceGivesWayToTheStubAndKeepsItsIndent() {
        Cell cell = new Cell(
                "f",
                true,
                false,
                false,
                true,
                0,
                "int f() {\n    // BEGIN SOLUTION\n    return 1;\n    // END SOLUTION\n}");
        assertThat(cell.released()).isEqualTo("int f() {\n    // your code here\n    throw new NotWrittenYet();\n}");
        assertThat(new Cell("f", true, false, false, true, 0, "int f() { return 1; }").released())
                .isEqualTo("// your code here\nthrow new NotWrittenYet();");
        assertThat(new Cell("f", true, false, false, true, 0, "int f() {\n  // BEGIN SOLUTION\n return 42;").released())
                .doesNotContain("42");
    }

    @Test
    void aWrittenAnswersQuestionIsGivenOutWithIt() {
        Cell cell = new Cell("q", false, true, false, true, 2, "Why?\n\nBEGIN SOLUTION\nBecause.\nEND SOLUTION");
        assertThat(cell.released()).isEqualTo("Why?\n\n*Your answer here.*");
        assertThat(List.of("", " \n", "Why?\n\n*Your answer here.*", "Why?", "Why?  \n\n\n*Your answer here.*\n"))
                .allMatch(cell::unwritten);
        assertThat(List.of(
                        "Because.",
                        "Why?\n\nBecause.",
                        "Why?\n\n*Your answer here.* Because.",
                        "Why?\n\n*Your answer here.*\n\nBecause.",
                        "-"))
                .noneMatch(cell::unwritten);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Exercises . check ( a.b.C . class,(x,  y)->f( x, y ))  ;|x, y|x, y",
                "Exercises.check(a.b.C.class, x -> f(x))|x|x",
                "Exercises.check(a.b.C.class, () -> f())||",
                "Exercises.check(a.b.C.class, (x) -> f(x, g(1)))|x|x, g(1)"
            })
    void anyLayoutOfACallIsUnderstood(String source, String parameters, String arguments) throws IOException {
        CheckCell check = Assignment.read(notebook(solution("f"), check("check-f", source)))
                .tasks()
                .get(0)
                .check()
                .get();
        assertThat(check)
                .isEqualTo(new CheckCell(
                        "check-f",
                        "a.b.C",
                        parameters == null ? "" : parameters,
                        "f",
                        arguments == null ? "" : arguments,
                        false,
                        3));
    }

    @Test
    void aHeadingInABlockOfCodeIsNone() throws IOException {
        Path file = notebook(
                markdown("# The course\\n## 1. One #\\n```\\n# no\\n```"), solution("f"), check("check-f", CALL));
        assertThat(Assignment.read(file).tasks().get(0).title()).isEqualTo("1. One");
        assertThat(Assignment.read(file).title()).isEqualTo("The course");
    }

    @Test
    void whatIsNoAssignmentIsRefusedInASentence() throws IOException {
        refused(folder.resolve("none.ipynb"), "there is no such file");
        refused(folder, "is no file");
        refused(Files.writeString(folder.resolve("t.ipynb"), "{\n\n x"), "not JSON from line 3");
        refused(Files.writeString(folder.resolve("t.ipynb"), "[]"), "nbformat 4");
        refused(Files.writeString(folder.resolve("t.ipynb"), ""), "nbformat 4");
        refused(notebook(markdown("nothing")), "no cell that gives points");
        refused(notebook(solution("f"), solution("f"), check("check-f", CALL)), "two cells with the grade_id f");
        refused(notebook(solution("f"), check("check-f", "assert f(1) == 1;")), "the cell check-f gives points");
        refused(notebook(solution("f"), check("test-f", CALL)), "the cell test-f");
        refused(notebook(check("check-f", CALL)), "a check for f");
    }

    private static void refused(Path file, String why) {
        assertThatExceptionOfType(GradeException.class)
                .isThrownBy(() -> Assignment.read(file))
                .withMessageStartingWith(file.toString())
                .withMessageContaining(why);
    }

    private Path notebook(String... cells) throws IOException {
        return Files.writeString(
                folder.resolve("t.ipynb"),
                "{\"nbformat\": 4, \"metadata\": {}, \"cells\": [" + String.join(",", List.of(cells)) + "]}");
    }

    private static String markdown(String source) {
        return "{\"cell_type\": \"markdown\", \"metadata\": {}, \"source\": \"%s\"}".formatted(source);
    }

    private static String solution(String id) {
        return cell(id, false, "int f(int x) {}");
    }

    private static String check(String id, String source) {
        return cell(id, true, source);
    }

    private static String cell(String id, boolean check, String source) {
        return """
      {"cell_type": "code", "source": ["%s"], "metadata": {"nbgrader": {"grade_id": "%s", "grade": %s, "locked": %s,
        "solution": %s, "points": 3}}}""".formatted(source, id, check, check, !check);
    }
}
