package backprop.grade.submission;

import backprop.exercise.Quoted;
import java.util.regex.Pattern;

/** Text of unknown origin. */
final class SafeText {
    private static final int SHORT = 60;
    private static final Pattern UNFIT = Pattern.compile("[\\x00\\x{D800}-\\x{DFFF}]");

    private SafeText() {}

    /** The text with line ends of one kind, and a sign of replacement for what is no character. */
    static String cleaned(String text) {
        return UNFIT.matcher(text).replaceAll("\uFFFD").replace("\r\n", "\n").replace('\r', '\n');
    }

    /** The text as it can stand in a sentence of ours: in quotation marks, on one line, everything visible, not long. */
    static String quoted(String text) {
        return quoted(text, SHORT);
    }

    /** The same, of at most so many characters. */
    static String quoted(String text, int most) {
        return Quoted.of(text, most);
    }

    /** The beginning of the text, on one line and without what is invisible. */
    static String shortened(String text, int most) {
        String start = text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
        return Quoted.visible(start).replaceAll("[\n\t]", "\uFFFD");
    }

    /** Such as 20 MiB. */
    static String bytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }
}
