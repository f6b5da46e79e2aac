package backprop.notebook;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;

/** What names something that is not there. */
final class Undefined {
  private static final Pattern NAME = Pattern.compile("\\w+");

  private final JShell shell;
  private final Names names;

  Undefined(JShell shell) {
    this.shell = shell;
    this.names = new Names(shell);
  }

  /** Code that does not compile because of a name; other mistakes the kernel shows well itself. */
  Optional<Note> rejected(Snippet snippet) {
    return shell.diagnostics(snippet).filter(Diag::isError).findFirst()
        .filter(diag -> diag.getCode().startsWith("compiler.err.cant.resolve")).flatMap(diag -> note(snippet, diag));
  }

  /** The compiler points at a name, or at the dot before it. */
  private Optional<Note> note(Snippet snippet, Diag diag) {
    String source = snippet.source();
    Matcher name = NAME.matcher(source);
    if (!name.find((int) diag.getPosition())) { return Optional.empty(); }
    boolean member = source.charAt((int) diag.getPosition()) == '.';
    String what = source.substring(member ? (int) diag.getStartPosition() : name.start(), name.end());
    String call = source.startsWith("(", name.end()) ? "(…)" : "";
    return Optional.of(new Note(what + call + " is not defined.", names.hint(source, name.start(), name.group()),
        pointed(source, name.start(), name.end())));
  }

  /** The line of the name, and carets below it. */
  private static List<String> pointed(String source, int begin, int end) {
    int from = source.lastIndexOf('\n', begin) + 1;
    int to = source.indexOf('\n', begin);
    String line = source.substring(from, to < 0 ? source.length() : to);
    return List.of(line, " ".repeat(begin - from) + "^".repeat(end - begin));
  }

  /** A declaration that was accepted although it names what is not there. */
  Note accepted(DeclarationSnippet declared) {
    return note(declared, " was accepted, but cannot be used yet: ", List.of());
  }

  /** Its use. */
  Note used(DeclarationSnippet declared, Snippet cell) {
    return note(declared, " cannot be used yet: ", cell.source().strip().lines().limit(1).toList());
  }

  private Note note(DeclarationSnippet declared, String verdict, List<String> lines) {
    TreeSet<String> missing = shell.unresolvedDependencies(declared).map(name -> Note.withoutPackages(name))
        .collect(Collectors.toCollection(TreeSet::new));
    String hint = missing.stream().map(Undefined::nameOf).map(name -> names.hint("", 0, name))
        .filter(text -> !text.isEmpty()).findFirst().orElse("define what is missing, here or in a later cell");
    String title = declared.name() + (declared instanceof MethodSnippet ? "(…)" : "");
    return new Note(
        title + verdict + String.join(", ", missing) + (missing.size() == 1 ? " is" : " are") + " not defined.", hint,
        lines);
  }

  /** The name in {@code method k(int)}, {@code variable x} or {@code class Foo}. */
  private static String nameOf(String dependency) {
    return dependency.replaceFirst("^\\w+ ", "").replaceFirst("\\(.*", "");
  }
}
