package backprop.grade.submission;

import java.util.List;
import java.util.Optional;

/** nbgrader's submitted/STUDENT/ASSIGNMENT/name.ipynb.
 * @param depth how many folders come before the student's
 * @param assignment only this one matters */
record Nbgrader(int depth, String assignment) implements Layout {
  static Optional<Nbgrader> of(List<Item> items, String assignment) {
    for (int depth : new int[] {1, 2}) {
      if (items.stream().anyMatch(item -> below(item, depth) && item.path().size() > depth)) {
        return Optional.of(new Nbgrader(depth, assignment));
      }
    }
    Nbgrader inside = new Nbgrader(0, assignment);
    return Optional.of(inside).filter(layout -> items.stream().anyMatch(item -> layout.owner(item).isPresent()));
  }

  private static boolean below(Item item, int depth) {
    return depth == 0 || (item.path().size() >= depth && item.path().get(depth - 1).equals("submitted"));
  }

  @Override public Optional<Owner> owner(Item item) {
    List<String> path = item.path();
    boolean asked = below(item, depth) && path.size() > depth + 1 && path.get(depth + 1).equals(assignment);
    return asked ? Optional.of(new Owner(path.get(depth), "")) : Optional.empty();
  }

  @Override public boolean expects(Item item) { return false; }
}
