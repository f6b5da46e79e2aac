package backprop.grade.submission;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Files, folders or archives that bear the names of students, alone or as Moodle or Canvas write them.
 * @param depth how many folders are around the whole class
 * @param canvas whether the names are Canvas's
 * @param files whether notebooks lie there, so that a folder without one is nobody's
 * @param assignment a name that says nothing of a student */
record Named(int depth, boolean canvas, boolean files, String assignment) implements Layout {
  static Named of(List<Item> items, String assignment) {
    List<List<String>> paths = items.stream().filter(Named::holds).map(Item::path).toList();
    int depth = 0;
    while (wrapped(paths, depth)) { depth++; }
    int around = depth;
    List<String> tops = paths.stream().filter(path -> path.size() == around + 1).map(path -> path.get(around)).toList();
    long canvas = tops.stream().filter(name -> CANVAS.matcher(name).matches()).count();
    boolean files =
        items.stream().anyMatch(item -> item.kind() == Item.Kind.NOTEBOOK && item.path().size() == around + 1);
    return new Named(depth, canvas > 0 && 2 * canvas >= tops.size(), files, assignment);
  }

  private static boolean holds(Item item) {
    return item.kind() == Item.Kind.NOTEBOOK || (item.kind() == Item.Kind.OTHER && Names.archive(item.name()))
        || item.path().stream().anyMatch(name -> MOODLE.matcher(name).matches());
  }

  /** Whether all lies in one folder that holds more than one student's. */
  private static boolean wrapped(List<List<String>> paths, int depth) {
    Set<String> tops =
        paths.stream().filter(path -> path.size() > depth).map(path -> path.get(depth)).collect(Collectors.toSet());
    Set<String> below = paths.stream().filter(path -> path.size() > depth + 1).map(path -> path.get(depth + 1))
        .collect(Collectors.toSet());
    return tops.size() == 1 && tops.stream().noneMatch(Named::platforms)
        && (below.size() > 1 || below.stream().anyMatch(Named::platforms));
  }

  private static boolean platforms(String name) {
    return MOODLE.matcher(name).matches() || CANVAS.matcher(name).matches();
  }

  @Override public Optional<Owner> owner(Item item) {
    boolean outside = item.path().size() <= depth;
    if (outside || Names.junk(item.path().subList(depth, depth + 1))) { return Optional.empty(); }
    Matcher moodle = MOODLE.matcher(item.path().get(depth));
    if (moodle.matches()) { return Optional.of(new Owner(moodle.group(1), moodle.group(2))); }
    Optional<Matcher> name = canvas(item);
    return name.isPresent() ? name.map(parts -> new Owner(parts.group(1), parts.group(3))) : plain(item);
  }

  @Override public boolean expects(Item item) {
    return item.path().size() <= depth || !MOODLE.matcher(item.path().get(depth)).matches();
  }

  /** Moodle puts what a student types into a folder of another kind. */
  @Override public boolean file(Item item) {
    Matcher moodle = MOODLE.matcher(item.path().size() <= depth ? "" : item.path().get(depth));
    return !moodle.matches() || moodle.group(3).equals("file");
  }

  @Override public boolean top(Item item) { return item.path().size() == depth + 1; }

  @Override public Optional<Matcher> canvas(Item item) {
    if (!canvas || item.path().size() <= depth || item.kind() == Item.Kind.FOLDER) { return Optional.empty(); }
    return Optional.of(CANVAS.matcher(item.path().get(depth))).filter(Matcher::matches);
  }

  private Optional<Owner> plain(Item item) {
    boolean inside = item.path().size() > depth + 1;
    String top = item.path().get(depth);
    boolean counts = switch (item.kind()) {
      case MISNAMED -> inside && Names.archive(top);
      case FOLDER -> !files;
      case LEFTOVER -> inside && !files;
      case NOTEBOOK -> true;
      case OTHER -> inside ? !files : Names.archive(top);
      case REFUSED -> inside || !files || Names.notebook(top) || Names.archive(top);
    };
    return counts ? Optional.of(new Owner(student(Names.stem(top)), "")) : Optional.empty();
  }

  /** The name without the assignment's before or behind it, where something is left. */
  private String student(String name) {
    String quoted = Pattern.quote(assignment);
    String left = name.replaceFirst("(?i)^" + quoted + "[-_. ]+", "").replaceFirst("(?i)[-_. ]+" + quoted + "$", "");
    return left.isBlank() ? name : left;
  }
}
