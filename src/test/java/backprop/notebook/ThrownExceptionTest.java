package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a learner reads of what a cell throws. */
class ThrownExceptionTest {
    private static JShellKernel kernel; // each test has names of its own in it

    @BeforeAll
    static void begin() throws InterruptedException {
        kernel = JShellKernel.watched();
    }

    @AfterAll
    static void end() {
        kernel.close();
    }

    @Test
    void aWrongShapeIsAHeadlineAHintAndTheLineOfTheCell() {
        assertThat(kernel.cell("int k = 1;\nW.mult(W)")).isEqualTo("""
          ShapeException: left.mult(right) with left (2, 3): right must be (3, m), got (2, 3)
          Hint: transposed?
              W.mult(W)""");
    }

    @Test
    void theLinesOfTheNotebookAreGivenFromTheInnermostOutwardsAndNoOthers() {
        kernel.cell("Matrix square(Matrix A) {\n  return A.mult(A);\n}");
        assertThat(kernel.cell("List.of(1).forEach(k ->\n  square(Matrix.ones(2, 3)))"))
                .isEqualTo("""
        ShapeException: left.mult(right) with left (2, 3): right must be (3, m), got (2, 3)
        Hint: transposed?
            in square: return A.mult(A);
            square(Matrix.ones(2, 3)))
            List.of(1).forEach(k ->""");
    }

    @Test
    void aDivergingTrainingSaysWhereAndWhatToTry() {
        assertThat(kernel.cell("""
      Network net = new Network(1, new CrossEntropy(), new Dense(64, 4, new Relu()), new Dense(4, 10));
      new Trainer(net, new GradientDescent(1e200)).train(Digits.load(), 3)""")).isEqualTo("""
      DivergedException: the cost J became NaN in epoch 1, batch 2; the first that is not finite is what \
      Dense[2] 4→10 gives
      Hint: try a smaller learning rate
          new Trainer(net, new GradientDescent(1e200)).train(Digits.load(), 3)""");
    }

    @Test
    void anExceptionOfAClassOfTheNotebookAndItsCauseHaveTheirPlainNames() {
        kernel.cell("class Mine extends RuntimeException { Mine(String m, Throwable by) { super(m, by); } }");
        assertThat(kernel.cell("throw new Mine(\"odd\", new IllegalStateException(\"even\"))"))
                .startsWith("Mine: odd\n")
                .contains("caused by IllegalStateException: even")
                .doesNotContain("REPL");
    }

    @Test
    void theLinesOfACauseAreThereToo() {
        kernel.cell("void deep() {\n  throw new IllegalStateException(\"deep\");\n}");
        assertThat(kernel.cell(
                        "try { deep(); } catch (Exception e) {\n  throw new IllegalArgumentException(\"top\", e);\n}"))
                .isEqualTo("""
            IllegalArgumentException: top
                throw new IllegalArgumentException("top", e);
                caused by IllegalStateException: deep
                in deep: throw new IllegalStateException("deep");
                try { deep(); } catch (Exception e) {""");
    }

    @Test
    void nestedAndUnnamedClassesAndConstructorsHaveTheNamesThatTheirAuthorGaveThem() {
        kernel.cell(
                "class Out {\n  static class In {\n    In() {\n      throw new IllegalStateException();\n    }\n  }\n}");
        assertThat(kernel.cell("new Out.In()"))
                .contains("    in Out.In: throw new")
                .doesNotContain("$")
                .doesNotContain("<");
        kernel.cell("Activation odd = new Activation() {\n  public double of(double z) { return 1 / 0; }\n"
                + "  public double derivative(double z) { return 1; }\n};");
        assertThat(kernel.cell("odd.of(1)")).contains("    in of: public");
    }

    @Test
    void aCastThatFailsNamesTheTwoClassesAlone() {
        kernel.cell("class Ca {}\nclass Cb {}\nObject anyCa = new Ca();");
        assertThat(kernel.cell("Cb cb = (Cb) anyCa;"))
                .startsWith("ClassCastException: class Ca cannot be cast to class Cb\n");
        assertThat(kernel.cell("String s = (String) anyCa;"))
                .startsWith("ClassCastException: class Ca cannot be cast to class String\n");
    }

    @Test
    void anObjectOfTheOlderClassIsRecognized() {
        kernel.cell("class R {}\nObject any = new R();");
        kernel.cell("class R { int x; }");
        assertThat(kernel.cell("R r = (R) any;")).isEqualTo("""
        ClassCastException: this R was made by an older class R
        Hint: R was declared anew: run the cell again that makes the object
            R r = (R) any;""");
    }

    @Test
    void aNullOfOnesOwnIsNotBlamedOnAClass() {
        assertThat(kernel.cell("String s = null;\ns.length()")).doesNotContain("Hint");
    }

    @Test
    void ofAFunctionThatIsDeclaredAnewTheNewLineIsShown() {
        kernel.cell("double anew(double z) {\n  return z;\n}");
        kernel.cell("double anew(double z) {\n  return W.mult(W).sum();\n}");
        assertThat(kernel.cell("anew(1)")).contains("in anew: return W.mult(W).sum();");
    }
}
