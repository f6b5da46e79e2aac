package backprop.notebook;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a cell opens and does not close. */
final class Unclosed {
    /** The parts of a cell that count: a bracket in a text, in a comment or in a magic is none. */
    private static final Pattern PART = Pattern.compile(
            "(?<magic>^[ \\t]*%[^\\n]*)|//[^\\n]*"
                    + "|/\\*(?s:.*?)(?:\\*/|(?<comment>\\z))|\"\"\"(?s:(?:\\\\.|[^\\\\])*?)(?:\"\"\"|(?<block>\\z))"
                    + "|\"(?:\\\\.|[^\"\\\\\n])*\"?|'(?:\\\\.|[^'\\\\\n])*'?|(?<open>[({\\[])|(?<close>[)}\\]])",
            Pattern.MULTILINE);

    private Unclosed() {}

    /** The note on a cell that does not end. */
    static Note note(String cell) {
        Deque<Integer> open = new ArrayDeque<>();
        Matcher part = PART.matcher(cell);
        int suspect = -1;
        while (part.find()) {
            if (part.group("comment") != null) {
                return note(cell, part.start(), "/*", "end the comment with */");
            }
            if (part.group("block") != null) {
                return note(cell, part.start(), "\"\"\"", "end the text with \"\"\"");
            }
            if (part.group("open") != null) {
                open.push(part.start());
            }
            if (part.group("close") != null && !open.isEmpty()) {
                int opened = open.pop();
                if (suspect < 0 && isLeftOf(cell, part.start(), opened)) {
                    suspect = opened;
                }
            }
        }
        if (open.isEmpty()) {
            return new Note("The cell ends within a statement.", "write the rest of its last line", last(cell));
        }
        return bracket(cell, suspect < 0 ? open.peek() : suspect, open.size() - 1);
    }

    /**
     * Whether a bracket begins its line, and further to the left than the line of the one that it closes: then it was
     * meant for another.
     */
    private static boolean isLeftOf(String cell, int closing, int opened) {
        int margin = closing - cell.lastIndexOf('\n', closing) - 1;
        int from = cell.lastIndexOf('\n', opened) + 1;
        return cell.substring(closing - margin, closing).isBlank() && cell.startsWith(" ".repeat(margin + 1), from);
    }

    private static Note bracket(String cell, int at, int more) {
        String bracket = cell.substring(at, at + 1);
        String closing = switch (bracket) {
            case "(" -> ")";
            case "[" -> "]";
            default -> "}";
        };
        String where =
                closing.equals("}") ? "write } behind the last line that belongs to it" : "close it with " + closing;
        return note(
                cell,
                at,
                bracket,
                where + (more == 0 ? "" : "; " + more + " more around it " + (more == 1 ? "is" : "are") + " open too"));
    }

    private static Note note(String cell, int at, String what, String hint) {
        int from = cell.lastIndexOf('\n', at) + 1;
        long line = 1 + cell.substring(0, from).chars().filter(c -> c == '\n').count();
        String carets = cell.substring(from, at).replaceAll("[^\t]", " ") + "^".repeat(what.length());
        return new Note(
                "The " + what + " in line " + line + " is never closed.",
                hint,
                List.of(cell.substring(from).lines().findFirst().orElse(""), carets));
    }

    private static List<String> last(String cell) {
        return cell.strip().lines().reduce((one, next) -> next).stream().toList();
    }
}
