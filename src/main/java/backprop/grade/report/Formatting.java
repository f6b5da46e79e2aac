package backprop.grade.report;

import backprop.exercise.Quoted;
import backprop.exercise.Score;
import java.util.regex.Pattern;

/** Texts of others, so that they can stand in a page or a table and do nothing there. */
final class Formatting {
    private static final Pattern FORMULA = Pattern.compile("\\s*[=+\\-@＝＋－＠]");
    private static final int LINE = 300;

    private Formatting() {}

    /** Several lines: signs that have no picture, or that turn the writing's direction, become �. */
    static String text(String text) {
        return Quoted.visible(text);
    }

    /** One line of at most 300 characters. */
    static String line(String text) {
        String line = text(text.length() > 4 * LINE ? text.substring(0, 4 * LINE) : text)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
        return line.length() <= LINE ? line : line.substring(0, LINE).stripTrailing() + "…";
    }

    /** A field of a table, of at most 300 characters. */
    static String field(String text) {
        return harmless(line(text));
    }

    /** A text that no spreadsheet takes for a formula: what begins as one gets an apostrophe. */
    static String harmless(String text) {
        return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
    }

    /** Points, with a point in every locale. */
    static String points(double points) {
        return Score.number(points);
    }
}
