package backprop.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/** Code that does not compile: what the compiler says first, and the place that it points at. */
final class Rejected {
  private static final String UNKNOWN_NAME = "compiler.err.cant.resolve";
  private static final Pattern NAME = Pattern.compile("\\w+");

  private final JShell shell;
  private final Names names;

  Rejected(JShell shell) {
    this.shell = shell;
    this.names = new Names(shell);
  }

  /** The note; nothing where the compiler points nowhere. */
  Optional<Note> note(Snippet snippet) {
    List<Diag> errors = shell.diagnostics(snippet).filter(Diag::isError).toList();
    if (errors.isEmpty() || errors.get(0).getPosition() < 0) { return Optional.empty(); }
    Diag first = errors.get(0);
    Note note =
        first.getCode().startsWith(UNKNOWN_NAME) ? unknown(snippet.source(), first) : said(snippet.source(), first);
    if (errors.size() == 1) { return Optional.of(note); }
    List<String> lines = new ArrayList<>(note.lines());
    lines.add("(and " + (errors.size() - 1) + " more)");
    return Optional.of(new Note(note.headline(), note.hint(), lines));
  }

  /** A name that is not defined; the compiler points at it, or at the dot before it. */
  private Note unknown(String source, Diag diag) {
    Matcher name = NAME.matcher(source);
    if (!name.find((int) diag.getPosition())) { return said(source, diag); }
    boolean member = source.charAt((int) diag.getPosition()) == '.';
    String what = source.substring(member ? (int) diag.getStartPosition() : name.start(), name.end());
    String call = source.startsWith("(", name.end()) ? "(…)" : "";
    return new Note(what + call + " is not defined.", names.hint(source, name.start(), name.group()),
        pointed(source, name.start(), name.end()));
  }

  /** The compiler's own words: its first line as the headline, the others below the place. */
  private static Note said(String source, Diag diag) {
    List<String> words = diag.getMessage(null).lines().map(Note::withoutPackages).map(Note::withoutWrapper).toList();
    List<String> lines = new ArrayList<>(pointed(source, (int) diag.getStartPosition(), (int) diag.getEndPosition()));
    words.stream().skip(1).map(String::strip).filter(line -> !line.startsWith("location:")).forEach(lines::add);
    return new Note(words.get(0).replaceFirst(";$", ""), "", lines);
  }

  /** The line in which a place begins, and carets below it. */
  private static List<String> pointed(String source, int begin, int end) {
    int from = source.lastIndexOf('\n', Math.max(0, begin - 1)) + 1;
    int newline = source.indexOf('\n', begin);
    int to = newline < 0 ? source.length() : newline;
    return List.of(source.substring(from, to),
        " ".repeat(begin - from) + "^".repeat(Math.max(1, Math.min(end, to) - begin)));
  }
}
