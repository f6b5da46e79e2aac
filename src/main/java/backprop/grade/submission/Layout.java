package backprop.grade.submission;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a folder of submissions is arranged: whose an item is. Only names that are no student's to choose decide it. */
interface Layout {
  /** Surname Name_1234567_assignsubmission_file_, a folder or the beginning of a name. */
  Pattern MOODLE = Pattern.compile("(?s)(.+?)_(\\d{1,20})_assignsubmission_([a-z]+)(?:_.*)?");
  /** lastfirst_LATE_12345_67890_name.ipynb: a student's number, a submission's. */
  Pattern CANVAS = Pattern.compile("(?s)([^_]+)_(LATE_)?(\\d{1,20})_(\\d{1,20})_.+");

  /** Whose it is, where that can be told. */
  Optional<Owner> owner(Item item);

  /** Whether a notebook without an owner is worth a word. */
  boolean expects(Item item);

  /** Whether it was handed in as a file, and not typed into the platform. */
  default boolean file(Item item) {
    return true;
  }

  /** Whether it stands where the students' folders or files stand, so that somebody may miss it. */
  default boolean top(Item item) {
    return false;
  }

  /** Canvas's name for it, where it has one. */
  default Optional<Matcher> canvas(Item item) { return Optional.empty(); }

  /** The arrangement that the names speak of.
   * @param root the name of the folder itself */
  static Layout of(String root, List<Item> all, String assignment) {
    List<Item> items = all.stream().filter(item -> item.kind() != Item.Kind.LEFTOVER).toList();
    return Nbgrader.of(root, items, assignment).orElseGet(() -> Named.of(items, assignment));
  }
}
