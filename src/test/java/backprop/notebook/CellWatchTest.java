package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said beside a cell that did not fail, and in those that fail because of it. */
class CellWatchTest {
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
        kernel.close();
    }

    @Test
    void aMethodThatNamesSomethingUndefinedIsSaidToWhenItsCellRunsAndWhenItIsCalled() {
        assertThat(kernel.cell("double area(double r) { return Mth.PI * r * r; }"))
                .isEmpty();
        assertThat(kernel.notes())
                .containsExactly(
                        "Mind: area(…) was accepted, but cannot be used yet: variable Mth is not defined.\nHint: did you mean Math?");
        assertThat(kernel.cell("area(1)"))
                .isEqualTo(
                        "area(…) cannot be used yet: variable Mth is not defined.\nHint: did you mean Math?\n    area(1)");
        assertThat(kernel.notes()).isEmpty();
    }

    @Test
    void theSameOfAClass() {
        kernel.cell("""
        class Twice implements Activation {
          public double of(double z) { return two * z; }
          public double derivative(double z) { return 2; }
        }""");
        assertThat(kernel.notes()).containsExactly("""
        Mind: Twice was accepted, but cannot be used yet: variable two is not defined.
        Hint: run the cell above that declares what is missing, or declare it here or in a later cell""");
    }

    @Test
    void aVariableOfAFailedCellSaysSo() {
        kernel.cell("Matrix failed = W.mult(W);");
        assertThat(kernel.cell("failed.rows()")).isEqualTo("""
        NullPointerException: Cannot invoke "Matrix.rows()" because "failed" is null
        Hint: the cell that gives failed its value failed: mend it and run it again
            failed.rows()""");
        kernel.cell("Matrix wrong = Matrix.onse(1, 1);");
        assertThat(kernel.cell("wrong.rows()"))
                .startsWith(
                        "wrong is not defined.\nHint: the cell that gives wrong its value failed: mend it and run it again\n");
        assertThat(kernel.cell("failed = W;\nfailed.rows()")).isEmpty();
    }

    @Test
    void whatIsDeclaredButNamesWhatIsMissingIsNotCalledUndefinedItself() {
        kernel.cell("class Waits extends Missing {}\nclass Wait2 {}");
        assertThat(kernel.cell("new Waits()")).isEqualTo("""
        Waits cannot be used yet: class Missing is not defined.
        Hint: run the cell above that declares what is missing, or declare it here or in a later cell
            new Waits()
                ^^^^^""");
    }

    @Test
    void whatADeclarationAnewNoLongerFitsIsSaidOnce() {
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

    @Test
    void aVariableWhoseInitializerNoLongerFitsSaysWhy() {
        kernel.cell("record Rc(int a) {}\nRc rc = new Rc(1);");
        kernel.cell("record Rc(int a, int b) {}");
        assertThat(kernel.cell("rc.a()")).isEqualTo("""
        rc cannot be used any more: constructor Rc in record Rc cannot be applied to given types;
        Hint: what it names was declared anew: make it fit
            rc.a()
            ^^""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int ev(int n) { return n == 0 ? 1 : od(n - 1); }\nint od(int n) { return n == 0 ? 0 : ev(n - 1); }",
                "int later() { return new Later(3).x; }\nclass Later { int x; Later(int x) { this.x = x; } }",
                "<A> List<A> twiceOf(A a) { return List.of(a, a); }\nList<Integer> li = twiceOf(3);",
                "record Range(double lo, double hi) { public Range { if (lo > hi) { throw new IllegalArgumentException(); } } }",
                "interface Leaf { static Leaf one() { return new Green(); } }\nrecord Green() implements Leaf {}\nLeaf leaf = Leaf.one();",
                "class Egg { Hen hen; }\nclass Hen { Egg egg; }\nEgg egg = new Egg();"
            })
    void correctCodeIsLeftInPeaceAlsoWhenItIsRunAgain(String code) {
        assertThat(kernel.cell(code)).isEmpty();
        assertThat(kernel.notes()).isEmpty();
        assertThat(kernel.cell(code)).isEmpty();
        assertThat(kernel.notes()).isEmpty();
    }

    @Test
    void nothingIsSaidWhenTheNameFollowsInTheSameCell() {
        assertThat(kernel.cell("int twice() { return 2 * three; }\nint three = 3;\nint six = twice();"))
                .isEmpty();
        assertThat(kernel.notes()).isEmpty();
    }

    @Test
    void nothingIsSaidAgainOnceTheNameIsDefined() {
        kernel.cell("int thrice() { return 2 * later; }");
        kernel.notes();
        kernel.cell("int later = 4;");
        assertThat(kernel.cell("int twelve = thrice();")).isEmpty();
        assertThat(kernel.notes()).isEmpty();
    }

    @Test
    void nothingIsSaidWhenTheCellItselfGivesTheVariableItsValueAgain() {
        kernel.cell("class O { int x = 3; }\nP o = new O();");
        kernel.cell("class O { int x = 4; }\nP o = new O();");
        assertThat(kernel.notes()).isEmpty();
    }

    @Test
    void whatTheKitDoesOnItsOwnAccountIsNotWatched() {
        kernel.shell().eval("undefined");
        kernel.shell().eval("void f() { undefined(); }");
        assertThat(kernel.cell("int one = 1;")).isEmpty();
        assertThat(kernel.notes()).isEmpty();
    }

    @Test
    void aNoteInThePageIsEscaped() {
        kernel.cell("class G<T> {}\nvoid ff() { gg(new G<String>()); }");
        assertThat(kernel.shown.get(0).html())
                .contains("Mind:")
                .contains("G&lt;String&gt;")
                .doesNotContain("G<String>");
    }
}
