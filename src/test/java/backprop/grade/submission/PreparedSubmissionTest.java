package backprop.grade.submission;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.grade.assignment.Assignment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedSubmissionTest {
    private static final String F = "int f() { return 7; }";
    private static final String CALL = "backprop.exercise.Exercises.check(a.b.F.class,\n    () -> f())";
    private static final String OPEN = "// They run later.";
    private static final String SECRET = "return 42;";

    @TempDir
    private Path folder;

    private Assignment assignment;

    @BeforeEach
    void theSource() throws IOException {
        String text = """
        {"nbformat": 4, "metadata": {}, "cells": [
          {"cell_type": "markdown", "metadata": {}, "source": "# Two tasks"},
          {"cell_type": "code", "source": "import a.b.*;", "metadata": {"nbgrader":
            {"grade_id": "imports", "locked": true, "grade": false, "solution": false}}},
          {"cell_type": "code", "source": "int f() {\\n  // BEGIN SOLUTION\\n  return 42;\\n  // END SOLUTION\\n}",
           "metadata": {"nbgrader": {"grade_id": "f", "locked": false, "grade": false, "solution": true}}},
          {"cell_type": "code", "source": "backprop.exercise.Exercises.check(a.b.F.class,\\n    () -> f())",
           "metadata": {"nbgrader":
             {"grade_id": "check-f", "locked": true, "grade": true, "solution": false, "points": 2}}},
          {"cell_type": "code", "source": "demo()", "metadata": {}},
          {"cell_type": "markdown", "source": "BEGIN SOLUTION\\nreturn 42;\\nEND SOLUTION", "metadata": {"nbgrader":
            {"grade_id": "why", "locked": false, "grade": true, "solution": true, "points": 1}}},
          {"cell_type": "code", "source": "// They run later.\\n// BEGIN HIDDEN TESTS\\n\
        Exercises.hidden(a.b.F.class, () -> f())\\n// END HIDDEN TESTS", "metadata": {"nbgrader":
            {"grade_id": "hidden-f", "locked": true, "grade": true, "solution": false, "points": 1}}},
          {"cell_type": "code", "source": "int last;", "metadata": {"nbgrader":
            {"grade_id": "last", "locked": true, "grade": false, "solution": false}}}]}""";
        assignment = Assignment.read(Files.writeString(folder.resolve("two.ipynb"), text));
    }

    private static Books whole() {
        return new Books()
                .code("imports", "import a.b.*;")
                .code("f", F)
                .code("check-f", CALL)
                .code("demo(1)")
                .text("why", "Because.")
                .code("hidden-f", OPEN)
                .code("last", "int last;");
    }

    private static String steps(PreparedSubmission prepared) {
        return prepared.steps().stream()
                .map(step -> step.label() + "=" + step.source())
                .collect(java.util.stream.Collectors.joining(" | "));
    }

    private PreparedSubmission prepared(Books book) {
        PreparedSubmission prepared = PreparedSubmission.of(assignment, book.notebook());
        assertThat(steps(prepared)).doesNotContain(SECRET);
        assertThat(prepared.answers().values()).noneMatch(answer -> answer.contains(SECRET));
        return prepared;
    }

    @Test
    void theStudentsCellsStandAmongTheInstructors() {
        PreparedSubmission prepared = prepared(whole());
        assertThat(steps(prepared))
                .isEqualTo("imports=import a.b.*; | f=" + F + " | check-f= | cell 4=demo(1) | hidden-f=");
        assertThat(prepared.steps())
                .extracting(ExecutionStep::kind)
                .containsExactly(
                        ExecutionStep.Kind.LOCKED,
                        ExecutionStep.Kind.SOLUTION,
                        ExecutionStep.Kind.CHECK,
                        ExecutionStep.Kind.EXTRA,
                        ExecutionStep.Kind.CHECK);
        assertThat(prepared.steps().get(4).check().orElseThrow().hidden()).isTrue();
        assertThat(prepared.answers())
                .containsExactly(java.util.Map.entry("f", F), java.util.Map.entry("why", "Because."));
        assertThat(prepared.remarks()).isEmpty();
    }

    @Test
    void anEmptyNotebookGetsTheStubAndARemarkForEachCell() {
        PreparedSubmission prepared = prepared(new Books());
        assertThat(steps(prepared))
                .isEqualTo("imports=import a.b.*; | f=int f() {\n  // your code here\n"
                        + "  throw new NotWrittenYet();\n} | check-f= | hidden-f=");
        assertThat(prepared.answers().values()).containsExactly("", "");
        assertThat(prepared.remarks())
                .containsExactly(
                        "The locked cell imports was missing; the original took its place.",
                        "The answer f was missing; it counts as not written.",
                        "The check check-f was missing; the original took its place.",
                        "The answer why was missing; there is no text to mark.",
                        "The check hidden-f was missing; the original took its place.",
                        "The locked cell last was missing; the original took its place.");
    }

    @Test
    void lockedCellsThatWereEditedAreTheOriginals() {
        PreparedSubmission prepared = prepared(new Books()
                .code("imports", "import a.b.*;  \r\n")
                .code("f", F)
                .code("check-f", "2")
                .text("why", "")
                .text("hidden-f", OPEN)
                .code("last", "int first;"));
        assertThat(prepared.steps().get(2).source()).isEmpty();
        assertThat(prepared.remarks())
                .containsExactly(
                        "The check check-f had been changed; the original ran.",
                        "The check hidden-f had been changed; the original ran.",
                        "The locked cell last had been changed; the original ran.");
    }

    @Test
    void cellsThatWereMovedRunInTheirPlaceWithWhatFollowedThem() {
        PreparedSubmission prepared = prepared(new Books()
                .code("int early;")
                .code("check-f", "3")
                .code("int afterCheck;")
                .code("imports", "import a.b.*;")
                .code("f", F)
                .code("int afterF;")
                .text("why", "")
                .code("hidden-f", OPEN)
                .code("int late;")
                .code("last", "int last;"));
        assertThat(steps(prepared))
                .isEqualTo("cell 1=int early; | imports=import a.b.*; | f=" + F
                        + " | cell 6=int afterF; | check-f= | cell 3=int afterCheck; | hidden-f=");
        assertThat(prepared.remarks())
                .containsExactly("The check check-f had been changed and moved; the original ran, in its place.");
    }

    @Test
    void theLastWrittenOfSeveralCountsAndOtherWrittenOnesRunWhereTheyStand() {
        String other = "int f() { return 8; }";
        PreparedSubmission prepared = prepared(new Books()
                .code("imports", "import a.b.*;")
                .code("f", F)
                .code("f", other)
                .code("check-f", CALL)
                .text("why", "One.")
                .text("why", "Two.")
                .code("hidden-f", OPEN)
                .code("last", "int last;"));
        assertThat(steps(prepared)).contains("cell 2=" + F + " | f=" + other + " | check-f=");
        assertThat(prepared.answers()).containsEntry("f", other).containsEntry("why", "One.\n\nTwo.");
        assertThat(prepared.remarks())
                .containsExactly(
                        "The answer f was there 2 times; cell 3 counts, the others ran as cells of your own.",
                        "The answer why was there 2 times; all of its text counts.");
    }

    @Test
    void anEmptyCopyNeitherCountsNorRunsWhereverItStands() {
        for (String empty : List.of(
                "",
                " \n",
                "int f() {\n  // your code here  \n  throw new NotWrittenYet();\n}",
                "int f() {\n  // soon\n  throw new NotWrittenYet();\n}")) {
            Books first = new Books()
                    .code("imports", "import a.b.*;")
                    .code("f", empty)
                    .code("f", F)
                    .code("check-f", CALL)
                    .text("why", "*Your answer here.*")
                    .text("why", "Two.")
                    .code("hidden-f", OPEN)
                    .code("last", "int last;");
            Books last = new Books()
                    .code("imports", "import a.b.*;")
                    .code("f", F)
                    .code("check-f", CALL)
                    .code("f", empty)
                    .text("why", "Two.")
                    .text("why", "")
                    .code("hidden-f", OPEN)
                    .code("last", "int last;");
            for (Books book : List.of(first, last)) {
                PreparedSubmission prepared = prepared(book);
                assertThat(steps(prepared)).isEqualTo("imports=import a.b.*; | f=" + F + " | check-f= | hidden-f=");
                assertThat(prepared.answers()).containsEntry("f", F).containsEntry("why", "Two.");
                assertThat(prepared.repairs())
                        .first()
                        .asString()
                        .startsWith("The answer f was there 2 times; cell ")
                        .endsWith(" counts, as the one that is written.");
            }
        }
    }

    @Test
    void cellsWithoutTheirNamesAreRecognizedByTheirText() {
        PreparedSubmission prepared = prepared(new Books()
                .text("", "# Two tasks")
                .code("import a.b.*; ")
                .code("helper()")
                .code(F)
                .code(CALL)
                .code("demo()")
                .text("", "Because.")
                .code(OPEN)
                .code("int last;"));
        assertThat(steps(prepared))
                .isEqualTo(
                        "imports=import a.b.*; | cell 3=helper() | f=" + F + " | check-f= | cell 6=demo() | hidden-f=");
        assertThat(prepared.answers()).containsEntry("f", F).containsEntry("why", "Because.");
        assertThat(prepared.repairs())
                .containsExactly("What nbgrader knows cells by was missing; these were recognized by"
                        + " their text: imports, f, check-f, why, hidden-f, last.");
    }

    @Test
    void aCallOfAFunctionAndItsNameInATextAreNotItsAnswer() {
        PreparedSubmission prepared = prepared(new Books()
                .text("", "int f() is asked for: int f() {")
                .code("int x = f();")
                .code("return  f();")
                .code("// int f() { }"));
        assertThat(prepared.answers()).containsEntry("f", "");
        assertThat(steps(prepared)).contains("NotWrittenYet");
    }

    @Test
    void whatWasSplitOrMergedCounts() {
        String helper = "int help() { return 7; }";
        PreparedSubmission split = prepared(new Books()
                .code("imports", "import a.b.*;")
                .code("f", helper)
                .code("f", "int f() { return help(); }")
                .code("f", "f()")
                .code("check-f", CALL)
                .text("why", "Because.")
                .code("hidden-f", OPEN)
                .code("last", "int last;"));
        assertThat(steps(split))
                .isEqualTo("imports=import a.b.*; | cell 2=" + helper
                        + " | f=int f() { return help(); } | cell 4=f() | check-f= | hidden-f=");
        PreparedSubmission merged =
                prepared(new Books().code("imports", "import a.b.*;\n" + F).text("why", "Because."));
        assertThat(steps(merged))
                .isEqualTo("imports=import a.b.*; | f=import a.b.*;\n" + F + " | check-f= | hidden-f=");
        assertThat(merged.repairs())
                .contains(
                        "The locked cell imports had been changed; the original ran.",
                        "The answer f stood in another cell of the assignment, cell 1; it counts.");
    }

    @Test
    void aForeignCellRunsAsAnOwnOne() {
        PreparedSubmission prepared = prepared(new Books()
                .code("x\n<b>", "int x;")
                .code("imports", "import a.b.*;")
                .code("f", F)
                .code("check-f", CALL)
                .text("why", "")
                .code("hidden-f", OPEN)
                .code("last", "int last;"));
        assertThat(steps(prepared)).startsWith("cell 1=int x; | imports");
        assertThat(prepared.remarks())
                .containsExactly(
                        "Cell 1 is named “x <b>”, which is no cell of this assignment; it ran as one of your own.");
    }

    @Test
    void anAnswerCountsWhateverTheTypeOfItsCell() {
        PreparedSubmission prepared = prepared(new Books()
                .text("imports", "import a.b.*;")
                .text("f", F)
                .text("check-f", CALL)
                .code("why", "Because!")
                .text("hidden-f", OPEN)
                .code("last", "int last;"));
        assertThat(steps(prepared)).isEqualTo("imports=import a.b.*; | f=" + F + " | check-f= | hidden-f=");
        assertThat(prepared.answers()).containsEntry("f", F).containsEntry("why", "Because!");
        assertThat(prepared.repairs())
                .containsExactly(
                        "The locked cell imports had been changed; the original ran.",
                        "The answer f was not a code cell any more; its text counts as the answer.",
                        "The check check-f had been changed; the original ran.",
                        "The answer why was a code cell; its text counts as your answer.",
                        "The check hidden-f had been changed; the original ran.");
    }

    @Test
    void aTextThatIsNoCodeOfAnySizeIsNotCompiled() {
        PreparedSubmission prepared = prepared(new Books().text("f", "x".repeat(200_001)));
        assertThat(steps(prepared)).contains("NotWrittenYet");
    }

    @Test
    void magicsDoNothingAndAreListed() {
        PreparedSubmission prepared = prepared(new Books()
                .code("%%bash\nrm -rf /")
                .code("imports", "import a.b.*;")
                .code("f", "%maven " + "x".repeat(90) + "\n" + F + "\n!ls -l")
                .code("check-f", CALL));
        assertThat(prepared.steps())
                .filteredOn(step -> step.id().equals("f"))
                .extracting(ExecutionStep::source)
                .containsExactly("\n" + F + "\n");
        assertThat(steps(prepared)).startsWith("imports=");
        assertThat(prepared.remarks())
                .contains(
                        "What is meant for the kernel does nothing when this is marked: cell 1: “%%bash”; cell 3: “%maven "
                                + "x".repeat(72) + "…”; cell 3: “!ls -l”.");
    }

    @Test
    void ofManyMagicsTheFirstAreListed() {
        PreparedSubmission prepared = prepared(whole().code("%a\n%b\n%c\n%d\n%e\nint more;"));
        assertThat(prepared.remarks())
                .contains(
                        "What is meant for the kernel does nothing when this is marked: cell 8: “%a”; cell 8: “%b”; cell 8: “%c”; and 2 more.");
    }

    @Test
    void longLinesOfBlanksAreReadInOneGo() {
        String blanks = " ".repeat(190_000);
        PreparedSubmission prepared = prepared(new Books()
                .code("imports", blanks + "x")
                .code("f", "!a" + blanks + "\u2028x")
                .code(blanks + "\u2028%")
                .text("check-f", blanks.repeat(20) + "x"));
        assertThat(prepared.remarks()).contains("The locked cell imports had been changed; the original ran.");
    }
}
