package backprop.notebook;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.VarSnippet;

/**
 * What the compiler says first of a snippet.
 *
 * @param shell what runs the notebook
 * @param source the snippet
 * @param diag the compiler's words, and the place
 */
record CompileError(JShell shell, String source, Diag diag) {
    static final String MATRIX = "backprop.matrix.Matrix";
    private static final Pattern NO_CODE =
            Pattern.compile("\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|//[^\\n]*|/\\*(?s:.*?)\\*/");

    private static final String TYPE = "\\b(?!(?:return|new)\\b)([A-Za-z]\\w*(?:<[^<>;()]*>)?(?:\\[])*)\\s+";

    /** Whether the compiler's key for it, as {@code cant.resolve}, begins so. */
    boolean is(String key) {
        return diag.getCode().startsWith("compiler.err." + key);
    }

    /** All of the compiler's words, with the packages of the classes. */
    String message() {
        return diag.getMessage(Locale.ROOT);
    }

    int position() {
        return Math.min((int) diag.getPosition(), source.length());
    }

    /** What the place begins with. */
    String after() {
        return code(source).substring(position());
    }

    /** The code before the place. */
    String before() {
        return code(source).substring(0, position());
    }

    /** The line of the place; texts and comments in it are blanks. */
    String line() {
        String code = code(source);
        int from = code.lastIndexOf('\n', Math.max(0, position() - 1)) + 1;
        int newline = code.indexOf('\n', position());
        return code.substring(from, newline < 0 ? code.length() : newline);
    }

    /** What a pattern finds in the line of the place. */
    Optional<Matcher> find(Pattern pattern) {
        Matcher matcher = pattern.matcher(line());
        return matcher.find() ? Optional.of(matcher) : Optional.empty();
    }

    /** The type of a variable that the snippet declares, or one before it; or an empty text. */
    String typeOf(String variable) {
        return typeOf(shell, source, variable);
    }

    /** Returns the type of a variable that any given code declares. */
    static String typeOf(JShell shell, String source, String variable) {
        Matcher declared =
                Pattern.compile(TYPE + Pattern.quote(variable) + "\\s*[,)=;:]").matcher(code(source));
        return declared.find()
                ? declared.group(1)
                : shell.variables()
                        .filter(known -> known.name().equals(variable))
                        .map(VarSnippet::typeName)
                        .findFirst()
                        .orElse("");
    }

    /** Code with blanks for texts and comments. */
    static String code(String source) {
        return NO_CODE.matcher(source)
                .replaceAll(match -> match.group().startsWith("\"")
                        ? "\"" + "_".repeat(match.group().length() - 2) + "\""
                        : match.group().replaceAll("[^\\n]", " "));
    }
}
