package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a learner reads of code that does not compile. */
class RejectedCodeTest {
    private static final String ABOVE = CellsAbove.HINT;
    private static JShellKernel kernel; // each test has names of its own in it

    @BeforeAll
    static void begin() throws InterruptedException {
        kernel = JShellKernel.watched();
    }

    @AfterAll
    static void end() {
        kernel.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "W.mul(W)|W.mul(…)|did you mean mult?|mul",
                "Matrx Q = W;|Matrx|did you mean Matrix?|Matrx",
                "math.exp(2)|math|did you mean Math?|math",
                "new Denze(2, 3)|Denze(…)|did you mean Dense?|Denze",
                "Plots.histroy(null)|Plots.histroy(…)|did you mean history?|histroy",
                "Pattern.compile(\"x\")|Pattern|import java.util.regex.Pattern; would bring it|Pattern",
                "Double.MAX|Double.MAX|did you mean max?|MAX",
                "double größe = 2; größe + größse|größse|did you mean größe?|größse",
                "double λλ = 2; λλ * μμμ|μμμ|" + ABOVE + "|μμμ",
                "system.out.println(1)|system|did you mean System?|system",
                "new Dense(2, 3, Relu)|Relu|Relu is a class: write new Relu(…)|Relu",
                "Dense(2, 3)|Dense(…)|Dense is a class: write new Dense(…)|Dense",
                "Activation(2)|Activation(…)|''|Activation",
                "W(0, 0)|W(…)|W is not a method|W",
                "new int[1].length()|new int[1].length(…)|length is not a method|length",
                "None|None|did you mean null?|None",
                "bool b = true;|bool|did you mean boolean?|bool",
                "int layer1 = 1; layer2|layer2|" + ABOVE + "|layer2",
                "int okA = 1; okE|okE|" + ABOVE + "|okE",
                "int sum = 1; smu|smu|did you mean sum?|smu",
                "double\tx =\tnothing;|nothing|" + ABOVE + "|nothing",
                "Matrix.zeros|Matrix.zeros|zeros is a method: write zeros(…)|zeros"
            })
    void aNameThatIsNotThereIsPointedAtAndAnotherOffered(String code, String what, String hint, String name) {
        String[] lines = kernel.cell(code).split("\n", -1);
        assertThat(lines[0]).isEqualTo(what + " is not defined.");
        assertThat(lines[1]).isEqualTo(hint.isEmpty() ? lines[lines.length - 2] : "Hint: " + hint);
        String carets = lines[lines.length - 1];
        assertThat(lines[lines.length - 2].substring(carets.indexOf('^'), carets.length()))
                .isEqualTo(name);
        assertThat(carets.strip()).matches("\\^+");
    }

    @Test
    void otherMistakesAreInTheCompilersWordsWithThePlaceThatItPointsAt() {
        assertThat(kernel.cell("int a = 1;\ndouble b = \"text\";")).isEqualTo("""
        incompatible types: String cannot be converted to double
            double b = "text";
                       ^^^^^^""");
        assertThat(kernel.cell("W.plus(W, W)")).isEqualTo("""
        method plus in class Matrix cannot be applied to given types
        Hint: plus takes (Matrix B)
            W.plus(W, W)
            ^^^^^^""");
        assertThat(kernel.cell("import no.such.thing.*;")).startsWith("package no.such.thing does not exist\n");
    }

    @Test
    void aPlaceOfSeveralLinesIsPointedAtInItsFirst() {
        assertThat(kernel.cell("Matrix several = Math.max(1,\n  2);")).isEqualTo("""
          incompatible types: int cannot be converted to Matrix
              Matrix several = Math.max(1,
                               ^^^^^^^^^^^""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int q1 = 3\nint q2 = 4;",
                "int q1 = 3 int q2",
                "}",
                "String u = \"abc;",
                "import backprop.layers.*;",
                "x ** 2",
                "A @ B",
                "int my-var = 3;",
                "class Fin { final int x; }",
                "int noReturn(int x) {\n  if (x > 0) { return 1; }\n}"
            })
    void whateverIsWrongIsSaidInPlainWords(String code) {
        assertThat(kernel.cell(code)).doesNotContain("REPL", "$");
    }

    @Test
    void furtherMistakesAreCounted() {
        assertThat(kernel.cell("class Wrong { int a = \"a\"; int b = \"b\"; }")).endsWith("(and 1 more)");
    }

    @Test
    void ofALongChainTheLineOfTheNameIsEnough() {
        assertThat(kernel.cell("W\n  .plus(W)\n  .tims(3)")).isEqualTo("""
      .tims(…) is not defined.
      Hint: did you mean times?
            .tims(3)
             ^^^^""");
    }

    @Test
    void aReturnOutsideOfAMethodSaysWhatToWrite() {
        assertThat(kernel.cell("return 3;"))
                .isEqualTo("return belongs into a method.\nHint: end the cell with the value alone");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Matrix asig(double z) { return W; }|asig|Matrix cannot be converted to double|keep the first line of the function",
                "void bsig(double z) { }|bsig|it returns nothing, but must return double|keep the first line of the function",
                "double esig(double z, double c) { return 1; }|esig|it takes more or fewer arguments than the check has for it"
                        + "|keep the first line of the function",
                "double csig(Matrix Z) { return 1; }|csig|double cannot be converted to Matrix|keep the first line of the function"
            })
    void aFunctionThatItsCheckCannotTakeIsSaidToBeSo(String function, String name, String reason, String hint) {
        kernel.cell(function);
        String check =
                "backprop.exercise.Exercises.check(backprop.exercise.SigmoidFunction.class, z -> " + name + "(z))";
        assertThat(kernel.cell(check))
                .startsWith("Your function does not fit its check: " + reason + ".\nHint: " + hint);
    }

    @Test
    void aClassWithTheNameOfAContractsIsNamed() {
        kernel.cell("class LayerGradients { }");
        kernel.cell("LayerGradients dsig(Matrix dZ, Matrix A, Matrix V) { return new LayerGradients(); }");
        assertThat(kernel.cell("backprop.exercise.Exercises.check(backprop.exercise.backward.DenseBackward.class, "
                        + "(dZ, A, V) -> dsig(dZ, A, V))"))
                .contains("a class of yours has the name of one of the library's, LayerGradients");
    }
}
