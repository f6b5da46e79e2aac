package backprop.grade.formula;

import java.util.Map;

/** The letters of mathematics that are signs of their own: bold, script, and with double strokes. */
enum Alphabet {
    /** As it comes: x is italic, and so are names of one letter. */
    ITALIC,
    /** Bold and upright. */
    BOLD,
    /** Bold and italic. */
    BOLD_ITALIC,
    /** Script, as in the loss ℒ. */
    SCRIPT,
    /** With double strokes, as in ℝ. */
    DOUBLE;

    private static final int BOLD_CAPITAL = 0x1D400;
    private static final int BOLD_ITALIC_CAPITAL = 0x1D468;
    private static final int SCRIPT_CAPITAL = 0x1D49C;
    private static final int DOUBLE_CAPITAL = 0x1D538;
    private static final int BOLD_DIGIT = 0x1D7CE;
    private static final int BOLD_ALPHA = 0x1D6C2;
    private static final int BOLD_ITALIC_ALPHA = 0x1D736;
    private static final int LETTERS = 26;

    /** Those that Unicode had before. */
    private static final Map<String, String> SCRIPTS = Map.ofEntries(
            Map.entry("B", "ℬ"),
            Map.entry("E", "ℰ"),
            Map.entry("F", "ℱ"),
            Map.entry("H", "ℋ"),
            Map.entry("I", "ℐ"),
            Map.entry("L", "ℒ"),
            Map.entry("M", "ℳ"),
            Map.entry("R", "ℛ"),
            Map.entry("e", "ℯ"),
            Map.entry("g", "ℊ"),
            Map.entry("o", "ℴ"));

    private static final Map<String, String> DOUBLES =
            Map.of("C", "ℂ", "H", "ℍ", "N", "ℕ", "P", "ℙ", "Q", "ℚ", "R", "ℝ", "Z", "ℤ");

    /** The letter or digit in this alphabet, or as it is where the alphabet has none. */
    String of(String letter) {
        int code = letter.codePointAt(0);
        return switch (this) {
            case ITALIC -> letter;
            case BOLD -> digit(code) ? sign(BOLD_DIGIT + code - '0') : greek(code, BOLD_CAPITAL, BOLD_ALPHA);
            case BOLD_ITALIC ->
                digit(code) ? sign(BOLD_DIGIT + code - '0') : greek(code, BOLD_ITALIC_CAPITAL, BOLD_ITALIC_ALPHA);
            case SCRIPT -> SCRIPTS.getOrDefault(letter, latin(code, SCRIPT_CAPITAL));
            case DOUBLE -> DOUBLES.getOrDefault(letter, latin(code, DOUBLE_CAPITAL));
        };
    }

    private static boolean digit(int code) {
        return code >= '0' && code <= '9';
    }

    private static String greek(int code, int capital, int alpha) {
        return code >= 'α' && code <= 'ω' ? sign(alpha + code - 'α') : latin(code, capital);
    }

    private static String latin(int code, int capital) {
        if (code >= 'A' && code <= 'Z') {
            return sign(capital + code - 'A');
        }
        return code >= 'a' && code <= 'z' ? sign(capital + LETTERS + code - 'a') : sign(code);
    }

    private static String sign(int code) {
        return Character.toString(code);
    }
}
