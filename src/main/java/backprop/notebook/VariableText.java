package backprop.notebook;

import backprop.exercise.TimeLimit;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.VarSnippet;

/** The text of a variable's value. It comes from the toString() of a learner's class, which may fail or not end. */
final class VariableText {
    private static final TimeLimit LIMIT = new TimeLimit(2_000_000_000L, 6_000_000_000L);
    private static final String FAILS = "(its toString() fails)";

    private VariableText() {}

    /** The text, or a remark in parentheses why there is none. */
    static String text(JShell shell, VarSnippet variable) {
        if (shell.status(variable) != Status.VALID) {
            return "(cannot be used)";
        }
        FutureTask<String> text = new FutureTask<>(() -> shell.varValue(variable));
        Thread thread = new Thread(text, "value of " + variable.name());
        thread.setDaemon(true);
        thread.start();
        try {
            return Objects.toString(LIMIT.await(text, () -> TimeLimit.computedBy(thread)), "null");
        } catch (TimeoutException endless) {
            thread.interrupt();
            return "(its toString() does not end)";
        } catch (ExecutionException failing) {
            return FAILS;
        } catch (InterruptedException interrupted) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return "(interrupted)";
        }
    }
}
