package backprop.grade.submission;

import java.util.regex.Pattern;

/** Text of unknown origin. */
final class Texts {
  private static final int SHORT = 60;
  private static final Pattern UNFIT = Pattern.compile("[\\x00\\x{D800}-\\x{DFFF}]");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  private Texts() {}

  /** The text with line ends of one kind, and a sign of replacement for what is no character. */
  static String cleaned(String text) {
    return UNFIT.matcher(text).replaceAll("\uFFFD").replace("\r\n", "\n").replace('\r', '\n');
  }

  /** The text as it can stand in a sentence: on one line, everything visible, not long. */
  static String quoted(String text) {
    return shortened(text, SHORT);
  }

  /** The beginning of the text, on one line and without what is invisible. */
  static String shortened(String text, int most) {
    String start = text.codePointCount(0, text.length()) <= most ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    return INVISIBLE.matcher(start).replaceAll("\uFFFD");
  }

  /** Such as 20 MiB. */
  static String bytes(long bytes) { return (bytes >> 20) + " MiB"; }
}
