package backprop.notebook;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The methods and types that a cell is to declare, read off its text: it may be one that the compiler cannot read. */
final class Declarations {
    private static final String MODIFIERS =
            "(?:(?:public|protected|private|static|final|abstract|synchronized|strictfp|sealed|non-sealed)\\s+|@\\w+\\s+)*+";
    private static final String NO_TYPE = "(?!(?:new|return|throw|else|yield|assert|case|do|import|package)\\b)";
    private static final Pattern TYPE =
            Pattern.compile("[ \\t]*" + MODIFIERS + "(?:class|interface|enum|record)\\s+(\\w+)");
    /** With the type that it returns; a list of type parameters may stand before it. */
    private static final Pattern METHOD = Pattern.compile(
            "[ \\t]*" + MODIFIERS + "(?:<[^(){};=]*>\\s*)?" + NO_TYPE + "[\\w.]+(?:\\s*<[^(){};=]*>)?(?:\\s*\\[\\s*])*"
                    + "\\s+(?!(?:if|for|while|switch|catch)\\b)(\\w+)\\s*\\(");
    /** One whose type was forgotten. */
    private static final Pattern WITHOUT_TYPE = Pattern.compile("[ \\t]*" + MODIFIERS
            + "(?!(?:if|for|while|switch|catch|try|synchronized)\\b)(\\w+)\\s*\\([^(){};]*\\)\\s*\\{");

    private Declarations() {}

    /**
     * Their names, in order. A line counts that stands outside of all braces, or at the left margin: of a method that
     * lacks a brace the next one begins there all the same.
     */
    static Set<String> of(String cell) {
        Set<String> names = new LinkedHashSet<>();
        String code = CompileError.code(cell);
        int depth = 0;
        int begin = 0;
        for (String line : code.split("\n", -1)) {
            boolean margin = !line.isEmpty() && Character.isJavaIdentifierStart(line.charAt(0));
            if (depth <= 0 || margin) {
                name(code, begin).ifPresent(names::add);
            }
            depth += line.chars().map(c -> c == '{' ? 1 : c == '}' ? -1 : 0).sum();
            begin += line.length() + 1;
        }
        return names;
    }

    private static Optional<String> name(String code, int begin) {
        return Stream.of(TYPE, METHOD, WITHOUT_TYPE)
                .map(pattern -> pattern.matcher(code).region(begin, code.length()))
                .filter(Matcher::lookingAt)
                .map(found -> found.group(1))
                .findFirst();
    }
}
