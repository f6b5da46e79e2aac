package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Magics, completion, inspection and notes in a notebook with snippets in each state that JShell knows, and with
 * values whose text fails.
 */
@Tag("default")
class SnippetStatesTest {
    private static final List<String> CELLS = List.of(
            "int sound = 3;",
            "class Gone { int z; }\nGone gone = new Gone();\nList<Gone> listed = List.of(gone);\nGone[] row = {gone};",
            "class Turned { static int a = 1; }\nvar turned = Turned.a;",
            "class Turned { static String a = \"now a text\"; }",
            "double halfMethod() { return missing(1); }",
            "Nowhere noMethod(Nowhere place) { return place; }",
            "Nowhere nowhere;",
            "class Halfway { Nowhere place; }\nHalfway halfway;",
            "class Broken { int size() { return \"text\"; } }",
            "int refused = \"text\";",
            "import no.such.Thing;",
            "Matrix dropped = W;",
            "Matrix thrown = Matrix.ones(2, 2).mult(Matrix.ones(3, 3));",
            "Matrix nothing = null;",
            "class Switch { static boolean on; }",
            "class Bare { public String toString() { if (Switch.on) { throw new IllegalStateException(); } return \"\"; } }",
            "class Told { public String toString() { if (Switch.on) { throw new IllegalStateException(\"no\"); } return \"\"; } }",
            "class Deep { public String toString() { return Switch.on ? \"\" + this : \"\"; } }",
            "class Endless { public String toString() { while (Switch.on) { Thread.onSpinWait(); } return \"\"; } }",
            "class Void { public String toString() { return Switch.on ? null : \"\"; } }",
            "class Huge { public String toString() { return Switch.on ? \"x\".repeat(20_000_000) : \"\"; } }",
            "Bare bare = new Bare();\nTold told = new Told();\nDeep deep = new Deep();\nEndless endless = new Endless();\n"
                    + "Void empty = new Void();\nHuge huge = new Huge();\nvar lambda = (Supplier<Endless>) () -> endless;",
            "Switch.on = true;");

    /** From JDK 25 on JShell itself explains nothing more once a class did not compile; it must not fail then. */
    private static final boolean EXPLAINS = Runtime.version().feature() < 25;

    private static JShellKernel kernel;
    private static CodeAssist assist;

    @BeforeAll
    static void begin() throws InterruptedException {
        kernel = JShellKernel.watched();
        LineMagics.register(kernel);
        CELLS.forEach(kernel::cell);
        assist = kernel.assist;
        kernel.shell().eval("int stale = 1;");
        kernel.shell().eval("String stale = \"new\";"); // the older one is kept, as IJava does
        drop("Gone");
        drop("dropped");
    }

    @BeforeEach
    void clear() {
        kernel.notes();
    }

    @AfterAll
    static void end() {
        kernel.shell().eval("Switch.on = false;"); // ends the threads that wait for an endless text
        kernel.close();
    }

    @Test
    void theStatesAreThoseThatTheyShallBe() {
        assertThat(kernel.shell().snippets().map(kernel.shell()::status))
                .contains(
                        Status.VALID,
                        Status.OVERWRITTEN,
                        Status.RECOVERABLE_DEFINED,
                        Status.RECOVERABLE_NOT_DEFINED,
                        Status.REJECTED,
                        Status.DROPPED);
        assertThat(status("gone")).isEqualTo(Status.RECOVERABLE_NOT_DEFINED);
        assertThat(status("turned")).isEqualTo(Status.RECOVERABLE_NOT_DEFINED);
        assertThat(status("halfMethod")).isEqualTo(Status.RECOVERABLE_DEFINED);
        assertThat(status("Halfway")).isEqualTo(Status.RECOVERABLE_NOT_DEFINED);
    }

    @Test
    void varsNamesEachVariableOnceWithItsValueOrWhyThereIsNone() {
        kernel.magics.get("vars").run();
        String sheet = kernel.notes().get(0);
        assertThat(sheet)
                .containsPattern("\\nsound +int +3\\n")
                .containsPattern("\\nthrown +Matrix +null\\n")
                .containsPattern("\\nnothing +Matrix +null\\n")
                .containsPattern("\\nstale +String +\"new\"")
                .containsPattern("\\nendless +Endless +\\(its toString\\(\\) does not end\\)")
                .containsPattern("\\nbare +Bare +\\(its toString\\(\\) fails\\)")
                .containsPattern("\\nhuge +Huge +x{60}…")
                .containsPattern("\\ngone +Gone +\\(cannot be used: class Gone not defined\\)")
                .containsPattern("\\nnowhere +Nowhere +\\(cannot be used: class Nowhere not defined\\)")
                .doesNotContainPattern("\\ndropped ");
    }

    @Test
    void kitDoesNotMind() {
        kernel.magics.get("kit").run();
        assertThat(kernel.notes()).singleElement().asString().contains("test kernel");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sound",
                "gone",
                "listed",
                "row",
                "turned",
                "halfMethod()",
                "noMethod(null)",
                "nowhere",
                "halfway",
                "new Halfway()",
                "new Broken()",
                "refused",
                "dropped",
                "thrown",
                "nothing",
                "bare",
                "told",
                "deep",
                "empty",
                "huge",
                "endless",
                "lambda",
                "stale",
                "new Gone()",
                "Thing"
            })
    void helpAndNotesSurviveTheName(String name) {
        assertThat(complete(name.substring(0, 2) + "|")).isNotNull();
        assertThat(complete(name + ".ha|")).isNotNull();
        assertThat(complete("var used = " + name + ";\nint uses() { return " + name + ".hashCode(); }\nW.mu|"))
                .contains("mult(");
        assist.inspect(name, 1);
        assist.inspect(name + ".hashCode()", name.length() + 3);
        String cell = "Object used = " + name + ";\nint uses() { return " + name + ".hashCode(); }\nW.mult(W)";
        Rendering explained = assist.inspect(cell, cell.indexOf("mult") + 1);
        if (EXPLAINS) {
            assertThat(explained.text()).startsWith("Matrix Matrix.mult(Matrix B)");
        }
        String used = kernel.cell("Objects.isNull(" + name + ");");
        assertThat(used).doesNotContain("REPL.").doesNotContain("IllegalArgument");
        kernel.cell("boolean usesIt() { return Objects.isNull(" + name + "); }");
        kernel.cell(name.replaceFirst("(\\w)\\b", "$1q"));
        assertThat(kernel.cell("W.rows()")).isEmpty();
    }

    private static void drop(String name) {
        kernel.shell().drop(snippet(name));
    }

    private static Status status(String name) {
        return kernel.shell().status(snippet(name));
    }

    /** The last that was declared under a name. */
    private static Snippet snippet(String name) {
        return kernel.shell()
                .snippets()
                .filter(snippet -> snippet instanceof PersistentSnippet named
                        && named.name().equals(name))
                .reduce((older, newer) -> newer)
                .orElseThrow();
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
}
