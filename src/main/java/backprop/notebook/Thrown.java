package backprop.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;

/** What a cell threw, as a headline, a hint, and the notebook's own lines on the way to it. */
final class Thrown {
  private static final Pattern NULL_VARIABLE =
      Pattern.compile("because \"REPL\\.\\$JShell\\$\\w+\\.(\\w+)\" is null", Pattern.DOTALL);
  private static final Pattern OLDER_CLASS = Pattern.compile(
      "class REPL\\.\\$JShell\\$\\w+\\$(\\w+) cannot be cast to class REPL\\.\\$JShell\\$\\w+\\$\\1\\b.*",
      Pattern.DOTALL);
  /** What the kernels make of a line magic. */
  private static final Pattern MAGIC = Pattern.compile("\\.lineMagic\\(");
  private static final String BEFORE_HINT = " — ";

  private final JShell shell;

  private final Map<String, String> lost;

  /** Explains what a notebook throws.
   * @param shell what runs it
   * @param lost variables without their values, and the class that was declared anew */
  Thrown(JShell shell, Map<String, String> lost) {
    this.shell = shell;
    this.lost = lost;
  }

  /** The note; nothing where the kernel ended the cell, as at an interrupt: then the "class" has a space in its
   * name. */
  Optional<Note> note(EvalException e, Snippet cell) {
    if (e.getExceptionClassName().contains(" ")) { return Optional.empty(); }
    String message = Objects.toString(e.getMessage(), "");
    Matcher older = OLDER_CLASS.matcher(message);
    Matcher variable = NULL_VARIABLE.matcher(message);
    int hint = e.getExceptionClassName().startsWith("backprop.") ? message.lastIndexOf(BEFORE_HINT) : -1;
    if (hint >= 0) {
      return note(e, message.substring(0, hint), message.substring(hint + BEFORE_HINT.length()), cell);
    } else if (older.matches()) {
      String type = older.group(1);
      return note(e, "this " + type + " was made by an older class " + type,
          type + " was declared anew: run the cell again that makes the object", cell);
    } else if (variable.find() && lost.containsKey(variable.group(1))) {
      String name = variable.group(1);
      return note(e, message,
          lost.get(name) + " was declared anew: run the cell again that gives " + name + " its value", cell);
    }
    return note(e, message, "", cell);
  }

  private Optional<Note> note(EvalException e, String message, String hint, Snippet cell) {
    List<String> lines = new ArrayList<>(lines(e, cell));
    for (JShellException cause = e.getCause(); cause instanceof EvalException by; cause = by.getCause()) {
      lines.add("caused by " + headline(by, by.getMessage()));
    }
    return Optional.of(new Note(headline(e, message), hint, lines));
  }

  private static String headline(EvalException e, String message) {
    String type = Note.withoutPackages(Note.withoutWrapper(e.getExceptionClassName())).replace('$', '.');
    return Objects.toString(message, "").matches("|null") ? type : type + ": " + message;
  }

  /** The innermost first, each once. */
  private List<String> lines(EvalException e, Snippet cell) {
    List<String> lines = new ArrayList<>();
    for (StackTraceElement frame : e.getStackTrace()) {
      String file = String.valueOf(frame.getFileName());
      if (file.startsWith("#")) { // a snippet; all else is inside a library
        source(file.substring(1), cell).filter(source -> !MAGIC.matcher(source).find())
            .flatMap(source -> line(source, frame.getLineNumber())).map(line -> place(frame) + line.strip())
            .filter(line -> !lines.contains(line)).ifPresent(lines::add);
      }
    }
    return lines;
  }

  /** Blank lines before a snippet belong to it, but do not count. */
  private static Optional<String> line(String source, int number) {
    return source.lines().skip(number - 1L).filter(line -> !line.isBlank()).findFirst();
  }

  private static String place(StackTraceElement frame) {
    String type = frame.getClassName().isEmpty() ? "" : frame.getClassName() + ".";
    boolean unnamed = frame.getMethodName().isEmpty() || frame.getMethodName().contains("$");
    return unnamed ? "" : "in " + type + frame.getMethodName() + ": ";
  }

  private Optional<String> source(String id, Snippet cell) {
    return cell.id().equals(id) ? Optional.of(cell.source())
        : shell.snippets().filter(snippet -> snippet.id().equals(id)).map(Snippet::source).findFirst();
  }
}
