package backprop.notebook;

import java.util.Optional;
import java.util.regex.Pattern;

/** A value where a statement is to stand, as {@code x * x;} in the body of a method. */
final class Statements {
    private static final int LONGEST = 30;
    private static final String METHOD =
            "(?!(?:new|return|else|void)\\b)\\b\\w+(?:<[^<>(){};]*>)?(?:\\[])*\\s+\\w+\\s*\\([^(){};]*\\)\\s*(?:throws\\s+[\\w.,\\s]+)?";
    private static final Pattern COMPARED = Pattern.compile("([\\w.]+(?:\\[\\w+])*)\\s*==\\s*([^=]+)");

    private Statements() {}

    /** What to do with the value; nothing where the statement goes on behind it, and is wrong in another way. */
    static Optional<String> hint(CompileError error) {
        String code = CompileError.code(error.source());
        int start = (int) Math.max(0, error.diag().getStartPosition());
        int end = Math.min((int) error.diag().getEndPosition(), code.length());
        if (!error.is("not.stmt") || end < start || !code.substring(end).matches("(?s)\\s*;.*")) {
            return Optional.empty();
        }
        String value = error.source().substring(start, end);
        if (COMPARED.matcher(value).matches()) {
            return Optional.of("== compares, = gives a value: write " + value.replaceFirst("==", "=") + ";");
        }
        String before = code.substring(0, start);
        boolean last = code.substring(end).matches("(?s)\\s*;\\s*}.*");
        if (last
                && before.substring(0, Math.max(0, LibraryUsage.open(before, start, '{')))
                        .matches("(?s).*(?:->|" + METHOD + ")\\s*")) {
            return Optional.of("a method gives its value back with return: write return " + value + ";");
        }
        boolean plain = value.length() <= LONGEST && !value.matches("(?s)[\\w.]+|.*\\n.*");
        boolean method = Pattern.compile(METHOD + "\\s*\\{").matcher(before).find();
        return Optional.of("a value alone is no statement: give it a name" + (plain ? " (var y = " + value + ";)" : "")
                + (method ? ", print it or return it" : " or print it"));
    }
}
