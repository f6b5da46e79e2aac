package backprop.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.VarSnippet;

/** The lines of a notebook that give a variable its value. */
final class Rerun {
    private static final int LONGEST = 80;
    private static final Pattern BEFORE_CODE = Pattern.compile("(?:\\s|//[^\\n]*(?:\\n|$)|/\\*(?s:.*?)\\*/)*+");
    private static final Pattern VAR =
            Pattern.compile("(?:(?:final|public|private|protected|static|@\\w+)\\s+)*+var\\b.*", Pattern.DOTALL);

    private Rerun() {}

    /**
     * The last line that gives a variable a value of its own, its declaration or an assignment, and those that change it
     * afterwards; none if nothing gives it one.
     */
    static List<String> lines(JShell shell, VarSnippet variable) {
        List<String> lines = new ArrayList<>();
        Pattern assigned =
                Pattern.compile("\\s*" + Pattern.quote(variable.name()) + "\\s*([-+*/%]?=)(?!=)(.*)", Pattern.DOTALL);
        shell.snippets()
                .filter(snippet -> shell.status(snippet) != Status.REJECTED)
                .forEach(snippet -> {
                    Matcher assignment = assigned.matcher(snippet.source());
                    if (snippet.equals(variable)
                            && variable.subKind() == SubKind.VAR_DECLARATION_WITH_INITIALIZER_SUBKIND) {
                        lines.clear();
                        lines.add(line(snippet.source()));
                    } else if (snippet instanceof ExpressionSnippet && assignment.matches()) {
                        boolean itsOwn =
                                assignment.group(1).equals("=") && !names(assignment.group(2), variable.name());
                        if (itsOwn) {
                            lines.clear();
                        }
                        if (!lines.contains(line(snippet.source()))) {
                            lines.add(line(snippet.source()));
                        }
                    }
                });
        return lines;
    }

    /** The first line of code, without comments before it, shortened. */
    static String line(String source) {
        String code = code(source).strip();
        String first = code.lines().findFirst().orElse("").stripTrailing();
        String whole = first.length() <= LONGEST ? first : first.substring(0, LONGEST);
        return whole.length() < code.length() ? whole + " …" : whole;
    }

    /** Whether a declaration leaves the type to the compiler. */
    static boolean isVar(String source) {
        return VAR.matcher(code(source)).matches();
    }

    /** Whether some code names a variable. */
    static boolean names(String code, String name) {
        return Pattern.compile(
                        "(?<![\\p{javaJavaIdentifierPart}.])" + Pattern.quote(name) + "(?!\\p{javaJavaIdentifierPart})")
                .matcher(code)
                .find();
    }

    private static String code(String source) {
        return BEFORE_CODE.matcher(source).replaceFirst("");
    }
}
