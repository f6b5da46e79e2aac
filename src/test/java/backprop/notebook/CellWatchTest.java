package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a learner reads when a cell fails, or will. */
class CellWatchTest {
  private static JShellKernel kernel; // one for all, as making one takes a second; each test has names of its own

  @BeforeAll static void begin() throws InterruptedException {
    kernel = new JShellKernel();
    CellWatch.over(kernel);
    Kit.imports().forEach(kernel::cell);
    kernel.cell("import java.util.List;\nMatrix W = Matrix.ones(2, 3);");
    // JShell collects in the background the names that an import could bring
    while (!kernel.shell().sourceCodeAnalysis().listQualifiedNames("Pattern", 7).isUpToDate()) { Thread.sleep(50); }
  }

  @BeforeEach void clear() { kernel.notes(); }

  @AfterAll static void end() { kernel.close(); }

  @Test void aWrongShapeIsAHeadlineAHintAndTheLineOfTheCell() { assertThat(kernel.cell("int k = 1;\nW.mult(W)"))
      .isEqualTo("""
          ShapeException: A.mult(B) with A (2, 3): B must be (3, m), got (2, 3)
          Hint: transposed?
              W.mult(W)"""); }

  @Test void theLinesOfTheNotebookAreGivenFromTheInnermostOutwardsAndNoOthers() {
    kernel.cell("Matrix square(Matrix A) {\n  return A.mult(A);\n}");
    assertThat(kernel.cell("List.of(1).forEach(k ->\n  square(Matrix.ones(2, 3)))")).isEqualTo("""
        ShapeException: A.mult(B) with A (2, 3): B must be (3, m), got (2, 3)
        Hint: transposed?
            in square: return A.mult(A);
            square(Matrix.ones(2, 3)))
            List.of(1).forEach(k ->""");
  }

  @Test void aDivergingTrainingSaysWhereAndWhatToTry() { assertThat(kernel.cell("""
      Network net = new Network(1, new CrossEntropy(), new Dense(64, 4, new Relu()), new Dense(4, 10));
      new Trainer(net, new GradientDescent(1e200)).train(Digits.load(), 3)""")).isEqualTo("""
      DivergedException: the cost J became NaN in epoch 1, batch 2; the first that is not finite is what \
      Dense[2] 4→10 gives
      Hint: try a smaller learning rate
          new Trainer(net, new GradientDescent(1e200)).train(Digits.load(), 3)"""); }

  @Test void anExceptionOfAClassOfTheNotebookAndItsCauseHaveTheirPlainNames() {
    kernel.cell("class Mine extends RuntimeException { Mine(String m, Throwable by) { super(m, by); } }");
    assertThat(kernel.cell("throw new Mine(\"odd\", new IllegalStateException(\"even\"))")).startsWith("Mine: odd\n")
        .contains("caused by IllegalStateException: even").doesNotContain("REPL");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"W.mul(W)|W.mul(…)|did you mean mult?|mul",
      "Matrx Q = W;|Matrx|did you mean Matrix?|Matrx", "math.exp(2)|math|did you mean Math?|math",
      "new Denze(2, 3)|Denze(…)|did you mean Dense?|Denze",
      "Plots.histroy(null)|Plots.histroy(…)|did you mean history?|histroy",
      "Pattern.compile(\"x\")|Pattern|import java.util.regex.Pattern; would bring it|Pattern",
      "Double.MAX|Double.MAX|did you mean max?|MAX",
      "double größe = 2; größe + größse|größse|did you mean größe?|größse", "double λλ = 2; λλ * μμμ|μμμ|''|μμμ",
      "system.out.println(1)|system|did you mean System?|system",
      "new Dense(2, 3, Relu)|Relu|Relu is a class: write new Relu(…)|Relu",
      "Dense(2, 3)|Dense(…)|Dense is a class: write new Dense(…)|Dense", "Activation(2)|Activation(…)|''|Activation",
      "W(0, 0)|W(…)|W is not a method|W", "new int[1].length()|new int[1].length(…)|length is not a method|length",
      "None|None|did you mean null?|None", "bool b = true;|bool|did you mean boolean?|bool",
      "int layer1 = 1; layer2|layer2|''|layer2", "int okA = 1; okE|okE|''|okE",
      "int sum = 1; smu|smu|did you mean sum?|smu", "double\tx =\tnothing;|nothing|''|nothing",
      "Matrix.zeros|Matrix.zeros|zeros is a method: write zeros(…)|zeros"}) void aNameThatIsNotThereIsPointedAtAndAnotherOffered(
          String code, String what, String hint, String name) {
    String[] lines = kernel.cell(code).split("\n", -1);
    assertThat(lines[0]).isEqualTo(what + " is not defined.");
    assertThat(lines[1]).isEqualTo(hint.isEmpty() ? lines[lines.length - 2] : "Hint: " + hint);
    String carets = lines[lines.length - 1];
    assertThat(lines[lines.length - 2].substring(carets.indexOf('^'), carets.length())).isEqualTo(name);
    assertThat(carets.strip()).matches("\\^+");
  }

  @Test void otherMistakesAreInTheCompilersWordsWithThePlaceThatItPointsAt() {
    assertThat(kernel.cell("int a = 1;\ndouble b = \"text\";")).isEqualTo("""
        incompatible types: String cannot be converted to double
            double b = "text";
                       ^^^^^^""");
    assertThat(kernel.cell("W.plus(W, W)")).isEqualTo("""
        method plus in class Matrix cannot be applied to given types
            W.plus(W, W)
            ^^^^^^
            required: Matrix
            found:    Matrix,Matrix
            reason: actual and formal argument lists differ in length""");
    assertThat(kernel.cell("import no.such.thing.*;")).startsWith("package no.such.thing does not exist\n");
  }

  @Test void aPlaceOfSeveralLinesIsPointedAtInItsFirst() { assertThat(
      kernel.cell("Matrix several = Math.max(1,\n  2);")).isEqualTo("""
          incompatible types: int cannot be converted to Matrix
              Matrix several = Math.max(1,
                               ^^^^^^^^^^^"""); }

  @ParameterizedTest
  @ValueSource(strings = {"int q1 = 3\nint q2 = 4;", "int q1 = 3 int q2", "}", "String u = \"abc;",
      "import backprop.layers.*;", "x ** 2", "A @ B", "int my-var = 3;", "class Fin { final int x; }",
      "int noReturn(int x) {\n  if (x > 0) { return 1; }\n}"}) void whateverIsWrongIsSaidInPlainWords(String code) {
    assertThat(kernel.cell(code)).doesNotContain("REPL", "$");
  }

  @Test void furtherMistakesAreCounted() {
    assertThat(kernel.cell("class Wrong { int a = \"a\"; int b = \"b\"; }")).endsWith("(and 1 more)");
  }

  @Test void aMethodThatNamesSomethingUndefinedIsSaidToWhenItsCellRunsAndWhenItIsCalled() {
    assertThat(kernel.cell("double area(double r) { return Mth.PI * r * r; }")).isEmpty();
    assertThat(kernel.notes()).containsExactly(
        "Mind: area(…) was accepted, but cannot be used yet: variable Mth is not defined.\nHint: did you mean Math?");
    assertThat(kernel.cell("area(1)"))
        .isEqualTo("area(…) cannot be used yet: variable Mth is not defined.\nHint: did you mean Math?\n    area(1)");
    assertThat(kernel.notes()).isEmpty();
  }

  @Test void theSameOfAClass() {
    kernel.cell("""
        class Twice implements Activation {
          public double of(double z) { return two * z; }
          public double derivative(double z) { return 2; }
        }""");
    assertThat(kernel.notes()).containsExactly("""
        Mind: Twice was accepted, but cannot be used yet: variable two is not defined.
        Hint: define what is missing, here or in a later cell""");
  }

  @Test void ofALongChainTheLineOfTheNameIsEnough() { assertThat(kernel.cell("W\n  .plus(W)\n  .tims(3)")).isEqualTo("""
      .tims(…) is not defined.
      Hint: did you mean times?
            .tims(3)
             ^^^^"""); }

  @Test void aVariableOfAFailedCellSaysSo() {
    kernel.cell("Matrix failed = W.mult(W);");
    assertThat(kernel.cell("failed.rows()")).isEqualTo("""
        NullPointerException: Cannot invoke "Matrix.rows()" because "failed" is null
        Hint: the cell that gives failed its value failed: mend it and run it again
            failed.rows()""");
    kernel.cell("Matrix wrong = Matrix.onse(1, 1);");
    assertThat(kernel.cell("wrong.rows()")).startsWith(
        "wrong is not defined.\nHint: the cell that gives wrong its value failed: mend it and run it again\n");
    assertThat(kernel.cell("failed = W;\nfailed.rows()")).isEmpty();
  }

  @Test void whatIsDeclaredButNamesWhatIsMissingIsNotCalledUndefinedItself() {
    kernel.cell("class Waits extends Missing {}\nclass Wait2 {}");
    assertThat(kernel.cell("new Waits()")).isEqualTo("""
        Waits cannot be used yet: class Missing is not defined.
        Hint: define what is missing, here or in a later cell
            new Waits()
                ^^^^^""");
  }

  @Test void whatADeclarationAnewNoLongerFitsIsSaidOnce() {
    kernel.cell(
        "interface Sh { double area(); }\nrecord Sq(double a) implements Sh { public double area() { return a; } }");
    kernel.cell("double f1(double x) { return x; }\ndouble f2(double x) { return f1(x) * 2; }");
    assertThat(kernel.notes()).isEmpty();
    kernel.cell("interface Sh { double area(); double edge(); }");
    assertThat(kernel.notes()).containsExactly("""
        Mind: Sq cannot be used any more: Sq is not abstract and does not override abstract method edge() in Sh
        Hint: what it names was declared anew: make it fit""");
    kernel.cell("String f1(double x) { return \"\"; }");
    assertThat(kernel.notes()).containsExactly("""
        Mind: f2(…) cannot be used any more: bad operand types for binary operator '*'
        Hint: what it names was declared anew: make it fit""");
    assertThat(kernel.cell("f2(1)")).startsWith("f2(…) cannot be used any more: bad operand types");
    kernel.cell("int one = 1;");
    assertThat(kernel.notes()).isEmpty();
  }

  @Test void aVariableWhoseInitializerNoLongerFitsSaysWhy() {
    kernel.cell("record Rc(int a) {}\nRc rc = new Rc(1);");
    kernel.cell("record Rc(int a, int b) {}");
    assertThat(kernel.cell("rc.a()")).isEqualTo("""
        rc cannot be used any more: constructor Rc in record Rc cannot be applied to given types;
        Hint: what it names was declared anew: make it fit
            rc.a()
            ^^""");
  }

  @Test void theLinesOfACauseAreThereToo() {
    kernel.cell("void deep() {\n  throw new IllegalStateException(\"deep\");\n}");
    assertThat(
        kernel.cell("try { deep(); } catch (Exception e) {\n  throw new IllegalArgumentException(\"top\", e);\n}"))
        .isEqualTo("""
            IllegalArgumentException: top
                throw new IllegalArgumentException("top", e);
                caused by IllegalStateException: deep
                in deep: throw new IllegalStateException("deep");
                try { deep(); } catch (Exception e) {""");
  }

  @Test void nestedAndUnnamedClassesAndConstructorsHaveTheNamesThatTheirAuthorGaveThem() {
    kernel
        .cell("class Out {\n  static class In {\n    In() {\n      throw new IllegalStateException();\n    }\n  }\n}");
    assertThat(kernel.cell("new Out.In()")).contains("    in Out.In: throw new").doesNotContain("$")
        .doesNotContain("<");
    kernel.cell("Activation odd = new Activation() {\n  public double of(double z) { return 1 / 0; }\n"
        + "  public double derivative(double z) { return 1; }\n};");
    assertThat(kernel.cell("odd.of(1)")).contains("    in of: public");
  }

  @Test void aCastThatFailsNamesTheTwoClassesAlone() {
    kernel.cell("class Ca {}\nclass Cb {}\nObject anyCa = new Ca();");
    assertThat(kernel.cell("Cb cb = (Cb) anyCa;"))
        .startsWith("ClassCastException: class Ca cannot be cast to class Cb\n");
    assertThat(kernel.cell("String s = (String) anyCa;"))
        .startsWith("ClassCastException: class Ca cannot be cast to class String\n");
  }

  @Test void aReturnOutsideOfAMethodSaysWhatToWrite() {
    assertThat(kernel.cell("return 3;"))
        .isEqualTo("return belongs into a method.\nHint: end the cell with the value alone");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "int ev(int n) { return n == 0 ? 1 : od(n - 1); }\nint od(int n) { return n == 0 ? 0 : ev(n - 1); }",
      "int later() { return new Later(3).x; }\nclass Later { int x; Later(int x) { this.x = x; } }",
      "<A> List<A> twiceOf(A a) { return List.of(a, a); }\nList<Integer> li = twiceOf(3);",
      "record Range(double lo, double hi) { public Range { if (lo > hi) { throw new IllegalArgumentException(); } } }",
      "interface Leaf { static Leaf one() { return new Green(); } }\nrecord Green() implements Leaf {}\nLeaf leaf = Leaf.one();",
      "class Egg { Hen hen; }\nclass Hen { Egg egg; }\nEgg egg = new Egg();"}) void correctCodeIsLeftInPeaceAlsoWhenItIsRunAgain(
          String code) {
    assertThat(kernel.cell(code)).isEmpty();
    assertThat(kernel.notes()).isEmpty();
    assertThat(kernel.cell(code)).isEmpty();
    assertThat(kernel.notes()).isEmpty();
  }

  @Test void nothingIsSaidWhenTheNameFollowsInTheSameCell() {
    assertThat(kernel.cell("int twice() { return 2 * three; }\nint three = 3;\nint six = twice();")).isEmpty();
    assertThat(kernel.notes()).isEmpty();
  }

  @Test void nothingIsSaidAgainOnceTheNameIsDefined() {
    kernel.cell("int thrice() { return 2 * later; }");
    kernel.notes();
    kernel.cell("int later = 4;");
    assertThat(kernel.cell("int twelve = thrice();")).isEmpty();
    assertThat(kernel.notes()).isEmpty();
  }

  @Test void aClassDeclaredAnewSaysWhichVariablesItTookAlong() {
    kernel.cell("class P { int x = 3; }");
    kernel.cell("P p = new P();\nvar x = p.x;");
    kernel.cell("class P { int x = 4; }");
    assertThat(kernel.notes()).containsExactly("""
        Mind: P was declared anew, so what was made before is lost: p, x.
        Hint: run the cells again that give p, x their values""");
    assertThat(kernel.cell("p.x + 1")).isEqualTo("""
        NullPointerException: Cannot read field "x" because "p" is null
        Hint: P was declared anew: run the cell again that gives p its value
            p.x + 1""");
    assertThat(kernel.cell("p = new P();\np.x + 1")).isEmpty();
  }

  @Test void nothingIsSaidWhenTheCellItselfGivesTheVariableItsValueAgain() {
    kernel.cell("class O { int x = 3; }\nP o = new O();");
    kernel.cell("class O { int x = 4; }\nP o = new O();");
    assertThat(kernel.notes()).isEmpty();
  }

  @Test void anObjectOfTheOlderClassIsRecognized() {
    kernel.cell("class R {}\nObject any = new R();");
    kernel.cell("class R { int x; }");
    assertThat(kernel.cell("R r = (R) any;")).isEqualTo("""
        ClassCastException: this R was made by an older class R
        Hint: R was declared anew: run the cell again that makes the object
            R r = (R) any;""");
  }

  @Test void aNullOfOnesOwnIsNotBlamedOnAClass() {
    assertThat(kernel.cell("String s = null;\ns.length()")).doesNotContain("Hint");
  }

  @Test void whatTheKitDoesOnItsOwnAccountIsNotWatched() {
    kernel.shell().eval("undefined");
    kernel.shell().eval("void f() { undefined(); }");
    assertThat(kernel.cell("int one = 1;")).isEmpty();
    assertThat(kernel.notes()).isEmpty();
  }

  @Test void aNoteInThePageIsEscaped() {
    kernel.cell("class G<T> {}\nvoid ff() { gg(new G<String>()); }");
    assertThat(kernel.shown.get(0).html()).contains("Mind:").contains("G&lt;String&gt;").doesNotContain("G<String>");
  }
}
