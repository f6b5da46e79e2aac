package backprop.notebook;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;

/** A declaration that names something that is not there: JShell accepts it, and lets it fail when it is used. */
final class UndefinedName {
    private static final String UNUSABLE = " cannot be used yet: ";
    private static final String LATER =
            "run the cell above that declares what is missing, or declare it here or in a later cell";

    private final JShell shell;
    private final NameSuggestions names;
    private final Function<Snippet, Optional<Note>> why;
    private final Set<Snippet> fit = new HashSet<>(); // declarations that could be used at some time

    /**
     * Explains what a shell accepted, but cannot use.
     *
     * @param shell what runs the notebook
     * @param why what the compiler says of a snippet
     */
    UndefinedName(JShell shell, Function<Snippet, Optional<Note>> why) {
        this.shell = shell;
        this.names = new NameSuggestions(shell);
        this.why = why;
    }

    /** Notes that a declaration can be used. */
    void fits(DeclarationSnippet declared) {
        fit.add(declared);
    }

    /** Whether a declaration cannot be used although all that it names is there. */
    boolean isUnfit(DeclarationSnippet declared) {
        return shell.status(declared) != Status.VALID
                && shell.unresolvedDependencies(declared).findAny().isEmpty();
    }

    /** Returns the note on a use of the declaration by code that is not shown. */
    Note used(DeclarationSnippet declared) {
        return note(declared, UNUSABLE, LATER, List.of());
    }

    /** The use of a name under which something was declared that cannot be used because of what it names itself. */
    Optional<Note> used(String name, List<String> lines) {
        return waiting(name).map(declared -> note(declared, UNUSABLE, LATER, lines));
    }

    /** What was declared under a name, and cannot be used because of what it names itself. */
    private Optional<DeclarationSnippet> waiting(String name) {
        return shell.snippets()
                .filter(DeclarationSnippet.class::isInstance)
                .map(DeclarationSnippet.class::cast)
                .filter(declared ->
                        declared.name().equals(name) && shell.status(declared) == Status.RECOVERABLE_NOT_DEFINED)
                .findFirst();
    }

    /** A declaration that was accepted although it names what is not there. */
    Note accepted(DeclarationSnippet declared) {
        return note(declared, " was accepted, but" + UNUSABLE, LATER, List.of());
    }

    /** Returns the note on a use of the declaration. */
    Note used(DeclarationSnippet declared, Snippet cell) {
        return note(
                declared,
                UNUSABLE,
                LATER,
                cell.source().strip().lines().limit(1).toList());
    }

    /** One that ended its cell, in a kernel that goes on behind none whose signature names what is not there. */
    Note refused(DeclarationSnippet declared) {
        return note(
                declared,
                " cannot be declared here: ",
                "this kernel needs it to be declared before",
                declared.source().strip().lines().limit(1).toList());
    }

    private Note note(DeclarationSnippet declared, String verdict, String otherwise, List<String> lines) {
        TreeSet<String> missing = shell.unresolvedDependencies(declared)
                .map(name -> Note.withoutPackages(name))
                .collect(Collectors.toCollection(TreeSet::new));
        String title = declared.name() + (declared instanceof MethodSnippet ? "(…)" : "");
        if (missing.isEmpty()) {
            return fit.contains(declared) ? unfit(declared, title, lines) : wrong(declared, title);
        }
        String hint = missing.stream()
                .map(this::hint)
                .filter(text -> !text.matches("|did you mean " + declared.name() + "\\?.*"))
                .findFirst()
                .orElse(otherwise);
        return new Note(
                title + verdict + String.join(", ", missing) + (missing.size() == 1 ? " is" : " are") + " not defined.",
                hint,
                lines);
    }

    /** All that it names is there, but was declared anew in a way that does not fit. */
    private Note unfit(DeclarationSnippet declared, String title, List<String> lines) {
        return new Note(
                title + " cannot be used any more: " + RejectedCode.message(shell, declared),
                RejectedCode.ambiguity(shell, declared).orElse("what it names was declared anew: make it fit"),
                lines);
    }

    private String hint(String dependency) {
        return MatrixFunctions.awaited(shell, dependency)
                .orElseGet(() -> names.hint("", nameOf(dependency), dependency.startsWith("method ")));
    }

    /**
     * Returns the note on a declaration that was never right; JShell accepted it in case something is declared later.
     */
    private Note wrong(DeclarationSnippet declared, String title) {
        Note said =
                why.apply(declared).orElseGet(() -> new Note(RejectedCode.message(shell, declared), LATER, List.of()));
        return new Note(title + " cannot be used: " + said.headline(), said.hint(), said.lines());
    }

    /** The name in {@code method k(int)}, {@code variable x} or {@code class Foo}. */
    private static String nameOf(String dependency) {
        return dependency.replaceFirst("^\\w+ ", "").replaceFirst("\\(.*", "");
    }
}
