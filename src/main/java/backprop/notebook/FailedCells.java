package backprop.notebook;

import backprop.exercise.Answers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;

/**
 * The methods and types that failed cells were to declare. JShell goes on with an older version of such a one, if
 * there is any, and says nothing; until it is declared again, whoever uses it is told.
 */
final class FailedCells {
    private static final String STOPPED = "it was stopped";
    private static final String INCOMPLETE = "a brace or a parenthesis is missing";

    private final JShell shell;
    private final Map<String, String> reasons = new HashMap<>(); // of each name: how its cell failed
    private final Set<String> awaited = new LinkedHashSet<>(); // what the running cell is still to declare
    private String cell = "";
    private String reason = INCOMPLETE; // what is said of a cell in which no snippet fails, but that does not end

    FailedCells(JShell shell) {
        this.shell = shell;
    }

    /** The methods and types that the running cell uses. */
    Stream<DeclarationSnippet> used() {
        return used(cell);
    }

    /** Notes that a cell begins. */
    void began(String source) {
        cell = source;
        reason = INCOMPLETE;
        awaited.clear();
        awaited.addAll(Declarations.of(source));
    }

    /** Notes that a declaration was accepted, even if it cannot be used yet. */
    void taken(DeclarationSnippet declared) {
        awaited.remove(declared.name());
        reasons.remove(declared.name());
    }

    /**
     * The running cell fails.
     *
     * @param note how; nothing where it was interrupted
     */
    void failed(Optional<Note> note) {
        reason = note.map(Note::headline).orElse(STOPPED);
    }

    /** Notes that the cell has ended. */
    void ended() {
        awaited.forEach(name -> reasons.put(name, reason));
        awaited.clear();
        cell = "";
    }

    /** Says what to do about a name that is not defined because the cell that declares it failed. */
    Optional<String> hint(String name) {
        return Optional.ofNullable(reasons.get(name))
                .map(why -> "the cell that declares " + name + " failed: mend it and run it again");
    }

    /** Says how the cell failed that was to declare a name. */
    Optional<String> reason(String name) {
        return Optional.ofNullable(reasons.get(name));
    }

    /** The remark on code that uses an older version. */
    Optional<Note> remark(String source) {
        return olderName(source)
                .map(name -> new Note(
                        title(name) + " is an older version here: the cell that declares it failed and was not taken.",
                        "mend that cell, run it, and then this one again",
                        List.of()));
    }

    /** The function of the running cell that is an older version. */
    Optional<Answers.Older> older() {
        return olderName(cell).map(name -> new Answers.Older(title(name), reasons.get(name)));
    }

    private Optional<String> olderName(String source) {
        return reasons.isEmpty()
                ? Optional.empty()
                : used(source)
                        .map(DeclarationSnippet::name)
                        .filter(reasons::containsKey)
                        .findFirst();
    }

    /** The methods and types that some code names, those that these name, and so on. */
    private Stream<DeclarationSnippet> used(String source) {
        List<DeclarationSnippet> all = Stream.<DeclarationSnippet>concat(shell.methods(), shell.types())
                .toList();
        Set<DeclarationSnippet> found = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        Deque<String> codes = new ArrayDeque<>(List.of(source));
        while (!codes.isEmpty()) {
            String code = CompileError.code(codes.remove());
            all.stream()
                    .filter(declared -> isUsed(declared, code) && seen.add(declared.id()))
                    .forEach(declared -> {
                        found.add(declared);
                        codes.add(declared.source());
                    });
        }
        return found.stream();
    }

    /**
     * Tells whether a method is called or passed on, as in {@code A.map(this::f)}. A variable may have the same name.
     */
    private static boolean isUsed(DeclarationSnippet declared, String code) {
        String name = Pattern.quote(declared.name());
        return declared instanceof MethodSnippet
                ? Pattern.compile("(?<![\\w.])" + name + "\\s*\\(|::\\s*" + name + "\\b")
                        .matcher(code)
                        .find()
                : Rerun.names(code, declared.name());
    }

    private String title(String name) {
        boolean method = shell.methods().map(MethodSnippet::name).anyMatch(name::equals);
        return name + (method ? "(…)" : "");
    }
}
