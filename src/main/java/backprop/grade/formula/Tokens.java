package backprop.grade.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A formula, cut into commands such as {@code \frac} and single signs. */
final class Tokens {
    /** Stands behind the last token. */
    static final String END = "";

    private static final int LONGEST_DISTANCE = 12;
    private static final Pattern DISTANCE = Pattern.compile("\\[-?[\\d.]+(pt|em|ex|mm|cm)");

    private final List<String> tokens = new ArrayList<>();
    private int at;

    Tokens(String tex) {
        int from = 0;
        while (from < tex.length()) {
            int to = end(tex, from);
            String token = tex.substring(from, to);
            if (!token.startsWith("%")) {
                tokens.add(token.isBlank() ? " " : token);
            }
            from = to;
        }
    }

    /** The next token that is no blank, which stays. */
    String peek() {
        skipBlanks();
        return raw();
    }

    /** Takes the next token that is no blank. */
    String next() {
        String token = peek();
        at++;
        return token;
    }

    /** Takes a token if it comes next. */
    boolean take(String token) {
        if (!peek().equals(token)) {
            return false;
        }
        at++;
        return true;
    }

    /** Whether a number goes on: with a digit, or with a point and a digit. */
    boolean adjoins() {
        boolean point = raw().equals(".") && at + 1 < tokens.size() && isDigit(tokens.get(at + 1));
        return point || isDigit(raw());
    }

    /** The text of a group, or of one token, with its blanks and without commands. */
    String text() {
        if (!take("{")) {
            return plain(next());
        }
        StringBuilder text = new StringBuilder();
        while (!raw().equals("}")) {
            String token = raw();
            text.append(plain(token));
            at++;
        }
        at++;
        return text.toString();
    }

    /** What a token is in a text. */
    private static String plain(String token) {
        if (List.of("~", "\\,", "\\;", "\\ ", "\\quad").contains(token)) {
            return " ";
        }
        boolean escaped = token.length() == 2 && token.charAt(0) == '\\' && "%&#_{}$".indexOf(token.charAt(1)) >= 0;
        if (escaped) {
            return token.substring(1);
        }
        if (token.isEmpty() || token.charAt(0) == '\\' || token.equals("{") || token.equals("$")) {
            throw new TexException("a text with " + token);
        }
        return token;
    }

    /** Passes over the distance between two rows, such as [2pt]. */
    void skipDistance() {
        StringBuilder distance = new StringBuilder();
        int end = at;
        while (end < tokens.size()
                && distance.length() < LONGEST_DISTANCE
                && !tokens.get(end).equals("]")) {
            distance.append(tokens.get(end));
            end++;
        }
        if (DISTANCE.matcher(distance).matches()) {
            at = end + 1;
        }
    }

    private String raw() {
        return at < tokens.size() ? tokens.get(at) : END;
    }

    private void skipBlanks() {
        while (raw().equals(" ")) {
            at++;
        }
    }

    private static int end(String tex, int from) {
        int to = tex.offsetByCodePoints(from, 1);
        if (tex.charAt(from) == '\\') {
            while (to < tex.length() && isLetter(tex.charAt(to))) {
                to++;
            }
            boolean sign = to == from + 1 && to < tex.length();
            return sign ? tex.offsetByCodePoints(to, 1) : to;
        }
        if (tex.charAt(from) == '%') {
            int line = tex.indexOf('\n', from);
            return line < 0 ? tex.length() : line;
        }
        while (Character.isWhitespace(tex.charAt(from))
                && to < tex.length()
                && Character.isWhitespace(tex.charAt(to))) {
            to++;
        }
        return to;
    }

    static boolean isDigit(String token) {
        return token.length() == 1 && token.charAt(0) >= '0' && token.charAt(0) <= '9';
    }

    private static boolean isLetter(char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
    }
}
