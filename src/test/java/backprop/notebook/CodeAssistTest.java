package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeAssistTest {
    private static JShellKernel kernel;
    private static CodeAssist assist;

    @BeforeAll
    static void begin() {
        kernel = new JShellKernel();
        assist = new CodeAssist(kernel.shell());
        Library.imports().forEach(kernel::cell);
        kernel.cell("Matrix W = Matrix.ones(2, 3);");
    }

    @AfterAll
    static void end() {
        kernel.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "W.mu|",
                "import java.util.*;\nW.mu|",
                "%load kit.jshell\nW.mu|",
                "  %vars\nimport java.util.*;\nW.mu|lt(W)",
                "int square(int x) { return x * x; }\nW.mu|",
                "class Q { int z; }\nMatrix R = W;\nR.mu|",
                "// first\nimport java.util.*;\n/* then */ for (int i = 0; i < 3; i++) {\n  W.mu|",
                "Matrix R = W;\nimport java.util.*;\nR.mu|"
            })
    void aMemberIsCompletedWhereverTheCellBegins(String cell) {
        assertThat(complete(cell)).contains("mult(", "multTransA(");
    }

    @Test
    void anImportOfTheSameCellIsKnownBeforeTheCellHasRun() {
        assertThat(complete("import java.util.regex.Pattern;\nPattern.comp|")).contains("compile(");
    }

    @Test
    void anImportItselfIsCompleted() {
        assertThat(complete("import java.util.ArrayDe|")).contains("ArrayDeque");
    }

    @Test
    void positionsStayWhatTheyWere() {
        String code = "import java.util.*;\r\n%vars\nint k = 3;\nW.mu";
        assertThat(assist.visible(code, code.length()))
                .hasSameSizeAs(code)
                .endsWith("int k = 3;\nW.mu")
                .startsWith("                   ");
    }

    @Test
    void aSignatureNamesItsParameters() {
        assertThat(inspect("W.mu|lt(W)")).startsWith("Matrix Matrix.mult(Matrix B)");
        assertThat(inspect("import java.util.*;\nMatrix Z = W.mult|(W);")).startsWith("Matrix Matrix.mult(Matrix B)");
        assertThat(inspect("new Dense|(2, 3)"))
                .contains("Dense(int nPrev, int n)")
                .contains("Activation g");
        assertThat(inspect("W|")).isEqualTo("W:backprop.matrix.Matrix");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Q1 { int z; }",
                "/* a */ @Deprecated public static final class Q2 {}",
                "// a\ninterface Q3 {}",
                "enum Q4 { A }",
                "record Q5 (int a) {}",
                "sealed interface Q6 permits Q7 {}\nrecord Q7<T>(T a) implements Q6 {}",
                "@interface Q8 {}"
            })
    void aClassThatStandsBeforeCostsNoExplanation(String before) {
        assertThat(inspect(before + "\nint k = 3;\nMatrix Z = W.mult|(W);")).startsWith("Matrix Matrix.mult(Matrix B)");
        assertThat(inspect("W.mult|(W);")).startsWith("Matrix Matrix.mult(Matrix B)");
    }

    @Test
    void whereNothingIsKnownThereIsNoAnswer() {
        assertThat(assist.inspect("nothing.atAll()", 9)).isNull();
        assertThat(assist.inspect("", 0)).isNull();
        assertThat(assist.inspect("W", 40)).as("a cursor behind the code's end").isNull();
    }

    @Test
    void codeThatDoesNotEndIsStillCompleted() {
        assertThat(complete("System.out.println(W.ro|")).contains("rows(");
    }

    private static List<String> complete(String cell) {
        String code = cell.replace("|", "");
        int cursor = cell.indexOf('|');
        return kernel
                .shell()
                .sourceCodeAnalysis()
                .completionSuggestions(assist.visible(code, cursor), cursor, new int[1])
                .stream()
                .map(Suggestion::continuation)
                .toList();
    }

    private static String inspect(String cell) {
        return assist.inspect(cell.replace("|", ""), cell.indexOf('|')).text();
    }
}
