package backprop.notebook;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;

/** A declaration that names something that is not there: JShell accepts it, and lets it fail when it is used. */
final class Undefined {
  private final JShell shell;
  private final Names names;

  Undefined(JShell shell) {
    this.shell = shell;
    this.names = new Names(shell);
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
