package backprop.grade.submission;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Notebooks that bear the names of students, or lie in folders or archives that do.
 * @param depth how many folders are around the whole class
 * @param files whether notebooks lie there, so that a folder without one is nobody's
 * @param assignment a name that says nothing of a student */
record Plain(int depth, boolean files, String assignment) implements Layout {
  static Plain of(List<Item> items, String assignment) {
    List<List<String>> paths = items.stream().filter(item -> item.kind() == Item.Kind.NOTEBOOK || archive(item))
        .map(Item::path).toList();
    int depth = 0;
    while (wrapped(paths, depth)) { depth++; }
    int around = depth;
    return new Plain(depth, paths.stream().anyMatch(path -> path.size() == around + 1), assignment);
  }

  private static boolean archive(Item item) { return item.kind() != Item.Kind.FOLDER && Names.archive(item.name()); }

  /** Whether all lies in one folder that holds more than one thing. */
  private static boolean wrapped(List<List<String>> paths, int depth) {
    List<List<String>> inside = paths.stream().filter(path -> path.size() > depth + 1).toList();
    Set<String> tops = paths.stream().map(path -> path.get(depth)).collect(Collectors.toSet());
    Set<String> below = inside.stream().map(path -> path.get(depth + 1)).collect(Collectors.toSet());
    return tops.size() == 1 && below.size() > 1 && inside.size() >= paths.size() - 1;
  }

  @Override public Optional<Owner> owner(Item item) {
    if (item.path().size() <= depth || item.kind() == Item.Kind.MISNAMED) { return Optional.empty(); }
    String top = item.path().get(depth);
    boolean inside = item.path().size() > depth + 1;
    boolean own = Names.notebook(top) || Names.archive(top);
    boolean folder = item.kind() == Item.Kind.FOLDER;
    boolean counts = folder ? !files : inside ? item.kind() != Item.Kind.OTHER : own;
    return counts ? Optional.of(new Owner(student(Names.stem(top)), "")) : Optional.empty();
  }

  /** The name without the assignment's before or behind it, where something is left. */
  private String student(String name) {
    String quoted = Pattern.quote(assignment);
    String left = name.replaceFirst("(?i)^" + quoted + "[-_. ]+", "").replaceFirst("(?i)[-_. ]+" + quoted + "$", "");
    return left.isBlank() ? name : left;
  }
}
