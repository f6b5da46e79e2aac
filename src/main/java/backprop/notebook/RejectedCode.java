package backprop.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/** Code that does not compile: what the compiler says first, and the place that it points at. */
final class RejectedCode {
    private static final Pattern NAME = Pattern.compile("\\p{javaJavaIdentifierPart}+");

    /** A cell that checks a learner's function. */
    private static final Pattern CHECK = Pattern.compile("Exercises\\s*\\.\\s*(?:check|hidden|sigmoid)\\s*\\(");
    /** An argument of a wrong type, and not one too many or too few. */
    private static final String MISMATCH = "argument mismatch";
    /** What the compiler adds, of no use below a hint that says what to write. */
    private static final Pattern DETAIL =
            Pattern.compile("^(?:required|found|reason):|\\bis not applicable$|^\\(.*\\)$");

    private static final String ABOVE_CHECK = "run the cell above that declares it, and then this check";
    private static final Pattern MISFIT = Pattern.compile("(\\S+) cannot be converted to (\\S+?)\\)?$");

    private final JShell shell;
    private final UndefinedName undefined;
    private final LostValues losses;
    private final FailedCells failedCells;
    private final NameSuggestions names;

    /**
     * Explains what does not compile.
     *
     * @param shell what runs the notebook
     * @param undefined explains declarations that cannot be used
     * @param losses variables without their values, and how to get them again
     * @param failedCells what failed cells were to declare
     */
    RejectedCode(JShell shell, UndefinedName undefined, LostValues losses, FailedCells failedCells) {
        this.shell = shell;
        this.undefined = undefined;
        this.losses = losses;
        this.failedCells = failedCells;
        this.names = new NameSuggestions(shell);
    }

    /** Returns the note, or nothing if the compiler names no place. */
    Optional<Note> note(Snippet snippet) {
        List<Diag> errors = errors(shell, snippet);
        if (errors.isEmpty() || errors.get(0).getPosition() < 0) {
            return Optional.empty();
        }
        CompileError first = new CompileError(shell, snippet.source(), errors.get(0));
        Note note = note(first, snippet.kind());
        if (errors.size() == 1) {
            return Optional.of(note);
        }
        List<String> lines = new ArrayList<>(note.lines());
        lines.add("(and " + (errors.size() - 1) + " more)");
        return Optional.of(new Note(note.headline(), note.hint(), lines));
    }

    private Note note(CompileError error, Snippet.Kind kind) {
        List<String> place = place(error);
        Optional<Note> named = ForeignCharacters.note(error, place).or(() -> AmbiguousType.note(error, place));
        if (isName(error.diag(), kind)) {
            return unknown(error);
        }
        if (isCheck(error.source())) {
            return misfit(error.diag());
        }
        return named.orElseGet(() -> said(error));
    }

    /** Tells whether some code checks a learner's function. */
    static boolean isCheck(String source) {
        return CHECK.matcher(source).find();
    }

    /** The first line of what the compiler says of a snippet. */
    static String message(JShell shell, Snippet snippet) {
        return errors(shell, snippet).stream()
                .map(diag -> words(diag).get(0))
                .findFirst()
                .orElse("");
    }

    /** Returns the hint how to say which of two classes a snippet means, if this is what is wrong with it. */
    static Optional<String> ambiguity(JShell shell, Snippet snippet) {
        return errors(shell, snippet).stream()
                .findFirst()
                .flatMap(diag -> AmbiguousType.note(new CompileError(shell, snippet.source(), diag), List.of()))
                .map(Note::hint);
    }

    private static List<Diag> errors(JShell shell, Snippet snippet) {
        return shell.diagnostics(snippet).filter(Diag::isError).toList();
    }

    /** Whether it is a name that is not there; what stands before a dot the compiler takes for a package. */
    private static boolean isName(Diag diag, Snippet.Kind kind) {
        return diag.getCode().startsWith("compiler.err.cant.resolve")
                || (diag.getCode().equals("compiler.err.doesnt.exist") && kind != Snippet.Kind.IMPORT);
    }

    /** A name that is not defined; the compiler points at it, or at the dot before it. */
    private Note unknown(CompileError error) {
        String source = error.source();
        Diag diag = error.diag();
        int start = (int) diag.getStartPosition();
        int at = diag.getCode().startsWith("compiler.err.cant.resolve") ? (int) diag.getPosition() : start;
        Matcher name = NAME.matcher(source);
        if (!name.find(at)) {
            return said(error);
        }
        boolean member = source.charAt(at) == '.';
        boolean call = source.startsWith("(", name.end());
        List<String> place = pointed(source, name.start(), name.end());
        Optional<Note> unusable = member
                ? Optional.empty()
                : losses.used(name.group(), place).or(() -> undefined.used(name.group(), place));
        if (unusable.isPresent()) {
            return unusable.get();
        }
        if (call && !member && isCheck(source)) {
            return notThere(name.group());
        }
        String owner = member ? source.substring(start, name.start()) : "";
        String hint = (member
                        ? Optional.<String>empty()
                        : losses.hint(name.group()).or(() -> failedCells.hint(name.group())))
                .or(() -> ForeignCharacters.lookalike(error, name.group()))
                .or(() -> AmbiguousType.shadowed(error))
                .or(() -> NumPyNames.hint(error, name.group(), name.start(), member))
                .orElseGet(() -> names.hint(source.substring(0, name.start()), name.group(), call));
        if (hint.isEmpty() || hint.startsWith("import ")) {
            hint = UndeclaredVariable.hint(error, name.start(), name.group()).orElse(hint);
        }
        if (hint.isEmpty() && !member && CellsAbove.mayDeclare(name.group()) && !names.isType(name.group())) {
            hint = CellsAbove.HINT;
        }
        if (hint.endsWith(CellsAbove.MENU) && isCheck(source)) {
            hint = ABOVE_CHECK;
        }
        return new Note(
                (owner.contains("\n") ? "." : owner) + name.group() + (call ? "(…)" : "") + " is not defined.",
                hint,
                place);
    }

    /** A function that its check does not find. */
    private Note notThere(String name) {
        return failedCells
                .reason(name)
                .map(why -> new Note(
                        "The cell that declares " + name + "(…) failed and was not taken: " + why,
                        "mend that cell, run it, and run this check again",
                        List.of()))
                .orElseGet(() -> new Note("There is no " + name + "(…) to be checked.", ABOVE_CHECK, List.of()));
    }

    /** Returns the note on a function that does not fit its check, whose cause stands in the compiler's last line. */
    private static Note misfit(Diag diag) {
        List<String> words = words(diag);
        String last = words.get(words.size() - 1).strip();
        Matcher types = MISFIT.matcher(last);
        boolean found = types.find();
        String reason = last.replaceFirst("^reason: ", "");
        if (reason.endsWith("differ in length")) {
            reason = "it takes more or fewer arguments than the check has for it";
        }
        if (found) {
            reason = types.group(1).equals("void")
                    ? "it returns nothing, but must return " + types.group(2)
                    : types.group(1) + " cannot be converted to " + types.group(2);
        }
        String hint = found && types.group(1).equals(types.group(2))
                ? "a class of yours has the name of one of the library's, " + types.group(2)
                        + ": give yours another name, restart the kernel and run all cells"
                : "keep the first line of the function as the exercise has it: what it takes, and what it returns";
        return new Note("Your function does not fit its check: " + reason + ".", hint, List.of());
    }

    /** The compiler's own words: its first line as the headline, the others below the place. */
    private static Note said(CompileError error) {
        List<String> words = words(error.diag());
        List<String> lines = new ArrayList<>(place(error));
        String hint = AssignmentInCondition.hint(error)
                .or(() -> MatrixOperators.hint(error))
                .or(() -> TypeMismatches.hint(error))
                .or(() -> WrongArguments.hint(error))
                .or(() -> JavaSyntax.ofMeaning(error))
                .or(() -> LibraryUsage.hint(error))
                .or(() -> PythonSyntax.hint(error))
                .or(() -> JavaSyntax.ofSyntax(error))
                .or(() -> Statements.hint(error))
                .orElse("");
        boolean explained =
                !hint.isEmpty() && !(hint.contains(" takes ") && error.message().contains(MISMATCH));
        words.stream()
                .skip(1)
                .map(String::strip)
                .filter(line -> !line.startsWith("location:")
                        && !(explained && DETAIL.matcher(line).find()))
                .forEach(lines::add);
        return new Note(words.get(0).replaceFirst(";$", ""), hint, lines);
    }

    private static List<String> place(CompileError error) {
        Diag diag = error.diag();
        int begin = (int) (diag.getStartPosition() < 0 ? diag.getPosition() : diag.getStartPosition());
        return pointed(error.source(), begin, (int) diag.getEndPosition());
    }

    private static List<String> words(Diag diag) {
        return Note.withoutPackages(Note.withoutWrapper(diag.getMessage(Locale.ROOT)))
                .lines()
                .toList();
    }

    /** The line in which a place begins, and carets below it. */
    private static List<String> pointed(String source, int begin, int end) {
        int from = source.lastIndexOf('\n', Math.max(0, begin - 1)) + 1;
        int newline = source.indexOf('\n', begin);
        int to = newline < 0 ? source.length() : newline;
        String line = source.substring(from, to);
        return List.of(
                line,
                line.substring(0, begin - from).replaceAll("[^\t]", " ")
                        + "^".repeat(Math.max(1, Math.min(end, to) - begin)));
    }
}
