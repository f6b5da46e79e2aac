package backprop.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Kernel kernel;
  private final JShell shell;
  private final Thrown thrown;
  private final Rejected rejected;
  private final Undefined undefined;
  private final List<DeclarationSnippet> accepted = new ArrayList<>();
  private final Map<String, String> lost = new LinkedHashMap<>(); // a variable, and the class that was declared anew
  private final Set<String> news = new LinkedHashSet<>(); // those that this cell lost
  private boolean assisting;
  private boolean waiting;

  private CellWatch(Kernel kernel) {
    this.kernel = kernel;
    this.shell = kernel.shell();
    this.thrown = new Thrown(shell, lost);
    this.rejected = new Rejected(shell);
    this.undefined = new Undefined(shell);
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
      fail(thrown.note(e, snippet));
    } else if (event.exception() instanceof UnresolvedReferenceException e) {
      fail(Optional.of(undefined.used(e.getSnippet(), snippet)));
    } else if (event.status() == Status.REJECTED) {
      fail(rejected.note(snippet));
    } else if (snippet instanceof VarSnippet variable) {
      lost.remove(variable.name());
    } else if (snippet instanceof DeclarationSnippet declared && isIncomplete(declared)) { accepted.add(declared); }
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

  /** A class that is declared anew takes the values of its variables, and of those computed from them. */
  private void seeConsequence(SnippetEvent event) {
    if (!(event.snippet() instanceof VarSnippet variable) || !event.status().isActive()) { return; }
    if (event.causeSnippet() instanceof TypeDeclSnippet type) {
      lose(variable, type.name());
    } else if (event.causeSnippet() instanceof VarSnippet other && lost.containsKey(other.name())) {
      lose(variable, lost.get(other.name()));
    }
  }

  private void lose(VarSnippet variable, String type) {
    lost.put(variable.name(), type);
    news.add(variable.name());
  }

  private static void fail(Optional<Note> note) { if (note.isPresent()) { throw new CellError(note.get()); } }

  private boolean isIncomplete(DeclarationSnippet declared) {
    Status status = shell.status(declared);
    return status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED;
  }

  private void cellEnded() {
    waiting = false;
    accepted.stream().filter(this::isIncomplete)
        .forEach(declared -> kernel.show(undefined.accepted(declared).rendering()));
    accepted.clear();
    news.retainAll(lost.keySet());
    if (!news.isEmpty()) { kernel.show(loss().rendering()); }
    news.clear();
  }

  private Note loss() {
    String types = String.join(", ", news.stream().map(lost::get).distinct().toList());
    String variables = String.join(", ", news);
    return new Note(types + " was declared anew, so what was made before is lost: " + variables + ".",
        "run the cells again that give " + variables + (news.size() == 1 ? " its value" : " their values"), List.of());
  }
}
