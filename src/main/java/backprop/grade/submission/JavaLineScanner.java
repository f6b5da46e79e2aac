package backprop.grade.submission;

/**
 * Reads Java line by line, and knows at the end of each line whether it is inside a comment, a string or parentheses. It
 * keeps four small variables and looks at each character once, whatever the text is.
 *
 * <p>The compiler's own parser would not do here. What is looked for, lines for the kernel, is no Java and stands between
 * Java; and the parser is recursive, so that a student's text could harm the grader's own process. Whatever needs a
 * syntax tree is asked of the compiler in the sandbox.
 */
final class JavaLineScanner {
    private enum State {
        CODE,
        LINE_COMMENT,
        COMMENT,
        STRING,
        CHARACTER,
        TEXT_BLOCK
    }

    private State state = State.CODE;
    private int parentheses;
    private int braces;
    private char last = ';';

    /** Whether the next line may begin a statement, and is not the rest of an expression. */
    boolean mayBeginStatement(String line) {
        if (state != State.CODE || parentheses > 0) {
            return false;
        }
        boolean fresh = last == ';' || last == '{' || last == '}';
        return fresh || (braces == 0 && !line.stripTrailing().endsWith(";"));
    }

    /** Goes on over whole lines. */
    void read(String text) {
        for (int i = 0; i < text.length(); i++) {
            i += step(text, i) - 1;
        }
    }

    /** How many characters belong together here. */
    private int step(String text, int i) {
        return switch (state) {
            case CODE -> code(text, i);
            case LINE_COMMENT -> leave(text.charAt(i) == '\n', 1);
            case COMMENT -> leave(text.startsWith("*/", i), 2);
            case TEXT_BLOCK -> text.charAt(i) == '\\' ? 2 : leave(text.startsWith("\"\"\"", i), 3);
            case STRING -> text.charAt(i) == '\\' ? 2 : leave(text.charAt(i) == '"' || text.charAt(i) == '\n', 1);
            case CHARACTER -> text.charAt(i) == '\\' ? 2 : leave(text.charAt(i) == '\'' || text.charAt(i) == '\n', 1);
        };
    }

    private int leave(boolean end, int length) {
        if (!end) {
            return 1;
        }
        state = State.CODE;
        return length;
    }

    private int code(String text, int i) {
        if (text.startsWith("//", i)) {
            return enter(State.LINE_COMMENT, 2);
        }
        if (text.startsWith("/*", i)) {
            return enter(State.COMMENT, 2);
        }
        char c = text.charAt(i);
        if (!Character.isWhitespace(c)) {
            last = c;
        }
        if (text.startsWith("\"\"\"", i)) {
            return enter(State.TEXT_BLOCK, 3);
        }
        if (c == '"') {
            return enter(State.STRING, 1);
        }
        if (c == '\'') {
            return enter(State.CHARACTER, 1);
        }
        count(c);
        return 1;
    }

    private void count(char c) {
        switch (c) {
            case '(', '[' -> parentheses++;
            case ')', ']' -> parentheses = Math.max(0, parentheses - 1);
            case '{' -> braces++;
            case '}' -> braces = Math.max(0, braces - 1);
            default -> {
                /* counts for nothing */ }
        }
    }

    private int enter(State next, int length) {
        state = next;
        return length;
    }
}
