package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A compiler that has lost what each cell needs, as after a stop while it worked: only a restart helps, and each cell
 * that fails says so.
 */
class BrokenCompilerTest {
    private static final String RESTART = "The compiler was stopped while it worked, and cannot go on.\n"
            + "Hint: restart the kernel, and run the cells again from the first one";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"import static lost.Lost.*;", "import lost.Lost;", "import lost.*;"})
    void aLostClassOrPackageOfAnImportSaysToRestart(String imported) throws IOException {
        compile("Lost");
        try (JShellKernel kernel = withFolder()) {
            assertThat(kernel.cell(imported + "\nint two = 2 * lost.Lost.one;")).isEmpty();
            Files.delete(folder.resolve("lost/Lost.class"));
            forget(kernel);
            assertThat(kernel.cell("int three = 3;")).startsWith(RESTART);
            assertThat(kernel.cell("three + two")).startsWith(RESTART);
        }
    }

    @Test
    void aLostClassAmongOthersSaysToRestart() throws IOException {
        compile("Lost");
        compile("Kept");
        try (JShellKernel kernel = withFolder()) {
            assertThat(kernel.cell("import static lost.Lost.*;\nint two = 2 * one;"))
                    .isEmpty();
            Files.delete(folder.resolve("lost/Lost.class"));
            forget(kernel);
            assertThat(kernel.cell("int three = 3;")).startsWith(RESTART);
        }
    }

    @Test
    void aPackageThatNeverWasIsNotTakenForALostOne() {
        try (JShellKernel kernel = withFolder()) {
            assertThat(kernel.cell("import no.such.Thing;")).doesNotContain("restart");
            assertThat(kernel.cell("java.utl.List<String> names = null;"))
                    .isNotEmpty()
                    .doesNotContain("restart");
            assertThat(kernel.cell("missing")).isNotEmpty().doesNotContain("restart");
        }
    }

    private JShellKernel withFolder() {
        JShellKernel kernel = new JShellKernel();
        kernel.shell().addToClasspath(folder.toString());
        CellWatch.over(kernel);
        return kernel;
    }

    private void compile(String name) {
        try {
            Path source = Files.writeString(
                    folder.resolve(name + ".java"),
                    "package lost; public class " + name + " { public static int one = 1; }");
            ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), source.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A longer class path makes the compiler read all of it again. */
    private void forget(JShellKernel kernel) {
        kernel.shell().addToClasspath(folder.resolve("more").toString());
    }
}
