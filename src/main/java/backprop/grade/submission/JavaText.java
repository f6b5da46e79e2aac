package backprop.grade.submission;

/** How far a reader of Java is in comments, strings and parentheses. */
final class JavaText {
    private enum In {
        CODE,
        LINE_COMMENT,
        COMMENT,
        STRING,
        CHARACTER,
        TEXT_BLOCK
    }

    private In in = In.CODE;
    private int parentheses;
    private int braces;
    private char last = ';';

    /** Whether the next line may begin a statement, and is not the rest of an expression. */
    boolean mayBeginStatement(String line) {
        if (in != In.CODE || parentheses > 0) {
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
        return switch (in) {
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
        in = In.CODE;
        return length;
    }

    private int code(String text, int i) {
        if (text.startsWith("//", i)) {
            return enter(In.LINE_COMMENT, 2);
        }
        if (text.startsWith("/*", i)) {
            return enter(In.COMMENT, 2);
        }
        char c = text.charAt(i);
        if (!Character.isWhitespace(c)) {
            last = c;
        }
        if (text.startsWith("\"\"\"", i)) {
            return enter(In.TEXT_BLOCK, 3);
        }
        if (c == '"') {
            return enter(In.STRING, 1);
        }
        if (c == '\'') {
            return enter(In.CHARACTER, 1);
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

    private int enter(In next, int length) {
        in = next;
        return length;
    }
}
