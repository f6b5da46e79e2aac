package io.github.spencerpark.ijava;

import io.github.spencerpark.ijava.CodeEvaluator.CompilationException;
import io.github.spencerpark.ijava.CodeEvaluator.EvaluationInterruptedException;
import io.github.spencerpark.ijava.CodeEvaluator.IncompleteSourceException;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.magic.CellMagicArgs;
import io.github.spencerpark.jupyter.kernel.magic.CellMagicParseContext;
import io.github.spencerpark.jupyter.kernel.magic.LineMagicArgs;
import io.github.spencerpark.jupyter.kernel.magic.MagicParser;
import io.github.spencerpark.jupyter.kernel.magic.common.Load;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import io.github.spencerpark.jupyter.kernel.util.GlobFinder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.EvalException;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import jdk.jshell.UnresolvedReferenceException;

/** Java cells: evaluation, magics, completion, inspection, errors. */
public final class JavaKernel extends BaseKernel {
    private static final String IMPORTS = Stream.concat(
                    Stream.of(
                            "java.util.*",
                            "java.io.*",
                            "java.math.*",
                            "java.net.*",
                            "java.util.concurrent.*",
                            "java.util.prefs.*",
                            "java.util.regex.*"),
                    Stream.of("static " + Cells.class.getName() + ".*"))
            .map(name -> "import " + name + ";")
            .collect(Collectors.joining("\n"));

    private static final Pattern QUOTE = Pattern.compile("(?<!\\\\)\"");

    private final CodeEvaluator evaluator = new CodeEvaluator();
    private final Magics magics = new Magics();
    private final MagicParser parser = new MagicParser("(?<=^|=)\\s*%", "%%");
    private boolean ready;

    /** A kernel with the magics {@code %classpath} and {@code %load}. */
    public JavaKernel() {
        magics.registerLineMagic("classpath", this::classpath);
        magics.registerMagics(new Load(List.of(".jsh", ".jshell", ".java", ".ijava"), this::eval));
    }

    /** {@return the magics, to which more may be added} */
    public Magics getMagics() {
        return magics;
    }

    /**
     * Lets cells use the classes of a jar or folder.
     *
     * @param path the jar or folder
     */
    public void addToClasspath(String path) {
        evaluator.getShell().addToClasspath(path);
    }

    @Override
    public LanguageInfo getLanguageInfo() {
        return new LanguageInfo.Builder("Java")
                .version(Runtime.version().toString())
                .mimetype("text/x-java-source")
                .fileExtension(".jshell")
                .pygments("java")
                .codemirror("java")
                .build();
    }

    @Override
    public String getBanner() {
        return "Java " + Runtime.version() + " :: IJava kernel 1.3.0";
    }

    @Override
    public DisplayData eval(String code) throws Exception {
        if (!ready) {
            ready = true;
            evaluator.eval(IMPORTS);
        }
        Object value = evaluator.eval(withoutMagics(code));
        return value == null
                ? null
                : value instanceof DisplayData data ? data : getRenderer().render(value);
    }

    @Override
    public void interrupt() {
        evaluator.interrupt();
    }

    @Override
    public void onShutdown(boolean isRestarting) {
        evaluator.getShell().close();
    }

    @Override
    public ReplacementOptions complete(String code, int at) {
        int[] start = new int[1];
        List<Suggestion> found = analysis().completionSuggestions(code, at, start);
        List<String> options = found.stream()
                .sorted(Comparator.comparing(Suggestion::matchesType).reversed())
                .map(Suggestion::continuation)
                .distinct()
                .toList();
        return options.isEmpty() ? null : new ReplacementOptions(options, start[0], at);
    }

    /** Of the name that the character right of the cursor belongs to, as IJava; of a method, if a parenthesis follows. */
    @Override
    public DisplayData inspect(String code, int at, boolean extraDetail) {
        int end = skip(code, Math.min(at + 1, code.length()), Character::isJavaIdentifierPart);
        int next = skip(code, end, Character::isWhitespace);
        boolean call = next < code.length() && code.charAt(next) == '(';
        String text = analysis().documentation(code, call ? next + 1 : end, true).stream()
                .map(doc -> doc.javadoc() == null ? doc.signature() : doc.signature() + "\n" + doc.javadoc())
                .collect(Collectors.joining("\n\n"));
        return text.isEmpty() ? null : new DisplayData(text);
    }

    @Override
    public String isComplete(String code) {
        CompletionInfo info = analysis().analyzeCompletion(code);
        while (info.completeness().isComplete() && !info.remaining().isEmpty()) {
            info = analysis().analyzeCompletion(info.remaining());
        }
        return switch (info.completeness()) {
            case COMPLETE, COMPLETE_WITH_SEMI, EMPTY -> IS_COMPLETE_YES;
            case CONSIDERED_INCOMPLETE, DEFINITELY_INCOMPLETE -> ""; // the indentation of the next line
            case UNKNOWN -> IS_COMPLETE_BAD;
        };
    }

    @Override
    public List<String> formatError(Exception e) {
        if (e instanceof CompilationException failed) {
            return report(failed.snippet().source(), messages(failed));
        }
        if (e instanceof UnresolvedReferenceException failed) {
            Stream<String> names = evaluator
                    .getShell()
                    .unresolvedDependencies(failed.getSnippet())
                    .map("   - "::concat);
            return report(failed.getSnippet().source(), Stream.concat(Stream.of("Unresolved dependencies:"), names));
        }
        if (e instanceof IncompleteSourceException) {
            return report(e.getMessage(), Stream.of("Incomplete input."));
        }
        if (e instanceof EvaluationInterruptedException) {
            return report(e.getMessage(), Stream.of("Evaluation interrupted."));
        }
        if (e instanceof EvalException thrown) {
            return super.formatError(e).stream()
                    .map(line -> line.replace(EvalException.class.getName(), thrown.getExceptionClassName()))
                    .toList();
        }
        return super.formatError(e);
    }

    /** Source, then what is wrong with it. */
    private List<String> report(String source, Stream<String> complaints) {
        List<String> lines = new ArrayList<>(errorStyler.primaryLines(source));
        complaints.forEach(complaint -> lines.addAll(errorStyler.secondaryLines(complaint)));
        return lines;
    }

    /** The compiler's messages, without the class that JShell wraps snippets in. */
    private Stream<String> messages(CompilationException failed) {
        return evaluator
                .getShell()
                .diagnostics(failed.snippet())
                .flatMap(diagnostic -> diagnostic.getMessage(null).lines())
                .filter(line -> !line.strip().startsWith("location:"));
    }

    private SourceCodeAnalysis analysis() {
        return evaluator.getShell().sourceCodeAnalysis();
    }

    private static int skip(String code, int from, IntPredicate what) {
        int at = from;
        while (at < code.length() && what.test(code.charAt(at))) {
            at++;
        }
        return at;
    }

    private List<String> classpath(List<String> globs) throws IOException {
        List<String> added = new ArrayList<>();
        for (String glob : globs) {
            for (Path path : new GlobFinder(glob).computeMatchingPaths()) {
                added.add(path.toAbsolutePath().toString());
            }
        }
        added.forEach(this::addToClasspath);
        return added;
    }

    /** The cell with its magics as calls of {@link Cells}; the empty block drops a line magic's value. */
    private String withoutMagics(String code) {
        CellMagicParseContext cell = parser.parseCellMagic(code);
        if (cell != null) {
            CellMagicArgs magic = cell.getMagicCall();
            return "cellMagic(" + call(magic) + "," + literal(magic.getBody()) + ");{};";
        }
        return parser.transformLineMagics(
                code,
                line -> isInText(line.getLinePrefix())
                        ? line.getRaw()
                        : "lineMagic(" + call(line.getMagicCall()) + ");{};");
    }

    private static boolean isInText(String before) {
        return QUOTE.matcher(before).results().count() % 2 == 1;
    }

    private static String call(LineMagicArgs magic) {
        String args = magic.getArgs().stream().map(JavaKernel::literal).collect(Collectors.joining(","));
        return literal(magic.getName()) + ",List.of(" + args + ")";
    }

    private static String literal(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\r", "")
                        .replace("\n", "\\n")
                + '"';
    }
}
