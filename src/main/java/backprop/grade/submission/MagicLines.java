package backprop.grade.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines that are meant for a kernel or a shell, such as {@code %classpath …}; they do nothing here.
 *
 * <p>A line is one when it begins with % and a letter and a statement may begin there: not inside of parentheses, of a
 * comment or of a text block, and not where an expression goes on from the line before. A kernel asks for less.
 */
final class MagicLines {
    private static final int SHOWN = 80;
    private static final Pattern WHOLE = Pattern.compile("\\A\\s*+%%[A-Za-z]");
    /** Possessive, so that no line can make it try for long. */
    private static final Pattern LINE =
            Pattern.compile("(?s)\\s*+(?:%%?+[A-Za-z].*+|![A-Za-z][\\w./-]*+(?:\\s++(?![&|=?<>+*/%]).*+)?+)");

    private final List<String> found = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    private MagicLines() {}

    static MagicLines of(String source) {
        MagicLines magics = new MagicLines();
        magics.read(source);
        return magics;
    }

    /** The lines, shortened. */
    List<String> found() {
        return List.copyOf(found);
    }

    /** The code without them, with as many lines as before. */
    String code() {
        return String.join("\n", lines);
    }

    private void read(String source) {
        boolean whole = WHOLE.matcher(source).find();
        JavaLineScanner before = new JavaLineScanner();
        for (String line : source.split("\n", -1)) {
            boolean magic = whole
                    ? found.isEmpty() && !line.isBlank()
                    : LINE.matcher(line).matches() && before.mayBeginStatement(line);
            if (magic) {
                found.add(SafeText.shortened(line.strip(), SHOWN));
            }
            lines.add(whole || magic ? "" : line);
            if (!whole && !magic) {
                before.read(line + "\n");
            }
        }
    }
}
