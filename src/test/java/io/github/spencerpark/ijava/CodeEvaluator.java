package io.github.spencerpark.ijava;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** Evaluates cells in a JShell, snippet by snippet. */
public final class CodeEvaluator {
    private static final Set<SubKind> SHOWN =
            Set.of(SubKind.VAR_VALUE_SUBKIND, SubKind.OTHER_EXPRESSION_SUBKIND, SubKind.TEMP_VAR_EXPRESSION_SUBKIND);

    private final CellExecution execution = new CellExecution();
    private final InThisJvm executionControlProvider = new InThisJvm(execution);

    @SuppressWarnings("UnusedVariable")
    private final String executionControlID = executionControlProvider.name();

    private final JShell shell =
            JShell.builder().executionEngine(executionControlProvider, Map.of()).build();

    /** {@return the shell that holds what cells declare} */
    public JShell getShell() {
        return shell;
    }

    /** The value of a cell's last snippet, or null if it has none; an exception ends the cell. */
    Object eval(String code) throws Exception {
        Object last = null;
        SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
        CompletionInfo next = analysis.analyzeCompletion(code);
        while (next.completeness().isComplete()) {
            last = evalSnippet(next.source());
            next = analysis.analyzeCompletion(next.remaining());
        }
        if (next.completeness() != Completeness.EMPTY) {
            throw new IncompleteSourceException(next.remaining().strip());
        }
        return last;
    }

    void interrupt() {
        execution.interrupt();
    }

    private Object evalSnippet(String code) throws Exception {
        List<SnippetEvent> events = shell.eval(code);
        Object result = null;
        for (SnippetEvent event : events) {
            if (event.value() != null) {
                Object value = execution.take(event.value());
                result = SHOWN.contains(event.snippet().subKind()) ? value : null;
            }
        }
        for (SnippetEvent event : events) {
            if (event.causeSnippet() == null) {
                check(event, code.strip());
            }
        }
        return result;
    }

    private static void check(SnippetEvent event, String code) throws Exception {
        JShellException thrown = event.exception();
        if (thrown instanceof EvalException e && e.getExceptionClassName().equals(CellExecution.INTERRUPTED)) {
            throw new EvaluationInterruptedException(code);
        }
        if (thrown != null) {
            throw thrown;
        }
        if (!event.status().isDefined()) {
            throw new CompilationException(event.snippet());
        }
    }

    /** A snippet that does not compile. */
    static final class CompilationException extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Snippet snippet;

        CompilationException(Snippet snippet) {
            this.snippet = snippet;
        }

        Snippet snippet() {
            return snippet;
        }
    }

    /** A cell that ends in the midst of a snippet. */
    static final class IncompleteSourceException extends Exception {
        private static final long serialVersionUID = 1;

        IncompleteSourceException(String source) {
            super(source);
        }
    }

    /** A cell that the user interrupted. */
    static final class EvaluationInterruptedException extends Exception {
        private static final long serialVersionUID = 1;

        EvaluationInterruptedException(String source) {
            super(source);
        }
    }

    /** Hands a shell its execution. */
    private record InThisJvm(CellExecution execution) implements ExecutionControlProvider {
        @Override
        public String name() {
            return "in this JVM";
        }

        /** As IJava's, which has one for each id. */
        @SuppressWarnings("UnusedMethod")
        ExecutionControl getRegisteredControlByID(String id) {
            return id.equals(name()) ? execution : null;
        }

        @Override
        public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
            return execution;
        }
    }
}
