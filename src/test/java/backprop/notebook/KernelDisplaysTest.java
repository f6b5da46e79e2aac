package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.matrix.Matrix;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.util.List;
import jdk.jshell.JShell;
import org.junit.jupiter.api.Test;

/** Both kernels' own renderers are given the kit's, and asked to render. */
class KernelDisplaysTest {
  private static final Matrix M = Matrix.of(new double[][] {{1, 2}});

  @Test void iJavasRendererShowsAMatrixAsHtmlAndAsText() throws ReflectiveOperationException {
    IJavaTestKernel kernel = new IJavaTestKernel();
    Renderers.register(new IJavaKernel(kernel));
    DisplayData data = kernel.getRenderer().render(M);
    assertThat(data.getData(MIMEType.TEXT_HTML)).asString().contains("Matrix (1, 2)");
    assertThat(data.getData(MIMEType.TEXT_PLAIN)).asString().startsWith("Matrix (1, 2)");
  }

  @Test void theScriptOfTheFirstLineImportsEveryRoomOfTheLibrary() {
    List<String> rooms = List.of("activation", "data", "exercise", "init", "layer", "loss", "matrix", "network",
        "optimizer", "plot", "train");
    assertThat(Kit.imports()).containsAll(rooms.stream().map(room -> "import backprop." + room + ".*;").toList());
  }

  /** As much of an IJava kernel as is needed to render. */
  public static final class IJavaTestKernel extends BaseKernel {
    @SuppressWarnings("UnusedVariable") // the kit reads it
    private final Evaluator evaluator = new Evaluator();

    public Magics getMagics() { return new Magics(); }

    @Override public DisplayData eval(String expression) { return new DisplayData(expression); }

    @Override public LanguageInfo getLanguageInfo() { return new LanguageInfo.Builder("java").build(); }
  }

  public static final class Evaluator {
    public JShell getShell() { return null; }
  }
}
