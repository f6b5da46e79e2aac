package backprop.grade.submission;

import backprop.exercise.Quoted;

/** Text of unknown origin. */
final class SafeText {
    private static final int SHORT = 60;

    private SafeText() {}

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
