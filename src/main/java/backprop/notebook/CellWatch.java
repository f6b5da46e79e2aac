package backprop.notebook;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;

/** Watches what becomes of each snippet of a cell. A failure leaves the cell with a headline and a hint: what a
 * listener throws, the kernel takes for the cell's own. What JShell keeps to itself is said when the cell has ended: a
 * method that names something undefined, a variable that was reset because its class was declared anew. */
final class CellWatch {
  private static final Pattern RETURN = Pattern.compile("\\s*return\\b");

  private final Kernel kernel;
  private final JShell shell;
  private final Thrown thrown;
  private final Undefined undefined;
  private final Rejected rejected;
  private final Set<DeclarationSnippet> accepted = new LinkedHashSet<>();
  private final Map<String, String> lost = new HashMap<>(); // a variable without its value, and how to get it again
  private final Map<String, String> news = new LinkedHashMap<>(); // one that this cell lost, and the class that took it
  private Optional<Note> failure = Optional.empty(); // of a script that a magic runs: the magic's own tells less
  private boolean assisting;
  private boolean waiting;

  private CellWatch(Kernel kernel) {
    this.kernel = kernel;
    this.shell = kernel.shell();
    this.thrown = new Thrown(shell, lost);
    this.undefined = new Undefined(shell);
    this.rejected = new Rejected(shell, undefined, lost);
  }

  /** Watches a kernel from now on. */
  static void over(Kernel kernel) {
    CellWatch watch = new CellWatch(kernel);
    watch.shell.onSnippetEvent(watch::see);
  }

  private void see(SnippetEvent event) {
    if (!kernel.inCell()) { return; }
    prepare();
    Snippet snippet = event.snippet();
    if (event.causeSnippet() != null) {
      seeConsequence(event);
    } else if (event.exception() instanceof EvalException e) {
      missed(snippet);
      fail(Thrown.isOfMagic(e) && failure.isPresent() ? failure : thrown.note(e, snippet));
    } else if (event.exception() instanceof UnresolvedReferenceException e) {
      fail(Optional.of(undefined.used(e.getSnippet(), snippet)));
    } else if (event.status() == Status.REJECTED) {
      Optional<Note> note = rejected.note(snippet);
      missed(snippet);
      fail(note);
    } else if (RETURN.matcher(snippet.source()).lookingAt()) {
      fail(Optional.of(new Note("return belongs into a method.", "end the cell with the value alone", List.of())));
    } else if (snippet instanceof VarSnippet variable) {
      lost.remove(variable.name());
    } else if (snippet instanceof DeclarationSnippet declared && isIncomplete(declared)) {
      if (!event.status().isDefined() && !kernel.takesForwardReferences()) {
        fail(Optional.of(undefined.refused(declared)));
      }
      accepted.add(declared);
    }
  }

  /** What is done once for a notebook, and once for a cell. */
  private void prepare() {
    if (!assisting) {
      assisting = true;
      kernel.assistWith(new CodeAssist(shell));
    }
    if (!waiting) {
      waiting = true;
      kernel.afterCell(this::cellEnded);
    }
  }

  /** A variable whose cell failed. */
  private void missed(Snippet snippet) {
    if (snippet instanceof VarSnippet variable) {
      String name = variable.name();
      lost.put(name, "the cell that gives " + name + " its value failed: mend it and run it again");
    }
  }

  /** A class that is declared anew takes the values of its variables, and of those computed from them. */
  private void seeConsequence(SnippetEvent event) {
    if (event.snippet() instanceof VarSnippet variable && event.status().isActive()) {
      if (event.causeSnippet() instanceof TypeDeclSnippet type) {
        lose(variable, type.name());
      } else if (event.causeSnippet() instanceof VarSnippet other && news.containsKey(other.name())) {
        lose(variable, news.get(other.name()));
      }
    } else if (event.snippet() instanceof DeclarationSnippet declared && event.previousStatus() == Status.VALID) {
      accepted.add(declared);
    }
  }

  private void lose(VarSnippet variable, String type) {
    String name = variable.name();
    lost.put(name, type + " was declared anew: run the cell again that gives " + name + " its value");
    news.put(name, type);
  }

  private void fail(Optional<Note> note) {
    failure = note;
    if (note.isPresent()) { throw new CellError(note.get()); }
  }

  private boolean isIncomplete(DeclarationSnippet declared) {
    Status status = shell.status(declared);
    return status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED;
  }

  private void cellEnded() {
    waiting = false;
    failure = Optional.empty();
    accepted.stream().filter(this::isIncomplete)
        .forEach(declared -> kernel.show(undefined.accepted(declared).rendering()));
    accepted.clear();
    news.keySet().retainAll(lost.keySet());
    if (!news.isEmpty()) { kernel.show(loss().rendering()); }
    news.clear();
  }

  private Note loss() {
    String types = String.join(", ", new LinkedHashSet<>(news.values()));
    String variables = String.join(", ", news.keySet());
    return new Note(types + " was declared anew, so what was made before is lost: " + variables + ".",
        "run the cells again that give " + variables + (news.size() == 1 ? " its value" : " their values"), List.of());
  }
}
