package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of variables whose values JShell sets to null or 0 because something else was declared anew. */
class LostValuesTest {
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

    /** The last of some cells, which stand apart by {@code #}, their lines by {@code ~}, loses values. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "double sa() { return 1; }#var ra = 0.1 * sa();#double sa() { return 2; }|sa(…) was declared anew|ra (now 0.0)|var ra = 0.1 * sa();",
                "Matrix sb(Matrix Z) { return Z; }#// A~var Ab = sb(W);#Matrix sb(Matrix Z) { return Z.copy(); }|sb(…) was declared anew|Ab|var Ab = sb(W);",
                "String tc = \"first\";#var uc = tc.substring(2);#String tc = \"other\";|tc was declared anew|uc|var uc = tc.substring(2);",
                "int xd = 3;#var yd = xd;#double xd = 4;|xd was declared anew|yd|var yd = xd;",
                "class Pe { int x = 3; }#Pe pe = new Pe();#class Pe { int x = 4; }|Pe was declared anew|pe|Pe pe = new Pe();",
                "enum Ef { A }#Ef ef = Ef.A;#enum Ef { A, B }|Ef was declared anew|ef|Ef ef = Ef.A;",
                "record Rg(int a) {}#List<Rg> lg = List.of(new Rg(1));#record Rg(int a) { int b() { return a; } }|Rg was declared anew|lg|List<Rg> lg = List.of(new Rg(1));",
                "interface Ih { }#Ih ih = new Ih() { };#interface Ih { default int a() { return 1; } }|Ih was declared anew|ih|Ih ih = new Ih() { };",
                "int ki() { return 1; }#var fi = (Supplier<Integer>) () -> ki();#int ki() { return 2; }|ki(…) was declared anew|fi|var fi = (Supplier<Integer>) () -> ki();",
                "int kj() { return 1; }#class Pj { int x = kj(); }~Pj pj = new Pj();#int kj() { return 2; }|kj(…) was declared anew|pj|Pj pj = new Pj();",
                "class Kk { static boolean on = true; }#var bk = Kk.on;#class Kk { static boolean on; }|Kk was declared anew|bk (now false)|var bk = Kk.on;",
                "class Nl { }#Nl nl;#nl = new Nl();#class Nl { int x; }|Nl was declared anew|nl|nl = new Nl();",
                "int sm() { return 1; }#var rm = sm();#rm = 5;#int sm() { return 2; }|sm(…) was declared anew|rm (now 0)|rm = 5;",
                "int sn() { return 1; }#final var rn =~    sn();#int sn() { return 2; }|sn(…) was declared anew|rn (now 0)|final var rn = …"
            })
    void itIsSaidWhatWasLostAndWhichLineGivesItAgain(String cells, String cause, String names, String line) {
        run(cells);
        assertThat(kernel.notes())
                .containsExactly("Mind: " + cause + ", so what was made before is lost: " + names + ".\nHint: run \""
                        + line + "\" again");
        String name = names.replaceFirst(" .*", "");
        String hint = "Hint: " + cause + ": run \"" + line + "\" again";
        if (!names.contains("now")) {
            assertThat(kernel.cell(name + ".hashCode()")).contains(hint);
        }
        if (!line.endsWith("…")) {
            assertThat(kernel.cell(line)).isEmpty();
            assertThat(kernel.cell(name + " == " + name)).isEmpty();
        }
    }

    @Test
    void ofSeveralTheLinesStandInTheOrderInWhichTheyAreToRun() {
        run(
                "double sp() { return 1; }#var ap = sp();\nvar bp = 2 * ap;#double fp(double x) { return bp * x; }#var cp = fp(2);"
                        + "#double sp() { return 2; }");
        assertThat(kernel.shown)
                .singleElement()
                .satisfies(note -> assertThat(note.html()).contains("var bp = 2 * ap;\n"));
        assertThat(kernel.notes()).containsExactly("""
        Mind: sp(…) was declared anew, so what was made before is lost: ap (now 0.0), bp (now 0.0), cp (now 0.0).
        Hint: run again, in this order:
            var ap = sp();
            var bp = 2 * ap;
            var cp = fp(2);""");
    }

    @Test
    void whatAnImportGivesAnotherMeaningIsSaidAndMendedByAnother() {
        run("Date tq = new Date();#import java.sql.Date;");
        assertThat(kernel.notes()).hasSize(1).first().asString().contains("tq cannot be used any more");
        run("import java.util.Date;");
        assertThat(kernel.notes())
                .containsExactly("Mind: after import java.util.Date a name means another class, "
                        + "so what was made before is lost: tq.\nHint: run \"Date tq = new Date();\" again");
        run("tq.getTime()#import java.util.Date;");
    }

    @Test
    void aFailureOfWhatIsDeclaredAnewHidesNoLoss() {
        run("String tr = \"first\";#var ur = tr.substring(2);");
        assertThat(kernel.cell("String tr = \"a\".substring(7);")).startsWith("StringIndexOutOfBoundsException");
        assertThat(kernel.notes())
                .hasSize(1)
                .first()
                .asString()
                .contains("tr was declared anew")
                .contains("lost: ur.");
        assertThat(kernel.cell("ur.length()")).contains("run \"var ur = tr.substring(2);\" again");
    }

    @Test
    void aNullThatALibraryMeetsIsTracedToTheVariable() {
        run("Matrix ss(Matrix Z) { return Z; }#var As = ss(W);#Matrix ss(Matrix Z) { return Z.copy(); }");
        assertThat(kernel.cell("W.plus(As)")).contains("Hint: ss(…) was declared anew: run \"var As = ss(W);\" again");
        assertThat(kernel.cell("String text = null;\ntext.length()")).doesNotContain("Hint");
    }

    @Test
    void aZeroThatALibraryMeetsIsTracedToTheVariable() {
        run("int st() { return 1; }#var nt = st();#int st() { return 2; }");
        assertThat(kernel.cell("10 / nt")).contains("Hint: st(…) was declared anew: run \"var nt = st();\" again");
        assertThat(kernel.cell("nt = 3;\nW.mult(Matrix.ones(nt - 1, 2))"))
                .startsWith("ShapeException")
                .doesNotContain("anew");
    }

    @Test
    void aVariableOfAnOlderTypeSaysSoWhereItIsUsed() {
        run("class Eu { }#Eu eu = new Eu();\nvar fu = eu;#class Eu { int x; }");
        assertThat(kernel.cell("fu.hashCode()")).isEqualTo("""
        fu has lost its value.
        Hint: Eu was declared anew: run "var fu = eu;" again
            fu.hashCode()
            ^^""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int va() { return 1; }\nvar wa = va();\nvar xa = wa + 1;",
                "String vb = \"a\";\nvar wb = vb;",
                "class Vc { int x; }\nVc vc = new Vc();\nvar wc = vc.x;",
                "import java.util.*;\nvar wd = new ArrayList<Integer>();",
                "record Ve(int a) {}\nvar we = new Ve(1);\nMap<String, Ve> me = Map.of(\"a\", we);\nwe.a()"
            })
    void aCellThatIsRunAgainAsItIsLosesNothing(String cell) {
        for (int k = 0; k < 3; k++) {
            assertThat(kernel.cell(cell)).isEmpty();
            assertThat(kernel.notes()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int ya() { return 1; }#int za = ya();#int ya() { return 2; }",
                "int yb() { return 1; }#0.1 * yb()#int yb() { return 2; }",
                "class Yc { }#Yc zc;#class Yc { int x; }",
                "int yd() { return 1; }\nvar zd = yd();#int yd() { return 2; }\nvar zd = yd();",
                "String ye = \"a\";\nvar ze = ye;#ye = \"b\";",
                "int yf = 1;#int zf = yf;#double yf = 2;",
                "class Yg { }#Object zg = new Yg();#class Yg { int x; }"
            })
    void whatKeepsItsValueOrIsGivenItInTheSameCellIsNotSaidToBeLost(String cells) {
        run(cells);
        assertThat(kernel.notes()).isEmpty();
    }

    @Test
    void whatTheSameCellGivesAgainIsNotBlamedForWhatAnotherDeclarationTook() {
        run("int aw() { return 1; }\nint bw() { return 1; }\nvar cw = aw();\nvar dw = bw();");
        run("int aw() { return 2; }\nint bw() { return 2; }\nvar cw = aw();");
        assertThat(kernel.notes()).hasSize(1).first().asString().startsWith("Mind: bw(…) was declared anew, ");
    }

    private static void run(String cells) {
        List<String> each = Arrays.asList(cells.replace('~', '\n').split("#"));
        each.forEach(cell -> assertThat(kernel.cell(cell)).as(cell).isEmpty());
    }
}
