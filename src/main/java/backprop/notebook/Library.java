package backprop.notebook;

import backprop.train.Trainer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Brings the library into a notebook's kernel. */
public final class Library {
    private static boolean installed;

    private Library() {}

    /**
     * Brings renderers, live curves, magics and better errors into the kernel that runs this. A JJava kernel has done so
     * by itself already; on IJava the notebook's first line does it. A second time it does nothing. Outside of a
     * notebook, a training tells on one line of the terminal how far it has come.
     */
    public static synchronized void install() {
        if (installed) {
            return;
        }
        IJava.kernel().ifPresentOrElse(Library::install, Library::installInTerminal);
    }

    private static void installInTerminal() {
        Trainer.setDefaultListener(() -> ProgressLine.onTerminal());
    }

    /** Brings it all into a kernel, once. */
    static synchronized void install(Kernel kernel) {
        if (installed) {
            return;
        }
        installed = true;
        Renderers.register(kernel);
        LineMagics.register(kernel);
        Trainer.setDefaultListener(() -> new LiveCurves(kernel));
        CellWatch.over(kernel);
        ParentWatch.start();
    }

    /** The import lines of {@code imports.jshell}, which the notebooks' first line loads. */
    static List<String> imports() {
        try (InputStream script = Library.class.getResourceAsStream("imports.jshell")) {
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> line.startsWith("import ")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the library's own jar cannot be read", e);
        }
    }
}
