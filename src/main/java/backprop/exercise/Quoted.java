package backprop.exercise;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words of others in a sentence of the kit: in quotation marks that they cannot close, on one line, and with a sign
 * where there is something that nobody would see.
 */
public final class Quoted {
    /**
     * What has no picture or turns the direction of writing: controls and formats, halves of characters, tags, selectors
     * of variants, and letters that are drawn as nothing.
     */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{C}\\p{Zl}\\p{Zp}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164\\uFE00-\\uFE0F"
                    + "\\uFFA0\\x{16FE4}\\x{1BCA0}-\\x{1BCA3}\\x{1D159}\\x{1D173}-\\x{1D17A}\\x{E0100}-\\x{E01EF}&&[^\n\t]]");
    /**
     * A joiner between letters that are written otherwise without it, or between two pictures; and what makes a picture
     * of a sign.
     */
    private static final Pattern JOINING = Pattern.compile(
            "(?<=[\\p{L}\\p{M}&&[^\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}"
                    + "\\p{IsHan}\\p{IsHangul}\\p{IsHiragana}\\p{IsKatakana}\\p{IsCommon}\\p{IsInherited}\\u115F\\u1160\\u3164\\uFFA0]])[\\u200C\\u200D](?=[\\p{L}\\p{M}"
                    + "&&[^\\p{IsLatin}\\p{IsCommon}]])|(?<=[\\p{So}\\p{Sk}]\\uFE0F?)\\u200D(?=\\p{So})|(?<=[\\p{So}])\\uFE0F|(?<=[0-9#*])\\uFE0F(?=\\u20E3)");

    private static final Pattern MANY_MARKS = Pattern.compile("(\\p{M}{4})\\p{M}+");
    private static final String SIGN = "\uFFFD";
    private static final int LONGEST = 400;

    private Quoted() {}

    /**
     * In quotation marks, on one line.
     *
     * @param text anything
     * @return such as “left (2, 3)”, of at most 400 characters
     */
    public static String of(String text) {
        return of(text, LONGEST);
    }

    /**
     * In quotation marks, on one line.
     *
     * @param text anything
     * @param most how many characters of it are shown
     * @return such as “left (2, 3)”
     */
    public static String of(String text, int most) {
        String start = text.length() > 4 * most ? text.substring(0, 4 * most) : text;
        String line = visible(start).replaceAll("[\\s\\p{Z}]+", " ").strip().replaceAll("[“”„‟❝❞]", "\"");
        return "“"
                + (line.codePointCount(0, line.length()) <= most && start.equals(text)
                        ? line
                        : line.substring(
                                        0,
                                        line.offsetByCodePoints(
                                                0, Math.min(most, line.codePointCount(0, line.length()))))
                                + "…")
                + "”";
    }

    /**
     * Several lines, each of which shows by a bar that it is not the kit's own.
     *
     * @param text anything
     * @return the same lines with a bar in front of each
     */
    public static String lines(String text) {
        return "│ " + visible(text).replaceAll("\\R", "\n").replace("\n", "\n│ ");
    }

    /**
     * A text in which nothing is that cannot be seen: a sign takes the place of what has no picture.
     *
     * @param text anything; lines and tabs stay
     * @return the text with � in such places
     */
    public static String visible(String text) {
        String plain = text.replaceAll("\r\n?", "\n");
        if (plain.chars().allMatch(c -> (c >= ' ' && c < 0x7F) || c == '\n' || c == '\t')) {
            return plain;
        }
        StringBuilder shown = new StringBuilder();
        Matcher joining = JOINING.matcher(plain);
        int from = 0;
        while (joining.find()) {
            shown.append(UNSEEN.matcher(plain.substring(from, joining.start())).replaceAll(SIGN))
                    .append(joining.group());
            from = joining.end();
        }
        shown.append(UNSEEN.matcher(plain.substring(from)).replaceAll(SIGN));
        return MANY_MARKS.matcher(shown).replaceAll("$1");
    }
}
