package backprop.notebook;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;

/** A declaration that names something that is not there: JShell accepts it, and lets it fail when it is used. */
final class Undefined {
  private static final String UNUSABLE = " cannot be used yet: ";
  private static final String LATER = "define what is missing, here or in a later cell";

  private final JShell shell;
  private final Names names;

  Undefined(JShell shell) {
    this.shell = shell;
    this.names = new Names(shell);
  }

  /** The use of a name under which something was declared that cannot be used because of what it names itself. */
  Optional<Note> used(String name, List<String> lines) {
    return waiting(name).map(declared -> note(declared, UNUSABLE, LATER, lines));
  }

  /** What was declared under a name, and cannot be used because of what it names itself. */
  private Optional<DeclarationSnippet> waiting(String name) {
    return shell.snippets().filter(DeclarationSnippet.class::isInstance).map(DeclarationSnippet.class::cast)
        .filter(declared -> declared.name().equals(name) && shell.status(declared) == Status.RECOVERABLE_NOT_DEFINED)
        .findFirst();
  }

  /** A declaration that was accepted although it names what is not there. */
  Note accepted(DeclarationSnippet declared) {
    return note(declared, " was accepted, but" + UNUSABLE, LATER, List.of());
  }

  /** Its use. */
  Note used(DeclarationSnippet declared, Snippet cell) {
    return note(declared, UNUSABLE, LATER, cell.source().strip().lines().limit(1).toList());
  }

  /** One that ended its cell, in a kernel that goes on behind none whose signature names what is not there. */
  Note refused(DeclarationSnippet declared) {
    return note(declared, " cannot be declared here: ", "this kernel needs it to be declared before",
        declared.source().strip().lines().limit(1).toList());
  }

  private Note note(DeclarationSnippet declared, String verdict, String otherwise, List<String> lines) {
    TreeSet<String> missing = shell.unresolvedDependencies(declared).map(name -> Note.withoutPackages(name))
        .collect(Collectors.toCollection(TreeSet::new));
    String title = declared.name() + (declared instanceof MethodSnippet ? "(…)" : "");
    if (missing.isEmpty()) { return unfit(declared, title, lines); }
    String hint = missing.stream().map(name -> names.hint("", nameOf(name), name.startsWith("method ")))
        .filter(text -> !text.isEmpty()).findFirst().orElse(otherwise);
    return new Note(
        title + verdict + String.join(", ", missing) + (missing.size() == 1 ? " is" : " are") + " not defined.", hint,
        lines);
  }

  /** All that it names is there, but was declared anew in a way that does not fit. */
  private Note unfit(DeclarationSnippet declared, String title, List<String> lines) {
    return new Note(title + " cannot be used any more: " + Rejected.message(shell, declared),
        Rejected.ambiguity(shell, declared).orElse("what it names was declared anew: make it fit"), lines);
  }

  /** The name in {@code method k(int)}, {@code variable x} or {@code class Foo}. */
  private static String nameOf(String dependency) {
    return dependency.replaceFirst("^\\w+ ", "").replaceFirst("\\(.*", "");
  }
}
