package backprop.grade.submission;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the names of files and of entries in archives tell. */
final class Names {
  private static final int LONGEST = 4_000;
  private static final List<String> NOTEBOOK = List.of(".ipynb", ".ipynb.txt", ".ipynb.json");
  private static final String JSON = ".json";
  private static final String ARCHIVE = ".zip";
  private static final List<String> LINKS = List.of(".url", ".webloc", ".lnk", ".desktop", ".website");
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

  /** A notebook, also as browsers and platforms rename it. */
  static boolean notebook(String name) {
    return NOTEBOOK.stream().anyMatch(end -> ends(name, end));
  }

  /** What may be a notebook, or any other JSON. */
  static boolean json(String name) {
    return ends(name, JSON) && !notebook(name);
  }

  static boolean archive(String name) { return ends(name, ARCHIVE); }

  /** A file of a system or a browser that only says where something else is. */
  static boolean link(String name) {
    return LINKS.stream().anyMatch(end -> ends(name, end));
  }

  /** The name without the ending of a notebook or an archive. */
  static String stem(String name) {
    return Stream.concat(NOTEBOOK.stream(), Stream.of(JSON, ARCHIVE)).filter(end -> ends(name, end)).findFirst()
        .map(end -> name.substring(0, name.length() - end.length())).orElse(name);
  }

  private static boolean ends(String name, String end) { return name.toLowerCase(Locale.ROOT).endsWith(end); }
}
