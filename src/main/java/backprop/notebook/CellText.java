package backprop.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What a cell prints, on stdout and stderr in their order, until it is sent; of more than {@link #MOST} characters the
 * beginning and the end.
 */
final class CellText {
    /** The most characters of a cell that are shown; Jupyter's server lets about three times as many pass at once. */
    static final int MOST = 1_000_000;
    /** The characters of the end that are shown of what is left out. */
    static final int END = 4000;
    /** The most changes between stdout and stderr at one time; more would be as many messages. */
    private static final int CHANGES = 40;

    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder end = new StringBuilder();
    private Consumer<String> last;
    private long left = MOST;
    private long omitted;

    /** A piece for one of the streams. */
    private record Part(Consumer<String> stream, StringBuilder text) {}

    /**
     * Takes what is printed.
     *
     * @param stream what sends it to stdout, or to stderr
     */
    void add(Consumer<String> stream, String text) {
        int room = room(text);
        if (room > 0) {
            part(stream).append(text, 0, room);
        }
        left -= room;
        if (room < text.length()) {
            omit(stream, text.substring(room));
        }
    }

    /**
     * Returns how many characters of a text still fit: whole lines if it must be cut. After a cut nothing fits any
     * more.
     */
    private int room(String text) {
        if (text.length() <= left) {
            return text.length();
        }
        int room = text.lastIndexOf('\n', (int) left - 1) + 1;
        left = room;
        return room;
    }

    private void omit(Consumer<String> stream, String text) {
        left = 0;
        last = stream;
        omitted += text.length();
        end.append(text);
        if (end.length() > 2 * END) {
            end.delete(0, end.length() - END);
        }
    }

    private StringBuilder part(Consumer<String> stream) {
        for (int i = parts.size() - 1; i >= 0 && (i == parts.size() - 1 || parts.size() >= CHANGES); i--) {
            if (parts.get(i).stream().equals(stream)) {
                return parts.get(i).text();
            }
        }
        parts.add(new Part(stream, new StringBuilder()));
        return parts.get(parts.size() - 1).text();
    }

    /** Takes all text that is waiting, and returns the tasks that send it. */
    List<Runnable> taken() {
        List<Runnable> messages = new ArrayList<>();
        for (Part part : parts) {
            String text = part.text().toString();
            messages.add(() -> part.stream().accept(text));
        }
        parts.clear();
        return messages;
    }

    /** Returns the tasks that send how much text was left out since the last call, and the end of that text. */
    List<Runnable> remainder() {
        if (omitted == 0) {
            return List.of();
        }
        String tail = tail();
        long missing = omitted - tail.length();
        omitted = 0;
        end.setLength(0);
        String sentence = missing == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "... %,d characters are left out here: a cell shows its first %,d and its last %,d ...%n",
                        missing,
                        MOST,
                        END);
        Consumer<String> stream = last;
        return List.of(() -> stream.accept(sentence + tail));
    }

    /** The last characters, from the beginning of a line if there is one. */
    private String tail() {
        String text = end.substring(Math.max(0, end.length() - END));
        return text.length() == omitted ? text : text.substring(beginning(text));
    }

    private static int beginning(String text) {
        int line = text.indexOf('\n') + 1;
        return line < text.length() ? line : 0;
    }
}
