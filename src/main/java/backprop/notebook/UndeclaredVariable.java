package backprop.notebook;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A variable that gets a value but has no declaration, as in {@code x = 5}. */
final class UndeclaredVariable {
    private static final Pattern ASSIGNED = Pattern.compile("\\s*=(?!=)\\s*([^;\\n]+).*", Pattern.DOTALL);

    private static final Pattern COUNTER = Pattern.compile("\\w+\\s*=\\s*[^;,()]+");

    private static final Pattern COMPOUND = Pattern.compile("\\s*(?:[-+*/]=|\\+\\+|--)");

    private UndeclaredVariable() {}

    /** The line with the type of the value before it; nothing where the name stands elsewhere. */
    static Optional<String> hint(CompileError error, int start, String name) {
        String before = CompileError.code(error.source()).substring(0, start);
        Matcher assigned = ASSIGNED.matcher(error.source().substring(start + name.length()));
        Matcher counter = COUNTER.matcher(error.source().substring(start));
        if (before.matches("(?s).*\\bfor\\s*\\(\\s*") && counter.lookingAt()) {
            return Optional.of(
                    "declare it with its type: for (int " + counter.group().strip() + "; …");
        }
        if (COMPOUND.matcher(error.source().substring(start + name.length())).lookingAt()) {
            return Optional.of("give it a value first, as in double " + name + " = 0;");
        }
        if (!before.matches("(?s)(?:.*[;{}\\n])?\\s*") || !assigned.matches()) {
            return Optional.empty();
        }
        String value = assigned.group(1).strip();
        if (CompileError.code(value).matches("(?s).*[^=!<>]=[^=>].*")) {
            return Optional.empty();
        }
        return Optional.of("declare it with its type: " + type(error, value) + " " + name + " = " + value + ";");
    }

    private static String type(CompileError error, String value) {
        String found = error.shell().sourceCodeAnalysis().analyzeType(value, value.length());
        return found == null || found.matches("|null|void|.*[<&(].*")
                ? "var"
                : Note.withoutPackages(Note.withoutWrapper(found));
    }
}
