package backprop.grade.executor;

import backprop.grade.protocol.CompiledCell;
import backprop.grade.protocol.Excerpt;
import backprop.grade.protocol.MessageChannel;
import backprop.grade.protocol.SnippetCode;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.StandardJavaFileManager;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * Compiles the cells of notebooks, one notebook after the other, as a Java kernel does, and runs nothing. A program
 * for a sandbox: what it compiles may be made to harm a compiler.
 *
 * <p>Each message is text, and is answered by a {@link CompiledCell}: {@link #BEGIN} and what stands before the first cell
 * begin a new notebook; {@link #CELL} and a cell go on with it; {@link #PART}, a number, a new line and a cell go on
 * with so many snippets of it. An empty message tells that it is up.
 */
public final class CellCompiler {
    /** Begins a message: a new notebook. */
    public static final char BEGIN = 'B';
    /** Begins a message: the next cell. */
    public static final char CELL = 'C';
    /** Begins a message: the first snippets of the next cell. */
    public static final char PART = 'P';
    /** A message by which an archive of the loaded classes is trained. */
    public static final String TRAINING = BEGIN + "int twice(int x) { return 2 * x; }\ntwice(21)";

    private static final int LONGEST = 2000; // characters of what a compiler says

    private final String classPath;
    private RecordingControl recorder;
    private JShell shell;
    private StandardJavaFileManager files;

    private CellCompiler(String classPath) {
        this.classPath = classPath;
    }

    /**
     * Runs until the pipe ends.
     *
     * @param args none
     * @throws IOException if the pipe breaks
     */
    public static void main(String[] args) throws IOException {
        MessageChannel frames =
                new MessageChannel(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
        CellCompiler compiler = new CellCompiler(System.getProperty("java.class.path"));
        frames.write(new byte[0]); // it is up
        while (true) {
            String message = new String(frames.read(), StandardCharsets.UTF_8);
            frames.write(
                    compiler.answer(message.charAt(0), message.substring(1)).bytes());
        }
    }

    private CompiledCell answer(char kind, String source) {
        if (kind == BEGIN) {
            return begin(source);
        }
        if (kind == CELL) {
            return compiled(source, Integer.MAX_VALUE);
        }
        int line = source.indexOf('\n');
        return compiled(source.substring(line + 1), Integer.parseInt(source.substring(0, line)));
    }

    /** A new notebook, in a new shell: one that has seen another submission might not load again what it knows. */
    private CompiledCell begin(String source) {
        if (shell != null) {
            shell.close();
        }
        RecordingControl fresh = new RecordingControl();
        recorder = fresh;
        shell = JShell.builder()
                .executionEngine(new RecordingControlProvider(fresh), null)
                .fileManager(this::kept)
                .compilerOptions("--class-path", classPath)
                .build();
        return compiled(source, Integer.MAX_VALUE);
    }

    /**
     * The first of the file managers, for all shells: it knows by then what is in the jars, and learns nothing of a
     * shell's own classes.
     */
    private StandardJavaFileManager kept(StandardJavaFileManager another) {
        if (files == null) {
            files = another;
        }
        return files;
    }

    /** All snippets of a cell, up to the first that does not compile. */
    private CompiledCell compiled(String cell, int most) {
        List<SnippetCode> snippets = new ArrayList<>();
        TreeSet<String> undefined = new TreeSet<>();
        try {
            return compiled(cell, most, snippets, undefined);
        } catch (RuntimeException | Error failed) {
            SnippetCode unused = recorder.taken();
            return new CompiledCell(
                    snippets, CompilerLimits.sentence(failed), List.copyOf(undefined), CompiledCell.Shell.DOUBTFUL);
        }
    }

    private CompiledCell compiled(String cell, int most, List<SnippetCode> snippets, Set<String> undefined) {
        String rest = cell;
        while (snippets.size() < most) {
            CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            if (!next.completeness().isComplete()) {
                String error = next.completeness() == Completeness.EMPTY ? "" : incomplete(rest);
                return new CompiledCell(snippets, error, List.copyOf(undefined));
            }
            List<SnippetEvent> events = shell.eval(next.source());
            for (SnippetEvent event : events) {
                Optional<Diag> limit = CompilerLimits.limit(shell.diagnostics(event.snippet()));
                if (limit.isPresent()) {
                    recorder.taken();
                    String error = CompilerLimits.sentence(limit.get()) + "\n" + line(event.snippet(), limit.get());
                    return new CompiledCell(snippets, error, List.copyOf(undefined), CompiledCell.Shell.SPOILED);
                }
                if (event.status() == Snippet.Status.REJECTED) {
                    recorder.taken();
                    return new CompiledCell(snippets, rejected(event.snippet()), List.copyOf(undefined));
                }
                if (event.snippet() instanceof DeclarationSnippet declared) {
                    shell.unresolvedDependencies(declared)
                            .map(name -> Excerpt.of(name, LONGEST))
                            .forEach(undefined::add);
                }
            }
            snippets.add(recorder.taken());
            rest = next.remaining();
        }
        return new CompiledCell(snippets, "", List.copyOf(undefined));
    }

    private static String incomplete(String rest) {
        return "The cell ends before its code does: is a bracket, a quote or a comment not closed?\n"
                + Excerpt.of(rest.strip().lines().findFirst().orElse(""), LONGEST);
    }

    /** The first error, and the line at which it points. */
    private String rejected(Snippet snippet) {
        Diag first =
                shell.diagnostics(snippet).filter(Diag::isError).findFirst().orElse(null);
        if (first == null) {
            return "The compiler refuses it.";
        }
        String said = first.getMessage(Locale.ROOT)
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("location:"))
                .reduce((one, other) -> one + "\n" + other)
                .orElse("");
        return Excerpt.of(said, LONGEST) + "\n" + line(snippet, first);
    }

    /** The line of a snippet at which an error points. */
    private static String line(Snippet snippet, Diag error) {
        String source = snippet.source();
        int at = (int) Math.max(0, Math.min(error.getPosition(), source.length()));
        int from = source.lastIndexOf('\n', at - 1) + 1;
        int newline = source.indexOf('\n', at);
        return Excerpt.of(
                source.substring(from, newline < 0 ? source.length() : newline).strip(), LONGEST);
    }
}
