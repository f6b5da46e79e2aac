package backprop.data;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Says what a refused field probably means, and what to do about it. */
final class FieldHint {
    private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "null", "none", "?", "-", "--", ".");
    private static final Pattern WITH_COMMA = Pattern.compile("[-+]?[\\d.]*\\d,\\d[\\d,.]*([eE][-+]?\\d+)?");

    private FieldHint() {}

    /**
     * {@return a hint that can follow a refusal, or an empty text}
     *
     * @param field the field that is refused
     */
    static String of(String field) {
        String text = field.strip();
        if (MISSING.contains(text.toLowerCase(Locale.ROOT))) {
            return " — a missing value? fill it in, or leave its row out";
        }
        if (WITH_COMMA.matcher(text).matches()) {
            return " — write a decimal point for a decimal comma, and nothing between thousands";
        }
        if (text.contains(";")) {
            return " — do semicolons separate the columns? then read(file, ';')";
        }
        return "";
    }
}
