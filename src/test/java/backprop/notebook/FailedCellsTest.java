package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.exercise.Answers;
import backprop.exercise.Score;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A function whose newer version was not taken: what a check says, and the cells that call it. */
public class FailedCellsTest {
    /** What the last check gave. */
    public static Score score;

    private static final String RIGHT = "double %s(double z) { return 1 / (1 + Math.exp(-z)); }";
    private static JShellKernel kernel; // each test has names of its own in it

    @BeforeAll
    static void begin() throws InterruptedException {
        kernel = JShellKernel.watched();
    }

    @BeforeEach
    void clear() {
        kernel.notes();
    }

    @AfterAll
    static void end() {
        Answers.ask(new Answers.Notebook() {});
        kernel.close();
    }

    private static String check(String name) {
        score = null;
        return kernel.cell("backprop.notebook.FailedCellsTest.score = backprop.exercise.Exercises"
                + ".check(backprop.exercise.SigmoidFunction.class, z -> " + name + "(z));");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "aa|double aa(double z) { return 1 / 1 + Math.exp(-z) }|';' expected",
                "ab|double ab(double z) { return 1 / (1 + Math.exp(-z));|a brace or a parenthesis is missing",
                "ad|ad(double z) { return 1; }|'.class' expected",
                "ae|int nothing = 1 +;~double ae(double z) { return 1; }|illegal start of expression",
                "ag|int thrown = Integer.parseInt(\"x\");~double ag(double z) { return 1; }|NumberFormatException: For input string: \"x\""
            })
    void anOlderVersionGetsNoPointsAndItIsSaidWhy(String name, String wrong, String why) {
        kernel.cell(RIGHT.formatted(name));
        check(name);
        assertThat(score.points()).isEqualTo(4);
        kernel.cell(wrong.replace('~', '\n'));
        assertThat(check(name)).isEmpty();
        assertThat(score).hasToString("0");
        assertThat(score.maximum()).isEqualTo(4);
        assertThat(score.results().get(0).message())
                .startsWith("The cell that declares " + name + "(…) failed and was not taken: " + why + "\n")
                .contains("The check would test an older version");
        assertThat(score.results().get(1).message()).isEqualTo("Not tested either.");
        kernel.cell(RIGHT.formatted(name));
        check(name);
        assertThat(score.points()).isEqualTo(4);
    }

    @Test
    void anOlderHelperGetsNone() {
        kernel.cell("double helper(double z) { return Math.exp(-z); }");
        kernel.cell("double bb(double z) { return 1 / (1 + helper(z)); }\ndouble helper(double z) { return 1 + ; }");
        check("bb");
        assertThat(score.points()).isZero();
        assertThat(score.results().get(0).headline()).startsWith("The cell that declares helper(…) failed");
        kernel.cell("double helper(double z) { return Math.exp(-z); }");
        check("bb");
        assertThat(score.points()).isEqualTo(4);
    }

    @Test
    void theHiddenTestsGiveNoneEither() {
        kernel.cell(RIGHT.formatted("cc"));
        kernel.cell("double cc(double z) { return 1 + ; }");
        kernel.cell("backprop.notebook.FailedCellsTest.score = backprop.exercise.Exercises"
                + ".hidden(backprop.exercise.SigmoidFunction.class, z -> cc(z));");
        assertThat(score.points()).isZero();
    }

    @Test
    void aFunctionThatWasNeverTakenIsNotCalledByTheNameOfAClass() {
        kernel.cell("double sigmoid(double z) { return 1 + ; }");
        assertThat(check("sigmoid")).isEqualTo("""
        The cell that declares sigmoid(…) failed and was not taken: illegal start of expression
        Hint: mend that cell, run it, and run this check again""");
        assertThat(kernel.cell("sigmoid(1)"))
                .startsWith(
                        "sigmoid(…) is not defined.\nHint: the cell that declares sigmoid failed: mend it and run it again");
    }

    @Test
    void oneWhoseCellHasNotRunIsSaidToBeMissing() {
        assertThat(check("relu")).isEqualTo("""
      There is no relu(…) to be checked.
      Hint: run the cell above that declares it, and then this check""");
    }

    @Test
    void soInTheCheckOfTheFirstNotebook() {
        assertThat(kernel.cell("Exercises.sigmoid(z -> logistic(z))")).isEqualTo("""
        There is no logistic(…) to be checked.
        Hint: run the cell above that declares it, and then this check""");
        assertThat(kernel.cell("Exercises.sigmoid(tanh)"))
                .startsWith("tanh is not defined.\nHint: run the cell above that declares it, and then this check\n");
    }

    @Test
    void oneThatDoesNotCompileButWasTakenSaysWhatIsWrongWithIt() {
        kernel.cell("double dd(double z) { return Matrix.zeros(1).get(0, 0); }");
        check("dd");
        assertThat(score.points()).isZero();
        assertThat(score.results().get(0).message())
                .startsWith("dd(…) cannot be used: method zeros in class Matrix")
                .endsWith("\nHint: zeros takes (int rows, int cols)");
    }

    @Test
    void oneThatNamesWhatIsNotDefinedSaysSo() {
        kernel.cell("double ee(double z) { return missing(z); }");
        check("ee");
        assertThat(score.results().get(0).message()).startsWith("Your function uses a name that is not defined.");
    }

    @Test
    void aCellThatCallsAnOlderVersionHasARemarkUntilItIsMended() {
        kernel.cell("double ff(double z) { return z; }\ndouble usesIt(double z) { return ff(z); }\ndouble other = 1;");
        kernel.cell("double ff(double z) { return 2 z; }");
        assertThat(kernel.cell("double gg = other + 1;")).isEmpty();
        assertThat(kernel.notes()).isEmpty();
        for (String cell : new String[] {"ff(1)", "double one = usesIt(1);", "Matrix.ones(1, 1).map(z -> ff(z))"}) {
            assertThat(kernel.cell(cell)).isEmpty();
            assertThat(kernel.notes()).as(cell).containsExactly("""
          Mind: ff(…) is an older version here: the cell that declares it failed and was not taken.
          Hint: mend that cell, run it, and then this one again""");
        }
        kernel.cell("double ff(double z) { return 2 * z; }");
        assertThat(kernel.cell("ff(1)")).isEmpty();
        assertThat(kernel.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "double f(double x) {~  return g(x);~}|f",
                "double f(double x {~  return x;~}|f",
                "double f(double x) {~  return x;~double g(double x) { return 1; }|f,g",
                "f(double x) { return x; }|f",
                "public static Matrix[] f(int k) { return null; }|f",
                "<T> List<T> f(T t) { return null; }|f",
                "class C {~  int inner() { return 1; }~}~record R(int a) {}~@Deprecated int f() { return 1; }|C,R,f",
                "Map<String, Integer> f(int k)~{ return null; }|f"
            })
    void theNamesAreReadOffACellThatMayBeBroken(String cell, String names) {
        assertThat(String.join(",", Declarations.of(cell.replace('~', '\n')))).isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new Dense(2, 3)",
                "f(2)",
                "return f(2);",
                "double y = f(2);",
                "if (x > 1) { g(x); }",
                "for (int i = 0; i < 3; i++) { g(i); }",
                "else f(2);",
                "// double f(double x) {",
                "String s = \"int f(\";",
                "while (f(x)) { }",
                "%vars",
                "throw new Foo(1);",
                "a.b(c)\n    .d(e);"
            })
    void aCellThatDeclaresNothingHasNone(String cell) {
        assertThat(Declarations.of(cell)).isEmpty();
    }
}
