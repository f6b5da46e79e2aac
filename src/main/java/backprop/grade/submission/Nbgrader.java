package backprop.grade.submission;

import java.util.List;
import java.util.Optional;

/** nbgrader's submitted/STUDENT/ASSIGNMENT/name.ipynb.
 * @param depth how many folders come before the student's
 * @param assignment only this one matters */
record Nbgrader(int depth, String assignment) implements Layout {
  private static final String SUBMITTED = "submitted";

  static Optional<Layout> of(String root, List<Item> items, String assignment) {
    if (items.stream().anyMatch(item -> folder(item, 0))) { return Optional.of(new Nbgrader(1, assignment)); }
    boolean oneTop =
        items.stream().filter(item -> !item.path().isEmpty()).map(item -> item.path().get(0)).distinct().count() == 1;
    if (oneTop && items.stream().anyMatch(item -> folder(item, 1))) { return Optional.of(new Nbgrader(2, assignment)); }
    return root.equals(SUBMITTED) ? Optional.of(new Nbgrader(0, assignment)) : Optional.empty();
  }

  private static boolean folder(Item item, int place) {
    return item.path().size() > place + 1 && item.path().get(place).equals(SUBMITTED);
  }

  @Override public Optional<Owner> owner(Item item) {
    List<String> path = item.path();
    boolean asked =
        (depth == 0 || folder(item, depth - 1)) && path.size() > depth + 1 && path.get(depth + 1).equals(assignment);
    return asked && !Names.junk(path.subList(depth, depth + 1)) ? Optional.of(new Owner(path.get(depth), ""))
        : Optional.empty();
  }

  @Override public boolean expects(Item item) { return false; }
}
