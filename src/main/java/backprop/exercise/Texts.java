package backprop.exercise;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All that a learner reads of exercises, in one bundle: {@code texts.properties}. A translation is another file beside
 * it, such as {@code texts_de.properties}, and {@code -Dbackprop.language=de}.
 */
public final class Texts {
    private static final ResourceBundle BUNDLE = bundle(System.getProperty("backprop.language", ""));

    private Texts() {}

    /** The texts in a language; in English where there is no translation. */
    static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "backprop.exercise.texts",
                Locale.forLanguageTag(language),
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * The text of a key, whatever the computer's own language is.
     *
     * @param key the key
     * @param values what takes the places of %s in it
     * @return the text
     * @throws MissingResourceException if the bundle has no such key
     */
    public static String of(String key, Object... values) {
        return String.format(Locale.ROOT, BUNDLE.getString(key), values);
    }

    /**
     * Whether a line is one of these texts, whatever stands in the places of its %s but quotation marks.
     *
     * @param line without a line end
     * @return false for what anybody else may have said
     */
    public static boolean says(String line) {
        return Lines.ALL.matcher(line).matches();
    }

    /** The lines of all texts, for who asks whether something is said here. */
    private static final class Lines {
        /** A name, a formula, a number, a short list of them. */
        private static final String PLACE = "[^\"“”‘’\\n]{0,60}";

        private static final String VALUE = "%(?:\\d\\$)?s";
        private static final Pattern ALL = Pattern.compile(BUNDLE.keySet().stream()
                .filter(key -> !key.matches("(?:report|hint)\\..*"))
                .sorted()
                .map(BUNDLE::getString)
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> line.replaceAll(VALUE, "").strip().length() > 1)
                .distinct()
                .map(line -> Pattern.quote(line).replaceAll(VALUE, "\\\\E" + Matcher.quoteReplacement(PLACE) + "\\\\Q"))
                .collect(Collectors.joining("|")));

        private Lines() {}
    }

    /**
     * Whether there is a text.
     *
     * @param key the key
     * @return true if so
     */
    public static boolean has(String key) {
        return BUNDLE.containsKey(key);
    }
}
