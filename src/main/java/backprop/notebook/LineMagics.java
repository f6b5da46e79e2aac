package backprop.notebook;

import backprop.matrix.Blas;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.VarSnippet;

/** The library's magics: {@code %help}, {@code %vars} and {@code %kit}. */
final class LineMagics {
    private static final double MEGABYTE = 1 << 20;

    private final Kernel kernel;

    private LineMagics(Kernel kernel) {
        this.kernel = kernel;
    }

    /** Adds them to a kernel. */
    static void register(Kernel kernel) {
        LineMagics magics = new LineMagics(kernel);
        kernel.magic("vars", () -> kernel.show(magics.vars().rendering()));
        kernel.magic("help", () -> kernel.show(Help.sheet().rendering()));
        kernel.magic("kit", () -> kernel.show(magics.kit().rendering()));
    }

    /** The notebook's variables: name, type, and the shape of a matrix or the beginning of another value. */
    private TextTable vars() {
        JShell shell = kernel.shell();
        List<List<String>> rows = shell.variables()
                .filter(variable -> !variable.name().startsWith("$"))
                .map(variable -> List.of(variable.name(), variable.typeName(), brief(shell, variable)))
                .toList();
        return new TextTable(
                rows.isEmpty() ? "no variables yet" : rows.size() == 1 ? "1 variable" : rows.size() + " variables",
                List.of("name", "type", "shape or value"),
                rows);
    }

    private static String brief(JShell shell, VarSnippet variable) {
        if (shell.status(variable) != Status.VALID) {
            return unusable(shell, variable);
        }
        String value = VariableText.text(shell, variable);
        if (value.equals("[null]") && shell.types().anyMatch(type -> type.name().equals(variable.typeName()))) {
            return "(its toString() fails)"; // what JShell makes of an exception without a message
        }
        return OneLineText.of(value);
    }

    /** Why a variable cannot be used. */
    private static String unusable(JShell shell, VarSnippet variable) {
        String missing = shell.unresolvedDependencies(variable)
                .map(Note::withoutPackages)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            return "(cannot be used: " + missing + " not defined)";
        }
        String message = RejectedCode.message(shell, variable);
        boolean older = Rerun.isVar(variable.source()) || message.isEmpty();
        return older ? "(lost: run its line again)" : "(cannot be used: " + message + ")";
    }

    /** Versions, BLAS, threads and memory. */
    private TextTable kit() {
        Runtime runtime = Runtime.getRuntime();
        String version =
                Objects.requireNonNullElse(LineMagics.class.getPackage().getImplementationVersion(), "unpacked");
        String used = String.format(
                Locale.ROOT,
                "%.0f MB in use, at most %.0f MB",
                (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE,
                runtime.maxMemory() / MEGABYTE);
        return new TextTable(
                "the library and what it runs on",
                List.of("what", "here"),
                List.of(
                        List.of("Backprop", version),
                        List.of("Java", Runtime.version() + ", " + System.getProperty("java.vm.name")),
                        List.of("kernel", kernel.name()),
                        List.of("BLAS", Blas.describe()),
                        List.of("threads", threads(runtime.availableProcessors())),
                        List.of("memory", used)));
    }

    /** OpenBLAS takes a thread a processor, unless it is told another number. */
    private static String threads(int processors) {
        String told = System.getenv("OPENBLAS_NUM_THREADS");
        String on = " on " + processors + (processors == 1 ? " processor" : " processors");
        if (!Blas.describe().startsWith("OpenBLAS")) {
            return "1" + on;
        }
        return told == null ? processors + on : told + on + ", by OPENBLAS_NUM_THREADS";
    }
}
