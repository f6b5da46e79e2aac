package backprop.grade.submission;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a folder of submissions is arranged: whose an item is, when it has an owner. */
interface Layout {
  /** Surname Name_1234567_assignsubmission_file_, a folder or the beginning of a name. */
  Pattern MOODLE = Pattern.compile("(?s)(.+)_(\\d{1,20})_assignsubmission_([a-z]+)(?:_.*)?");
  /** lastfirst_LATE_12345_67890_name.ipynb: a student's number, a submission's. */
  Pattern CANVAS = Pattern.compile("(?s)([^_]+)_(LATE_)?(\\d{1,20})_(\\d{1,20})_.+");

  /** Whose it is. */
  Optional<Owner> owner(Item item);

  /** Whether a notebook without an owner is worth a word; those of other assignments and of other kinds are not. */
  default boolean expects(Item item) { return match(MOODLE, item.path()).isEmpty(); }

  /** The arrangement that the names speak of. */
  static Layout of(List<Item> items, String assignment) {
    if (items.stream().anyMatch(item -> match(MOODLE, item.path()).isPresent())) { return Layout::moodle; }
    Optional<Nbgrader> nbgrader = Nbgrader.of(items, assignment);
    if (nbgrader.isPresent()) { return nbgrader.get(); }
    if (items.stream().anyMatch(item -> canvas(item).isPresent())) { return Layout::canvas; }
    return Plain.of(items, assignment);
  }

  private static Optional<Owner> moodle(Item item) {
    return match(MOODLE, item.path()).filter(name -> name.group(3).equals("file"))
        .map(name -> new Owner(name.group(1), name.group(2)));
  }

  private static Optional<Owner> canvas(Item item) {
    return item.kind() == Item.Kind.FOLDER ? Optional.empty()
        : match(CANVAS, item.path()).map(name -> new Owner(name.group(1), name.group(3)));
  }

  /** The first name on the way that is of this form. */
  static Optional<Matcher> match(Pattern form, List<String> path) {
    return path.stream().map(form::matcher).filter(Matcher::matches).findFirst();
  }
}
