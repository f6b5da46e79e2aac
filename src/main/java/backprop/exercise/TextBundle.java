package backprop.exercise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Texts of one or several files {@code texts.properties}, whose keys differ. A translation is another file beside one of
 * them, such as {@code texts_de.properties}; what it lacks is English.
 */
public final class TextBundle {
    /** A name, a formula, a number, a short list of them. */
    private static final String PLACE = "[^\"“”‘’\\n]{0,60}";

    private static final String VALUE = "%(?:\\d\\$)?s";

    private final Map<String, String> texts = new HashMap<>();

    private TextBundle() {}

    /**
     * The texts of one file, in the language that {@code -Dbackprop.language} names.
     *
     * @param name where the file is, such as {@code backprop.grade.texts}
     * @param loader what finds it
     * @return the texts
     * @throws MissingResourceException if there is no such file
     */
    public static TextBundle named(String name, ClassLoader loader) {
        return all(System.getProperty("backprop.language", ""), loader, Stream.of(name));
    }

    /** The texts of some files in a language. */
    static TextBundle all(String language, ClassLoader loader, Stream<String> names) {
        TextBundle all = new TextBundle();
        names.map(name -> ResourceBundle.getBundle(
                        name,
                        Locale.forLanguageTag(language),
                        loader,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)))
                .forEach(bundle -> bundle.keySet().forEach(key -> all.texts.put(key, bundle.getString(key))));
        return all;
    }

    /**
     * The folders in a folder of resources, wherever a class comes from: a jar, or a folder while the library is built.
     *
     * @param folder such as {@code backprop/exercise/texts}
     * @param beside the class
     */
    static List<String> folders(String folder, Class<?> beside) {
        try {
            Path origin = Path.of(
                    beside.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Files.isDirectory(origin) ? inFolder(origin.resolve(folder)) : inJar(origin, folder + "/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> inFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<String> inJar(Path jar, String folder) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(folder) && name.indexOf('/', folder.length()) > 0)
                    .map(name -> name.substring(folder.length(), name.indexOf('/', folder.length())))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /**
     * The text of a key, whatever the computer's own language is.
     *
     * @param key the key
     * @param values what takes the places of %s in it
     * @return the text
     * @throws MissingResourceException if there is no such key
     */
    public String of(String key, Object... values) {
        String text = texts.get(key);
        if (text == null) {
            throw new MissingResourceException("there is no text " + key, TextBundle.class.getName(), key);
        }
        return String.format(Locale.ROOT, text, values);
    }

    /** Whether there is a text. */
    boolean has(String key) {
        return texts.containsKey(key);
    }

    /** All texts by their keys, with %s in them. */
    Map<String, String> texts() {
        return Map.copyOf(texts);
    }

    /**
     * What a line of these texts looks like, whatever stands in the places of its %s but quotation marks.
     *
     * @param keys which texts
     * @return a pattern for a whole line
     */
    public Pattern lines(Predicate<String> keys) {
        return Pattern.compile(texts.keySet().stream()
                .filter(keys)
                .sorted()
                .map(texts::get)
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> line.replaceAll(VALUE, "").strip().length() > 1)
                .distinct()
                .map(line -> Pattern.quote(line).replaceAll(VALUE, "\\\\E" + Matcher.quoteReplacement(PLACE) + "\\\\Q"))
                .collect(Collectors.joining("|")));
    }
}
