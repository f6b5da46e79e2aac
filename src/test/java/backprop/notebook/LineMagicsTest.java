package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.matrix.Blas;
import java.util.regex.Pattern;
import jdk.jshell.VarSnippet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LineMagicsTest {
    private final JShellKernel kernel = new JShellKernel();

    LineMagicsTest() {
        LineMagics.register(kernel);
        Library.imports().forEach(kernel::cell);
    }

    @AfterEach
    void end() {
        kernel.close();
    }

    @Test
    void varsListsNameTypeAndShapeOrValue() {
        kernel.cell(
                "Matrix W = Matrix.ones(2, 3);\nint k = 3;\nString s = \"<b>\";\nObject o = new Object();\nW.norm()");
        kernel.cell("Network net = new Network(1, new CrossEntropy(), new Dense(4, 2));\nMatrix none;");
        Rendering sheet = shown("vars");
        assertThat(sheet.text()).isEqualTo("""
        6 variables
        name  type     shape or value
        W     Matrix   (2, 3)
        k     int      3
        s     String   "<b>"
        o     Object
        net   Network  Network 4 → 2, CrossEntropy, 10 parameters
        none  Matrix   null""");
        assertThat(sheet.html())
                .contains("<caption")
                .contains("<th scope=\"col\"")
                .contains("&lt;b&gt;")
                .doesNotContain("<b>");
    }

    @Test
    void varsShowsAllLayersOfANetworkAndTheBeginningOfWhatIsLong() {
        kernel.cell("""
        Network net = new Network(1, new CrossEntropy(), new Dense(64, 32, new Relu()), new BatchNorm(32),
            new Dropout(0.2), new Dense(32, 10));
        Dataset data = Digits.load();
        Trainer trainer = new Trainer(net, new Adam(0.001));
        Optimizer adam = new Adam(0.001);
        History none = null;""");
        assertThat(shown("vars").text().lines().skip(2))
                .containsExactly(
                        "net      Network    Network 64 → 32 Relu → BatchNorm 32 → Dropout 0.2 → 10, CrossEntropy, 2,474 parameters",
                        "data     Dataset    X (64, 1797), Y (10, 1797), classes 0 1 2 3 4 5 6 7 8 9",
                        "trainer  Trainer    Trainer of a network with 2,474 parameters by Adam[alpha=0.0…",
                        "adam     Optimizer  Adam[alpha=0.001, beta1=0.9, beta2=0.999, epsilon=1.0E-8]",
                        "none     History    null");
    }

    @Test
    void allCodeOfTheHelpRuns() {
        String sheet = shown("help").text();
        for (Help row : Help.PACKAGES) {
            for (String code : row.use()) {
                assertThat(sheet).contains(code);
                kernel.cell("Object done = null;");
                kernel.cell(code + ";\ndone = 1;");
                assertThat(kernel.shell().varValue(variable("done"))).as(code).isEqualTo("1");
            }
        }
    }

    @Test
    void theHelpNamesEveryMagicAndEachPackageOfTheImports() {
        String sheet = shown("help").text();
        kernel.magics.keySet().stream()
                .filter(magic -> !magic.equals("help"))
                .forEach(magic -> assertThat(sheet).contains("%" + magic));
        assertThat(Library.imports().stream()
                        .map(line -> line.replaceFirst("import backprop\\.(\\w+)\\.\\*;", "$1"))
                        .filter(room -> room.matches("\\w+") && !room.matches("lecture|notebook")))
                .isNotEmpty()
                .allSatisfy(room -> assertThat(sheet).containsPattern("(?m)^" + room + " "));
    }

    @Test
    void whoeverNamesAMagicThatIsNotThereIsToldThoseThatAre() {
        assertThat(Help.magics())
                .isEqualTo(
                        "the library's magics are %help (keys, magics, and what the library has), "
                                + "%vars (your variables, with the shapes of matrices) and %kit (versions, threads and memory)");
        kernel.magics.keySet().forEach(magic -> assertThat(Help.magics()).contains("%" + magic + " ("));
    }

    private VarSnippet variable(String name) {
        return kernel.shell()
                .variables()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void varsOfAnEmptyNotebookSaysSo() {
        assertThat(shown("vars").text()).startsWith("no variables yet");
    }

    @Test
    void kitTellsWhatItRunsOn() {
        assertThat(shown("kit").text())
                .containsPattern("Java +" + Pattern.quote(Runtime.version().toString()))
                .contains("test kernel")
                .contains(Blas.describe())
                .containsPattern("threads +\\d+ on \\d+ processor")
                .containsPattern("memory +\\d+ MB in use, at most \\d+ MB");
    }

    private Rendering shown(String magic) {
        kernel.magics.get(magic).run();
        return kernel.shown.get(0);
    }
}
