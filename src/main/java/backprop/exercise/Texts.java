package backprop.exercise;

import java.util.MissingResourceException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All that a learner reads of exercises: {@code texts.properties} beside this class, and that of each assignment, which
 * the build takes from the assignment's folder.
 */
public final class Texts {
    private static final String ASSIGNMENTS = "backprop/exercise/texts";
    private static final TextBundle BUNDLE = bundle(System.getProperty("backprop.language", ""));

    private Texts() {}

    /** The texts in a language; in English where there is no translation. */
    static TextBundle bundle(String language) {
        Stream<String> ofAssignments = TextBundle.folders(ASSIGNMENTS, Texts.class).stream()
                .map(folder -> ASSIGNMENTS.replace('/', '.') + "." + folder + ".texts");
        return TextBundle.all(
                language,
                Texts.class.getClassLoader(),
                Stream.concat(Stream.of("backprop.exercise.texts"), ofAssignments));
    }

    /**
     * The text of a key, whatever the computer's own language is.
     *
     * @param key the key
     * @param values what takes the places of %s in it
     * @return the text
     * @throws MissingResourceException if there is no such key
     */
    public static String of(String key, Object... values) {
        return BUNDLE.of(key, values);
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
        private static final Pattern ALL = BUNDLE.lines(key -> !key.matches("(?:report|hint)\\..*"));

        private Lines() {}
    }

    /**
     * Whether there is a text.
     *
     * @param key the key
     * @return true if so
     */
    public static boolean has(String key) {
        return BUNDLE.has(key);
    }
}
