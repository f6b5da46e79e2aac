package backprop.notebook;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.VarSnippet;

/** The text of a variable's value. It comes from the toString() of a learner's class, which may fail or not end. */
final class Values {
  private static final long SECONDS = 2;
  private static final String FAILS = "(its toString() fails)";

  private Values() {}

  /** The text, or a remark in parentheses why there is none. */
  static String text(JShell shell, VarSnippet variable) {
    if (shell.status(variable) != Status.VALID) { return "(cannot be used)"; }
    FutureTask<String> text = new FutureTask<>(() -> shell.varValue(variable));
    Thread thread = new Thread(text, "value of " + variable.name());
    thread.setDaemon(true);
    thread.start();
    try {
      return Objects.toString(text.get(SECONDS, TimeUnit.SECONDS), "null");
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
