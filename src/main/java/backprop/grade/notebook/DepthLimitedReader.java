package backprop.grade.notebook;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * JSON without what no notebook needs and no parser likes: a list or an object far down is a 0, and a name, a number
 * or a word beyond any measure is cut. So it takes no memory, however deep the outputs are. Texts pass as they are.
 */
final class DepthLimitedReader extends FilterReader {
    /** How many lists and objects may be in each other. */
    static final int DEPTH = 40;

    private static final int LONGEST = 1000;
    private static final int NOTHING = -1;

    private final boolean[] objects = new boolean[DEPTH + 1];
    private long depth;
    private boolean text;
    private boolean escaped;
    private boolean name;
    private boolean names;
    private int digits;
    private int length;

    DepthLimitedReader(Reader json) {
        super(json);
    }

    @Override
    public int read(char[] chars, int from, int most) throws IOException {
        int kept = 0;
        while (kept == 0) {
            int count = in.read(chars, from, most);
            if (count <= 0) {
                return count;
            }
            for (int k = 0; k < count; k++) {
                int shown = shown(chars[from + k]);
                if (shown != NOTHING) {
                    chars[from + kept] = (char) shown;
                    kept++;
                }
            }
        }
        return kept;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    /** What is read in place of a character. */
    private int shown(char c) {
        return text ? inText(c) : outside(c);
    }

    private int inText(char c) {
        boolean begins = !escaped && digits == 0;
        boolean ends = begins && c == '"';
        boolean cut = name && length >= LONGEST;
        if (escaped) {
            digits = c == 'u' ? 4 : 0;
            escaped = false;
        } else if (digits > 0) {
            digits--;
        } else {
            escaped = c == '\\';
            length++;
        }
        text = !ends;
        if (depth > DEPTH || (cut && !ends && !(length == LONGEST && !begins))) {
            return NOTHING;
        }
        return c;
    }

    private int outside(char c) {
        boolean deep = depth > DEPTH;
        switch (c) {
            case '"' -> {
                text = true;
                name = names;
                length = 0;
                return deep ? NOTHING : c;
            }
            case '{', '[' -> {
                depth++;
                length = 0;
                if (depth <= DEPTH) {
                    objects[(int) depth] = c == '{';
                }
                names = c == '{';
                return depth == DEPTH + 1 ? '0' : deep ? NOTHING : c;
            }
            case '}', ']' -> {
                depth = Math.max(0, depth - 1);
                length = 0;
                names = false;
                return deep ? NOTHING : c;
            }
            case ',' -> names = depth >= 1 && depth <= DEPTH && objects[(int) depth];
            case ':' -> names = false;
            case ' ', '\t', '\n', '\r' -> {
                length = 0;
                return c;
            }
            default -> {
                length++;
                return deep || length > LONGEST ? NOTHING : c;
            }
        }
        length = 0;
        return deep ? NOTHING : c;
    }
}
