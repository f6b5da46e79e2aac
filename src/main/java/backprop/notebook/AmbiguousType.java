package backprop.notebook;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Two classes of one name, of which imports brought both. */
final class AmbiguousType {
    private static final String KIND = "(?:class|interface|enum|record|@interface|annotation) ";
    private static final Pattern BOTH = Pattern.compile(
            "both " + KIND + "(\\S+?)(?:<\\S*)? in \\S+ and " + KIND + "(\\S+?)(?:<\\S*)? in \\S+ match");
    private static final Pattern MISFIT = Pattern.compile(
            "incompatible types: ([\\w.]+?\\.(\\w+))(?:<.*)? cannot be converted to ([\\w.]+?\\.\\2)(?:<.*)?$");

    private static final Pattern PLACE = Pattern.compile("location:\\s*(?:class|interface) ([a-z]\\w*\\.[\\w.]+)");

    private AmbiguousType() {}

    /** Which two classes a name may mean, and what says which; nothing of another mistake. */
    static Optional<Note> note(CompileError error, List<String> place) {
        String message = Note.withoutWrapper(error.message());
        Matcher both = BOTH.matcher(message);
        Matcher misfit = MISFIT.matcher(message.lines().findFirst().orElse(""));
        if (error.is("ref.ambiguous") && both.find()) {
            String wanted = wanted(both.group(1), both.group(2));
            return Optional.of(new Note(
                    simple(wanted) + " may be " + both.group(1) + " or " + both.group(2) + ".",
                    hint(both.group(1), both.group(2)),
                    place));
        } else if (misfit.find()) {
            return Optional.of(new Note(
                    "there are two classes " + misfit.group(2) + ": " + misfit.group(1) + " cannot be converted to "
                            + misfit.group(3) + ".",
                    hint(misfit.group(1), misfit.group(3)),
                    place));
        }
        return Optional.empty();
    }

    /** What to write where a class has no such member, because an import put it in place of one of the library's. */
    static Optional<String> shadowed(CompileError error) {
        Matcher place = PLACE.matcher(error.message());
        if (!place.find() || place.group(1).startsWith("backprop.")) {
            return Optional.empty();
        }
        String name = simple(place.group(1));
        return error.shell().sourceCodeAnalysis().listQualifiedNames(name, name.length()).getNames().stream()
                .filter(known -> known.startsWith("backprop."))
                .findFirst()
                .map(known -> name + " is " + place.group(1) + " here; import " + known + "; chooses that one again");
    }

    private static String hint(String one, String other) {
        String wanted = wanted(one, other);
        return "import " + wanted + "; chooses that one; or write " + (wanted.equals(one) ? other : one)
                + " in full where you mean it";
    }

    /** The one that a notebook of the library rather means. */
    private static String wanted(String one, String other) {
        return NameSuggestions.rank(one) <= NameSuggestions.rank(other) ? one : other;
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
