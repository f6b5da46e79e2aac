package backprop.exercise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Runs an assignment's cells as the kernel does, in this process, so that a score comes as an object. */
public final class ExerciseShell implements AutoCloseable {
    private static Object handed;

    private final JShell shell = JShell.builder().executionEngine("local").build();

    ExerciseShell() {
        shell.addToClasspath(System.getProperty("java.class.path"));
        run(imports());
        run("Object display(Object value) { return value; }");
    }

    private static String imports() {
        try (var lines = Files.lines(Path.of("notebooks/imports.jshell"))) {
            return String.join(
                    "\n", lines.filter(line -> line.startsWith("import ")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Called from a snippet.
     *
     * @param value what it hands to the test
     */
    public static void hand(Object value) {
        handed = value;
    }

    /** The score of a check cell. */
    Score score(String check) {
        return (Score) value(check);
    }

    /** The function that a cast lambda stands for. */
    Object function(String lambda) {
        return value(lambda);
    }

    private Object value(String expression) {
        handed = null;
        run("backprop.exercise.ExerciseShell.hand(" + expression + ");");
        return handed;
    }

    /** Runs all snippets of a cell; what does not compile, or throws, is an error here. */
    void run(String cell) {
        String rest = cell;
        while (!rest.isBlank()) {
            CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            if (!next.completeness().isComplete()) {
                throw new AssertionError("incomplete: " + rest);
            }
            List<SnippetEvent> events = shell.eval(next.source());
            for (SnippetEvent event : events) {
                if (event.status() == Snippet.Status.REJECTED) {
                    throw new AssertionError(next.source() + "\n"
                            + shell.diagnostics(event.snippet())
                                    .map(diag -> diag.getMessage(java.util.Locale.ROOT))
                                    .toList());
                }
                if (event.exception() != null) {
                    throw new AssertionError(next.source(), event.exception());
                }
            }
            rest = next.remaining();
        }
    }

    @Override
    public void close() {
        shell.close();
    }
}
