package backprop.grade.result;

import backprop.exercise.TextBundle;
import backprop.exercise.Texts;
import java.util.regex.Pattern;

/** What learners read where a whole class is marked, besides what the check in a notebook says. */
public final class GraderTexts {
    private static final TextBundle BUNDLE =
            TextBundle.named("backprop.grade.texts", GraderTexts.class.getClassLoader());
    private static final Pattern LINES = BUNDLE.lines(key -> true);

    private GraderTexts() {}

    /**
     * The text of a key.
     *
     * @param key the key
     * @param values what takes the places of %s in it
     * @return the text
     */
    public static String of(String key, Object... values) {
        return BUNDLE.of(key, values);
    }

    /**
     * Whether a line is one of these texts or of those of a check, whatever stands in the places of its %s but quotation
     * marks.
     *
     * @param line without a line end
     * @return false for what anybody else may have said
     */
    public static boolean says(String line) {
        return LINES.matcher(line).matches() || Texts.says(line);
    }
}
