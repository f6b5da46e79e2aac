package backprop.grade.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The judge is a shell: what compiles in a notebook must compile after the lines that were chosen. */
class PreludeTest {
    private static final int ALL = chosen("\\u").size();

    private static List<String> chosen(String cell) {
        return Prelude.source(List.of(new CellSource(cell, ""))).lines().toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "List",
                "BufferedReader",
                "BigDecimal",
                "URI",
                "Duration",
                "TimeUnit",
                "Preferences",
                "Pattern",
                "Function",
                "Stream",
                "Path",
                "Table",
                "Matrix",
                "Softmax",
                "He",
                "Adam",
                "Plots",
                "Digits",
                "Hints",
                "SideBySide",
                "Dropout",
                "Metrics"
            })
    void aClassIsKnownAfterFewLines(String name) {
        String cell = "Class<?> type = " + name + ".class;";
        List<String> lines = chosen(cell);
        assertThat(lines).hasSizeBetween(1, 3);
        assertThat(compiles(lines, cell)).isTrue();
        assertThat(compiles(List.of(), cell)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hint()",
                "display(1)",
                "display(1, \"text/plain\")",
                "render(1).length()",
                "updateDisplay(\"id\", 1)"
            })
    void aFunctionIsKnownAfterOneLine(String cell) {
        List<String> lines = chosen(cell);
        assertThat(lines).hasSize(1);
        assertThat(compiles(lines, cell)).isTrue();
    }

    @Test
    void whatCanNeedNothingGetsNothing() {
        assertThat(chosen("int three = 1 + 2; // Lists, listing, MatrixText_")).isEmpty();
    }

    @Test
    void theOtherTextOfACellCountsToo() {
        assertThat(Prelude.source(List.of(new CellSource("", "Matrix W;")))).isEqualTo("import backprop.matrix.*;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u004cist<String> all;", "L\u0001ist<String> all;", "Li\u200bst<String> all;"})
    void aHiddenNameGetsAllLines(String cell) {
        assertThat(chosen(cell)).hasSize(ALL).hasSizeGreaterThan(25);
    }

    private static boolean compiles(List<String> lines, String cell) {
        try (JShell shell = JShell.builder()
                .executionEngine("local")
                .compilerOptions("--class-path", System.getProperty("java.class.path"))
                .build()) {
            shell.addToClasspath(System.getProperty("java.class.path"));
            lines.forEach(line -> assertThat(shell.eval(line)).noneMatch(PreludeTest::rejected));
            return shell.eval(cell).stream().noneMatch(PreludeTest::rejected);
        }
    }

    private static boolean rejected(SnippetEvent event) {
        return event.status() == Snippet.Status.REJECTED;
    }
}
