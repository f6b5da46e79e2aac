package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.matrix.Blas;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MagicsTest {
  private final JShellKernel kernel = new JShellKernel();

  MagicsTest() {
    Magics.register(kernel);
    Kit.imports().forEach(kernel::cell);
  }

  @AfterEach void end() { kernel.close(); }

  @Test void varsListsNameTypeAndShapeOrValue() {
    kernel.cell("Matrix W = Matrix.ones(2, 3);\nint k = 3;\nString s = \"<b>\";\nObject o = new Object();\nW.norm()");
    kernel.cell("Network net = new Network(1, new CrossEntropy(), new Dense(4, 2));\nMatrix none;");
    Rendering sheet = shown("vars");
    assertThat(sheet.text()).isEqualTo("""
        6 variables
        name  type     shape or value
        W     Matrix   (2, 3)
        k     int      3
        s     String   "<b>"
        o     Object
        net   Network  Dense[1] 4→2
        none  Matrix   null""");
    assertThat(sheet.html()).contains("<caption").contains("<th scope=\"col\"").contains("&lt;b&gt;")
        .doesNotContain("<b>");
  }

  @Test void varsOfAnEmptyNotebookSaysSo() { assertThat(shown("vars").text()).startsWith("no variables yet"); }

  @Test void kitTellsWhatItRunsOn() {
    assertThat(shown("kit").text()).containsPattern("Java +" + Pattern.quote(Runtime.version().toString()))
        .contains("test kernel").contains(Blas.describe()).containsPattern("threads +\\d+ on \\d+ processor")
        .containsPattern("memory +\\d+ MB in use, at most \\d+ MB");
  }

  private Rendering shown(String magic) {
    kernel.magics.get(magic).run();
    return kernel.shown.get(0);
  }
}
