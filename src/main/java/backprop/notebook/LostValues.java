package backprop.notebook;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * The variables without their values, and what to run to get each again. JShell gives a variable the value that Java
 * gives a new field, null or 0, when what its type or the text behind its {@code var} names is declared anew.
 */
final class LostValues {
    private final JShell shell;
    private final Map<String, String> hints = new HashMap<>(); // of each variable that is without its value
    private final Map<String, Loss> news = new LinkedHashMap<>(); // those of the running cell

    /** A variable that lost its value, and what was declared. */
    private record Loss(VarSnippet variable, Snippet cause) {}

    LostValues(JShell shell) {
        this.shell = shell;
    }

    /** Notes that a declaration gave the variable a value. */
    void given(VarSnippet variable) {
        hints.remove(variable.name());
        news.remove(variable.name());
    }

    /** The cell that was to give the variable its value failed. */
    void failed(VarSnippet variable) {
        String name = variable.name();
        news.remove(name);
        hints.put(name, "the cell that gives " + name + " its value failed: mend it and run it again");
    }

    /**
     * What became of a variable because something else was declared.
     *
     * @param event of the variable
     * @param cause what was declared
     * @return whether all that is to be said of it is that its value is lost
     */
    boolean reset(SnippetEvent event, Snippet cause) {
        VarSnippet variable = (VarSnippet) event.snippet();
        List<String> lines = Rerun.lines(shell, variable);
        if (lines.isEmpty() || !event.status().isActive()) {
            return event.status() == Status.VALID;
        }
        boolean newlyLost = event.status() == Status.VALID || isOfOlderType(variable);
        String again = lines.size() == 1 ? "run \"" + lines.get(0) + "\" again" : "run again " + quoted(lines);
        hints.put(variable.name(), phrase(List.of(cause)) + ": " + again);
        if (newlyLost) {
            news.put(variable.name(), new Loss(variable, cause));
        }
        return newlyLost;
    }

    /** What to do to get the value of a variable again; nothing if it is not lost. */
    Optional<String> hint(String name) {
        return Optional.ofNullable(hints.get(name));
    }

    /** The same for the first variable in some lines of code that has no value now. */
    Optional<String> hintFor(List<String> lines) {
        String code = String.join("\n", lines);
        return shell.variables()
                .filter(variable ->
                        hints.containsKey(variable.name()) && Rerun.names(code, variable.name()) && isUnset(variable))
                .map(variable -> hints.get(variable.name()))
                .findFirst();
    }

    /** The use of a variable that has no value because its type was declared anew. */
    Optional<Note> used(String name, List<String> lines) {
        return shell.variables()
                .filter(variable -> variable.name().equals(name) && hints.containsKey(name) && isOfOlderType(variable))
                .findFirst()
                .map(variable -> new Note(name + " has lost its value.", hints.get(name), lines));
    }

    /** What the cell that has ended lost, and begins anew; nothing if it lost nothing, or gave it again. */
    Optional<Note> told() {
        Optional<Note> note = news.isEmpty() ? Optional.empty() : Optional.of(note());
        news.clear();
        return note;
    }

    private Note note() {
        List<String> lines = news.values().stream()
                .flatMap(loss -> Rerun.lines(shell, loss.variable()).stream())
                .distinct()
                .toList();
        String names = news.values().stream()
                .map(loss -> nameAndNumber(loss.variable()))
                .collect(Collectors.joining(", "));
        String headline = phrase(news.values().stream().map(Loss::cause).toList())
                + ", so what was made before is lost: " + names + ".";
        return lines.size() == 1
                ? new Note(headline, "run \"" + lines.get(0) + "\" again", List.of())
                : new Note(headline, "run again, in this order:", lines);
    }

    /** Returns the name of a variable and, if it is a number, its value now, because a 0 looks like a result. */
    private String nameAndNumber(VarSnippet variable) {
        String value = isPrimitive(variable) && shell.status(variable) == Status.VALID
                ? VariableText.text(shell, variable)
                : "";
        return variable.name() + (value.isEmpty() ? "" : " (now " + value + ")");
    }

    private boolean isUnset(VarSnippet variable) {
        if (shell.status(variable) != Status.VALID) {
            return true;
        }
        String value = VariableText.text(shell, variable);
        return isPrimitive(variable) ? value.matches("0|0\\.0|false|'.?'") : value.equals("null");
    }

    private static boolean isPrimitive(VarSnippet variable) {
        return variable.typeName().matches("byte|short|int|long|float|double|char|boolean");
    }

    /** JShell remembers the type that a {@code var} had, and compares its new value with that one. */
    private boolean isOfOlderType(VarSnippet variable) {
        return !shell.status(variable).equals(Status.VALID)
                && Rerun.isVar(variable.source())
                && RejectedCode.message(shell, variable).startsWith("incompatible types");
    }

    private static String quoted(List<String> lines) {
        return lines.stream().map(line -> "\"" + line + "\"").collect(Collectors.joining(", then "));
    }

    private static String phrase(List<Snippet> causes) {
        Set<String> declared = new LinkedHashSet<>();
        Set<String> imported = new LinkedHashSet<>();
        causes.forEach(cause -> (cause instanceof ImportSnippet ? imported : declared).add(title(cause)));
        String anew = String.join(", ", declared) + (declared.size() > 1 ? " were" : " was") + " declared anew";
        String meaning = "after " + String.join(", ", imported) + " a name means another class";
        return imported.isEmpty() ? anew : declared.isEmpty() ? meaning : anew + ", and " + meaning;
    }

    private static String title(Snippet cause) {
        if (cause instanceof ImportSnippet) {
            return Rerun.line(cause.source()).replaceFirst(";$", "");
        }
        String name = cause instanceof PersistentSnippet named ? named.name() : Rerun.line(cause.source());
        return name + (cause instanceof MethodSnippet ? "(…)" : "");
    }
}
