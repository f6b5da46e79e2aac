package backprop.grade.submission;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the names of files and of entries in archives tell. */
final class Names {
  private static final int LONGEST = 4_000;
  private static final Set<String> JUNK = Set.of("__macosx", "desktop.ini", "thumbs.db");
  private static final Pattern ELSEWHERE = Pattern.compile("[\\\\\\p{Cc}]|^/|^[A-Za-z]:|(?:^|/)\\.\\.(?:/|$)");

  private Names() {}

  /** Whether a name may lead out of its folder on some system. */
  static boolean leadsElsewhere(String name) {
    return name.length() > LONGEST || name.isBlank() || ELSEWHERE.matcher(name).find();
  }

  /** The folders and the name, without those that stand for a place. */
  static List<String> segments(String name) {
    return List.of(name.substring(0, Math.min(name.length(), LONGEST)).split("[/\\\\]+")).stream()
        .filter(part -> !part.isBlank() && !part.equals(".") && !part.equals("..")).limit(50).toList();
  }

  /** Whether it is what systems and editors leave behind. */
  static boolean junk(List<String> path) {
    return path.stream().anyMatch(name -> name.startsWith(".") || JUNK.contains(name.toLowerCase(Locale.ROOT)));
  }

  static boolean notebook(String name) { return ends(name, ".ipynb"); }

  static boolean archive(String name) { return ends(name, ".zip"); }

  /** The name without the ending of a notebook or an archive. */
  static String stem(String name) {
    if (notebook(name)) { return name.substring(0, name.length() - 6); }
    return archive(name) ? name.substring(0, name.length() - 4) : name;
  }

  private static boolean ends(String name, String end) { return name.toLowerCase(Locale.ROOT).endsWith(end); }
}
