package backprop.exercise;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** All that a learner reads of exercises, in one bundle: {@code texts.properties}. A translation is another file beside
 * it, such as {@code texts_de.properties}, and {@code -Dbackprop.language=de}. */
public final class Texts {
  private static final ResourceBundle BUNDLE = bundle(System.getProperty("backprop.language", ""));

  private Texts() {}

  /** The texts in a language; in English where there is no translation. */
  static ResourceBundle bundle(String language) {
    return ResourceBundle.getBundle("backprop.exercise.texts", Locale.forLanguageTag(language),
        Texts.class.getClassLoader(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The text of a key, whatever the computer's own language is.
   * @param key the key
   * @param values what takes the places of %s in it
   * @return the text
   * @throws MissingResourceException if the bundle has no such key */
  public static String of(String key, Object... values) {
    return String.format(Locale.ROOT, BUNDLE.getString(key), values);
  }

  /** Whether there is a text.
   * @param key the key
   * @return true if so */
  public static boolean has(String key) { return BUNDLE.containsKey(key); }
}
